package dev.plumbline.collector;

/** The numbers that the tool ends with. */
final class ExitCode {

    /** All was done. */
    static final int DONE = 0;

    /** A verdict is of the kind that was to fail. */
    static final int VERDICT = 1;

    /** What was given is wrong: an option, a document, a token, a project. */
    static final int USAGE = 2;

    /** The server could not be reached, or there was no verdict in time. */
    static final int UNREACHABLE = 3;

    /** What was to be measured could not be: JMH failed, or a build did. Four is the launcher's. */
    static final int MEASUREMENT = 5;

    /** Interrupted, as shells say it of Ctrl-C. */
    static final int INTERRUPTED = 130;

    /** A fault of the tool itself. */
    static final int INTERNAL = 70;

    private ExitCode() {}
}
