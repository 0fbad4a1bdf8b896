package dev.plumbline.server.history;

/** Which runs of a branch its history shows. */
public final class DrawnRuns {

    /**
     * The condition that the run {@code r} is a measurement of its branch. The base's side of a pair is none; on a branch that others are
     * compared with, neither is what may be no baseline.
     */
    public static final String CONDITION = """
        (r.baseline_eligible or r.role = 'measurement' and exists (
            select
            from branch pulled
            where pulled.project_id = r.project_id and pulled.branch_id = r.branch_id
                and pulled.pull_request is not null))
        """;

    private DrawnRuns() {}
}
