package dev.plumbline.collector.client;

/** The server refused the request. */
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
