package dev.plumbline.collector.client;

/** The server answered that it does not give what was asked for. */
public final class RefusedException extends RuntimeException {

    private final Problem problem;

    RefusedException(Problem problem) {
        super(problem.sentence());
        this.problem = problem;
    }

    /** Why. */
    public Problem problem() {
        return problem;
    }
}
