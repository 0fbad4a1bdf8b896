package dev.plumbline.server.judging;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** How many benchmarks a run lacks, kept with the run so that lists of runs can say it. */
public final class AbsentBenchmarks {

    private AbsentBenchmarks() {}

    /** Counts anew what a judged run lacks: after it was judged, and when somebody accepted that benchmarks were removed. */
    public static void count(Handle handle, long projectId, long runId) {
        ComparedRuns compared = ComparedRuns.of(handle, projectId, runId);
        handle.createUpdate("""
            with score as (
                select s.benchmark_id
                from point p
                    join series s on s.project_id = p.project_id and s.series_id = p.series_id
                where p.project_id = :projectId and p.run_id = any (:after) and s.metric = 'score'
            ), failed as (
                select benchmark_id from failure where project_id = :projectId and run_id = any (:after)
                except
                select benchmark_id from score
            ), missing as (
                (select s.benchmark_id
                from point p
                    join series s on s.project_id = p.project_id and s.series_id = p.series_id
                where p.project_id = :projectId and p.run_id = any (:before) and s.metric = 'score'
                union
                select benchmark_id from failure where project_id = :projectId and run_id = any (:before)
                union
                select benchmark_id from unnest(:known) as known (benchmark_id))
                except
                select benchmark_id from score
                except
                select benchmark_id from failed
                except
                select x.benchmark_id
                from run r
                    join branch line on line.project_id = r.project_id and line.branch_id = r.branch_id
                    join removal x on x.project_id = r.project_id and x.environment_id = r.environment_id
                        and (line.pull_request is null or x.pull_request in (0, line.pull_request))
                where r.project_id = :projectId and r.run_id = :runId
            )
            update run
            set absent = (select count(*) from failed) + (select count(*) from missing)
            where project_id = :projectId and run_id = :runId
            """)
                .bind("projectId", projectId)
                .bind("runId", runId)
                .bindArray("after", Long.class, compared.after())
                .bindArray("before", Long.class, compared.before())
                .bindArray("known", Long.class, compared.known())
                .execute();
    }

    /** The same for the newest run of the base branch in an environment. */
    public static void countNewest(Handle handle, long projectId, long environmentId) {
        List<Long> newest = handle.createQuery("""
            select r.run_id
            from run r
                join project p on p.project_id = r.project_id
                join branch b on b.project_id = r.project_id and b.branch_id = r.branch_id
                    and b.name = p.base_branch and b.pull_request is null
                join branch_commit place on place.project_id = r.project_id and place.branch_id = r.branch_id
                    and place.sha = r.sha
            where r.project_id = :projectId and r.environment_id = :environmentId and r.baseline_eligible
            order by place.position desc, r.run_id desc
            limit 1
            """)
                .bind("projectId", projectId)
                .bind("environmentId", environmentId)
                .mapTo(Long.class)
                .list();
        newest.forEach(run -> count(handle, projectId, run));
    }
}
