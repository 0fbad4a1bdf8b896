package dev.plumbline.server.judging;

import dev.plumbline.analysis.model.BenchmarkId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The benchmarks that people accepted as removed, in the runs of a pull request or on the base branch. */
public final class Removals {

    /** What stands for the base branch instead of a pull request's number. */
    public static final int BASE_BRANCH = 0;

    private final Handle handle;
    private final long projectId;

    public Removals(Handle handle, long projectId) {
        this.handle = handle;
        this.projectId = projectId;
    }

    private record Accepted(BenchmarkId benchmark, String by) {}

    /**
     * Those that apply to a run, with who accepted them: on the base branch also what was accepted in a pull request, which removed them
     * there; in a pull request its own, and what is accepted on the base branch.
     */
    Map<BenchmarkId, String> of(long runId) {
        Map<BenchmarkId, String> accepted = new HashMap<>();
        handle.createQuery("""
            select b.name, b.mode, b.threads, x.accepted_by,
                array(select e.key from jsonb_each_text(b.params) e order by e.key) as param_names,
                array(select e.value from jsonb_each_text(b.params) e order by e.key) as param_values
            from run r
                join branch line on line.project_id = r.project_id and line.branch_id = r.branch_id
                join removal x on x.project_id = r.project_id and x.environment_id = r.environment_id
                    and (line.pull_request is null or x.pull_request in (0, line.pull_request))
                join benchmark b on b.project_id = x.project_id and b.benchmark_id = x.benchmark_id
            where r.project_id = :projectId and r.run_id = :runId
            order by x.accepted_at
            """)
                .bind("projectId", projectId)
                .bind("runId", runId)
                .map((row, context) -> new Accepted(MeasuredSides.benchmark(row), row.getString("accepted_by")))
                .list()
                .forEach(each -> accepted.put(each.benchmark(), each.by()));
        return accepted;
    }

    /**
     * Accepts benchmarks as removed from an environment.
     *
     * @param pullRequest the pull request whose runs lack them, or {@link #BASE_BRANCH}
     * @param by who says so
     */
    public void accept(long environmentId, int pullRequest, Collection<Long> benchmarks, String by) {
        handle.createUpdate("""
            insert into removal (project_id, environment_id, benchmark_id, pull_request, accepted_by)
            select :projectId, :environmentId, benchmark_id, :pullRequest, :by
            from unnest(:benchmarks) as new (benchmark_id)
            on conflict (project_id, environment_id, benchmark_id, pull_request) do update set
                accepted_by = excluded.accepted_by, accepted_at = now()
            """)
                .bind("projectId", projectId)
                .bind("environmentId", environmentId)
                .bind("pullRequest", pullRequest)
                .bindArray("benchmarks", Long.class, benchmarks)
                .bind("by", by)
                .execute();
    }

    /**
     * Those of some benchmarks that the base branch lacks in an environment and that were accepted, in whichever pull request: from now on
     * that holds for all of the project.
     */
    public Set<Long> acceptedOn(long environmentId, Collection<Long> missing) {
        return handle.createQuery("""
            with accepted as (
                select distinct on (benchmark_id) project_id, environment_id, benchmark_id, accepted_by, accepted_at
                from removal
                where project_id = :projectId and environment_id = :environmentId and benchmark_id = any (:missing)
                order by benchmark_id, pull_request
            ), merged as (
                insert into removal (project_id, environment_id, benchmark_id, pull_request, accepted_by, accepted_at)
                select project_id, environment_id, benchmark_id, 0, accepted_by, accepted_at
                from accepted
                on conflict do nothing
            ), superseded as (
                delete from removal
                where project_id = :projectId and environment_id = :environmentId and benchmark_id = any (:missing)
                    and pull_request <> 0
            )
            select benchmark_id from accepted
            """)
                .bind("projectId", projectId)
                .bind("environmentId", environmentId)
                .bindArray("missing", Long.class, missing)
                .mapTo(Long.class)
                .set();
    }

    /** Takes back what was accepted on the base branch, of an environment's benchmarks that aren't among those it lacks now. */
    public void returned(long environmentId, Collection<Long> missing) {
        handle.createUpdate("""
            delete from removal
            where project_id = :projectId and environment_id = :environmentId and pull_request = 0
                and benchmark_id <> all (:missing)
            """)
                .bind("projectId", projectId)
                .bind("environmentId", environmentId)
                .bindArray("missing", Long.class, missing)
                .execute();
    }

    /** Takes back what was accepted in a pull request where its newest run, which is the given one, has the benchmark again. */
    void measuredAgain(long runId) {
        handle.createUpdate("""
            delete from removal x
            using run r
                join branch line on line.project_id = r.project_id and line.branch_id = r.branch_id
            where x.project_id = :projectId and r.project_id = :projectId and r.run_id = :runId
                and x.environment_id = r.environment_id and x.pull_request = line.pull_request
                and not exists (
                    select
                    from run later
                    where later.project_id = r.project_id and later.branch_id = r.branch_id
                        and later.environment_id = r.environment_id and later.run_id > r.run_id)
                and exists (
                    select
                    from series s
                        join point p on p.project_id = s.project_id and p.series_id = s.series_id and p.run_id = r.run_id
                    where s.project_id = x.project_id and s.benchmark_id = x.benchmark_id
                        and s.environment_id = x.environment_id and s.metric = 'score')
            """)
                .bind("projectId", projectId)
                .bind("runId", runId)
                .execute();
    }
}
