package dev.plumbline.server.notification.watchdog;

import dev.plumbline.server.notification.thread.Notifier;
import dev.plumbline.server.notification.watch.Alarms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * The benchmarks that the base branch's runs in an environment no longer have: each of the earlier commits has them, the newest ones
 * don't. Commits are counted rather than runs, because a suite may be uploaded in parts. More than one commit must lack a benchmark, so
 * that neither a run in progress nor a single failure counts.
 */
final class VanishedBenchmarks {

    /** How many of the newest measured commits have to lack a benchmark. */
    private static final int LACKING = 2;

    /** How many of the commits before those must each have measured it. */
    private static final int HAVING = 5;

    /** A history shorter than this shows nothing. */
    private static final int LEAST_HAVING = 3;

    private final Handle handle;
    private final long projectId;

    VanishedBenchmarks(Handle handle, long projectId) {
        this.handle = handle;
        this.projectId = projectId;
    }

    /** Raises an alarm for what vanished, and ends those of what has returned, in the environments that had recent uploads. */
    void look(Duration uploadsWithin) {
        List<Long> environments = handle.createQuery("""
            select distinct environment_id
            from run
            where project_id = :projectId and uploaded_at > now() - :withinMillis * interval '1 millisecond'
            order by environment_id
            """)
                .bind("projectId", projectId)
                .bind("withinMillis", uploadsWithin.toMillis())
                .map((row, context) -> row.getLong("environment_id"))
                .list();
        for (long environment : environments) {
            look(environment);
        }
    }

    private record Measured(long benchmark, int place) {}

    private void look(long environment) {
        Map<Long, Long> open = open(environment);
        Map<Long, Set<Integer>> places = new HashMap<>();
        int commits = 0;
        for (Measured measured : measured(environment)) {
            commits = Math.max(commits, measured.place());
            places.computeIfAbsent(measured.benchmark(), first -> new HashSet<>())
                    .add(measured.place());
        }
        Set<Long> vanished = new TreeSet<>();
        List<Long> back = new ArrayList<>();
        int having = commits - LACKING;
        for (Map.Entry<Long, Set<Integer>> entry : places.entrySet()) {
            boolean absent = entry.getValue().stream().noneMatch(place -> place <= LACKING);
            Long alarm = open.get(entry.getKey());
            if (absent
                    && alarm == null
                    && having >= LEAST_HAVING
                    && entry.getValue().size() == having) {
                vanished.add(entry.getKey());
            } else if (!absent && alarm != null) {
                back.add(alarm);
            }
        }
        raise(environment, vanished);
        end(back);
    }

    /** The benchmarks of the newest commits that the base branch was measured with; the newest has place 1. */
    private List<Measured> measured(long environment) {
        return handle.createQuery("""
            with newest as (
                select r.sha, row_number() over (order by max(bc.position) desc) as place
                from run r
                    join branch b on b.project_id = r.project_id and b.branch_id = r.branch_id
                    join project p on p.project_id = r.project_id
                    join branch_commit bc on bc.project_id = r.project_id
                        and bc.branch_id = r.branch_id and bc.sha = r.sha
                where r.project_id = :projectId and r.environment_id = :environmentId and r.baseline_eligible
                    and b.name = p.base_branch and b.pull_request is null
                group by r.sha
                order by max(bc.position) desc
                limit :commits)
            select distinct s.benchmark_id, n.place
            from newest n
                join run r on r.sha = n.sha
                join point pt on pt.project_id = r.project_id and pt.run_id = r.run_id
                join series s on s.project_id = pt.project_id and s.series_id = pt.series_id
            where r.project_id = :projectId and r.environment_id = :environmentId and r.baseline_eligible
            """)
                .bind("projectId", projectId)
                .bind("environmentId", environment)
                .bind("commits", LACKING + HAVING)
                .map((row, context) -> new Measured(row.getLong("benchmark_id"), row.getInt("place")))
                .list();
    }

    private Map<Long, Long> open(long environment) {
        Map<Long, Long> open = new HashMap<>();
        for (Map.Entry<Long, Long> alarm : handle.createQuery("""
            select benchmark_id, alarm_id from alarm
            where project_id = :projectId and environment_id = :environmentId and kind = 'vanished'
                and ended_at is null
            """)
                .bind("projectId", projectId)
                .bind("environmentId", environment)
                .map((row, context) -> Map.entry(row.getLong("benchmark_id"), row.getLong("alarm_id")))
                .list()) {
            open.put(alarm.getKey(), alarm.getValue());
        }
        return open;
    }

    private void raise(long environment, Set<Long> benchmarks) {
        if (benchmarks.isEmpty()) {
            return;
        }
        List<Long> raised = handle.createQuery("""
            insert into alarm (project_id, kind, environment_id, benchmark_id, run_id, since)
            select distinct on (s.benchmark_id) r.project_id, 'vanished', r.environment_id, s.benchmark_id, r.run_id,
                r.uploaded_at
            from series s
                join point pt on pt.project_id = s.project_id and pt.series_id = s.series_id
                join run r on r.project_id = pt.project_id and r.run_id = pt.run_id
                join branch b on b.project_id = r.project_id and b.branch_id = r.branch_id
                join project p on p.project_id = r.project_id
                join branch_commit bc
                    on bc.project_id = r.project_id and bc.branch_id = r.branch_id and bc.sha = r.sha
            where s.project_id = :projectId and s.environment_id = :environmentId
                and s.benchmark_id = any (:benchmarks) and r.baseline_eligible
                and b.name = p.base_branch and b.pull_request is null
            order by s.benchmark_id, bc.position desc, r.run_id desc
            returning alarm_id
            """)
                .bind("projectId", projectId)
                .bind("environmentId", environment)
                .bindArray("benchmarks", Long.class, benchmarks)
                .mapTo(long.class)
                .list();
        Notifier.ofAlarms(handle, projectId, Alarms.of(handle, projectId, raised), false);
    }

    private void end(List<Long> alarms) {
        if (alarms.isEmpty()) {
            return;
        }
        handle.createUpdate("""
            update alarm set ended_at = now() where project_id = :projectId and alarm_id = any (:alarms)
            """)
                .bind("projectId", projectId)
                .bindArray("alarms", Long.class, alarms)
                .execute();
        Notifier.ofAlarms(handle, projectId, Alarms.of(handle, projectId, alarms), true);
    }
}
