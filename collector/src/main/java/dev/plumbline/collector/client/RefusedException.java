package dev.plumbline.collector.client;

/** The server answered that it does not give what was asked for. */
public final class RefusedException extends RuntimeException {

    private final ServerProblem problem;

    RefusedException(ServerProblem problem) {
        super(problem.sentence());
        this.problem = problem;
    }

    /** Why. */
    public ServerProblem problem() {
        return problem;
    }
}
