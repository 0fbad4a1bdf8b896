package dev.plumbline.collector.command;

/** The numbers that the tool ends with. */
public final class ExitCode {

    /** All was done. */
    public static final int DONE = 0;

    /** A verdict is of the kind that was to fail. */
    public static final int VERDICT = 1;

    /** What was given is wrong: an option, a document, a token, a project. */
    public static final int USAGE = 2;

    /** The server could not be reached, or there was no verdict in time. */
    public static final int UNREACHABLE = 3;

    /** What was to be measured could not be: JMH failed, or a build did. Four is the launcher's. */
    public static final int MEASUREMENT = 5;

    /** Interrupted, as shells say it of Ctrl-C. */
    public static final int INTERRUPTED = 130;

    /** A fault of the tool itself. */
    public static final int INTERNAL = 70;

    private ExitCode() {}
}
