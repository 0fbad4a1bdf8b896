package dev.plumbline.server.baseline;

import dev.plumbline.server.regression.Triage;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The regressions and improvements that a new baseline explains or leaves behind: what people see of them is that they are expected. */
final class MarkedRegressions {

    private final Handle handle;
    private final long projectId;
    private final Triage triage;

    MarkedRegressions(Handle handle, long projectId, Triage triage) {
        this.handle = handle;
        this.projectId = projectId;
        this.triage = triage;
    }

    /** Decides on those that are open, group covered series only, and began at the mark or before it. */
    void expect(BaselineMark mark, Collection<Long> series) {
        for (long regression : open(mark, series)) {
            triage.decide(
                    handle,
                    projectId,
                    regression,
                    mark.createdBy(),
                    Optional.of(Triage.Decision.EXPECTED),
                    "New baseline: " + mark.note());
        }
    }

    private List<Long> open(BaselineMark mark, Collection<Long> series) {
        return handle.createQuery("""
            select g.regression_id
            from regression g
                join run last on last.project_id = g.project_id and last.run_id = g.previous_run_id
                join branch_commit before
                    on before.project_id = g.project_id and before.branch_id = g.branch_id and before.sha = last.sha
                join branch_commit marked
                    on marked.project_id = g.project_id and marked.branch_id = g.branch_id and marked.sha = :sha
            where g.project_id = :projectId and g.kind = 'series' and g.series_ids <@ :series
                and g.series_ids <> '{}' and before.position < marked.position
                and g.status in ('suspected', 'confirmed', 'reopened', 'acknowledged')
            order by g.regression_id
            """)
                .bind("projectId", projectId)
                .bind("sha", mark.sha())
                .bindArray("series", Long.class, series)
                .mapTo(Long.class)
                .list();
    }
}
