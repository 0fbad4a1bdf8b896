package dev.plumbline.server.http;

/** A request that is answered with a problem. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    ProblemException(Problem problem) {
        // No stack trace: it is a normal answer, and hostile requests must not be costly.
        super(problem.code() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
    }

    /** A problem of a kind. */
    public ProblemException(ProblemKind kind, String detail) {
        this(Problem.of(kind, detail));
    }

    /** What to answer. */
    public Problem problem() {
        return problem;
    }
}
