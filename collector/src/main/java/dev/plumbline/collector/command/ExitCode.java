package dev.plumbline.collector.command;

/** The exit codes of the tool. */
public final class ExitCode {

    /** Everything was done. */
    public static final int DONE = 0;

    /** A verdict is of a kind that {@code --fail-on} names. */
    public static final int VERDICT = 1;

    /** The input is wrong: an option, a document, a token, a project. */
    public static final int USAGE = 2;

    /** The server could not be reached, or there was no verdict in time. */
    public static final int UNREACHABLE = 3;

    /** Nothing could be measured: JMH or a build failed. Four is the launcher's. */
    public static final int MEASUREMENT = 5;

    /** Interrupted, as shells report it for Ctrl-C. */
    public static final int INTERRUPTED = 130;

    /** An error in the tool itself. */
    public static final int INTERNAL = 70;

    private ExitCode() {}
}
