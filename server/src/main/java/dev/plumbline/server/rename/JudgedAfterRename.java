package dev.plumbline.server.rename;

import dev.plumbline.server.queue.Jobs;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * What is judged again after points have moved: the newest run of each environment concerned and the newest that has each series, on the base
 * branch, and the heads of open pull requests that have one.
 */
final class JudgedAfterRename {

    private final Handle handle;
    private final long projectId;

    JudgedAfterRename(Handle handle, long projectId) {
        this.handle = handle;
        this.projectId = projectId;
    }

    /** Adds the jobs, of what the table {@code moved_point} of the transaction lists. */
    void enqueue() {
        newest().forEach(run -> Jobs.enqueue(handle, projectId, Jobs.JUDGE, run));
        heads().forEach(run -> Jobs.enqueue(handle, projectId, Jobs.JUDGE, run));
    }

    private List<Long> newest() {
        return handle.createQuery("""
            with concerned as (
                select s.series_id, s.environment_id
                from series s
                where s.project_id = :projectId
                    and s.series_id in (select from_series from moved_point union select to_series from moved_point)),
            base as (
                select r.run_id, r.environment_id, o.position
                from run r
                    join branch b on b.project_id = r.project_id and b.branch_id = r.branch_id
                    join project p on p.project_id = r.project_id and p.base_branch = b.name
                    join branch_commit o
                        on o.project_id = r.project_id and o.branch_id = r.branch_id and o.sha = r.sha
                where r.project_id = :projectId and b.pull_request is null and r.baseline_eligible
                    and r.judged_at is not null)
            select run_id from (
                select distinct on (base.environment_id) base.run_id
                from base
                where base.environment_id in (select environment_id from concerned)
                order by base.environment_id, base.position desc, base.run_id desc) of_environment
            union
            select run_id from (
                select distinct on (concerned.series_id) base.run_id
                from concerned
                    join base using (environment_id)
                    join point pt on pt.project_id = :projectId and pt.series_id = concerned.series_id
                        and pt.run_id = base.run_id
                order by concerned.series_id, base.position desc, base.run_id desc) of_series
            order by run_id
            """)
                .bind("projectId", projectId)
                .mapTo(Long.class)
                .list();
    }

    private List<Long> heads() {
        return handle.createQuery("""
            select distinct r.run_id
            from run r
                join branch b on b.project_id = r.project_id and b.branch_id = r.branch_id
                join pull_request q on q.project_id = r.project_id and q.number = b.pull_request
                    and q.state = 'open' and q.head_sha = r.sha
                join point pt on pt.project_id = r.project_id and pt.run_id = r.run_id
            where r.project_id = :projectId and r.judged_at is not null
                and pt.series_id in (select from_series from moved_point union select to_series from moved_point)
            order by r.run_id
            """)
                .bind("projectId", projectId)
                .mapTo(Long.class)
                .list();
    }
}
