package dev.plumbline.server.notification.watchdog;

import dev.plumbline.server.judging.Removals;
import dev.plumbline.server.notification.thread.Notifier;
import dev.plumbline.server.notification.watch.Alarms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * The benchmarks that are missing from the base branch's newest commit in an environment, or failed there, although (nearly) each of the
 * commits before has a score of them. Commits are counted rather than runs, because a suite may be uploaded in parts: a commit with fewer
 * uploads than the last one that had the benchmark may still get it, until a second commit lacks it too.
 */
public final class VanishedBenchmarks {

    private final Handle handle;
    private final long projectId;

    public VanishedBenchmarks(Handle handle, long projectId) {
        this.handle = handle;
        this.projectId = projectId;
    }

    /** Raises an alarm for what is missing, and ends those of what has returned, in the environments that had recent uploads. */
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

    /** The same in one environment. */
    public void look(long environment) {
        NewestCommits commits = NewestCommits.load(handle, projectId, environment);
        if (commits.isEmpty()) {
            return;
        }
        Map<Long, Long> open = open(environment);
        Set<Long> absent = commits.absent();
        Set<Long> failed = commits.failed();
        Set<Long> removed = new HashSet<>(absent);
        removed.removeAll(failed);
        Removals removals = new Removals(handle, projectId);
        removals.returned(environment, absent);
        removed = removals.acceptedOn(environment, removed);
        Map<Long, NewestCommits.Gap> gaps = new HashMap<>();
        for (NewestCommits.Gap gap : commits.gaps(absent)) {
            if (!open.containsKey(gap.benchmark()) && !removed.contains(gap.benchmark())) {
                gaps.put(gap.benchmark(), gap);
            }
        }
        raise(environment, gaps, failed);
        List<Long> back = new ArrayList<>();
        open.forEach((benchmark, alarm) -> {
            if (!absent.contains(benchmark)) {
                back.add(alarm);
            }
        });
        end(back);
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

    private void raise(long environment, Map<Long, NewestCommits.Gap> gaps, Set<Long> failed) {
        List<NewestCommits.Gap> raised = List.copyOf(gaps.values());
        if (raised.isEmpty()) {
            return;
        }
        List<Long> alarms = handle.createQuery("""
            insert into alarm (project_id, kind, environment_id, benchmark_id, run_id, missing_run_id, failed, since)
            select r.project_id, 'vanished', :environmentId, gap.benchmark_id, r.run_id, gap.first_without, gap.failed,
                r.uploaded_at
            from unnest(:benchmarks, :lastRuns, :firstWithout, :failed)
                    as gap (benchmark_id, last_run, first_without, failed)
                join run r on r.project_id = :projectId and r.run_id = gap.last_run
            on conflict do nothing
            returning alarm_id
            """)
                .bind("projectId", projectId)
                .bind("environmentId", environment)
                .bindArray(
                        "benchmarks",
                        Long.class,
                        raised.stream().map(NewestCommits.Gap::benchmark).toList())
                .bindArray(
                        "lastRuns",
                        Long.class,
                        raised.stream().map(NewestCommits.Gap::lastRun).toList())
                .bindArray(
                        "firstWithout",
                        Long.class,
                        raised.stream().map(NewestCommits.Gap::firstWithout).toList())
                .bindArray(
                        "failed",
                        Boolean.class,
                        raised.stream()
                                .map(gap -> failed.contains(gap.benchmark()))
                                .toList())
                .mapTo(long.class)
                .list();
        Notifier.ofAlarms(handle, projectId, Alarms.of(handle, projectId, alarms), false);
    }

    private void end(List<Long> alarms) {
        if (alarms.isEmpty()) {
            return;
        }
        List<Long> ended = handle.createQuery("""
            update alarm set ended_at = now()
            where project_id = :projectId and alarm_id = any (:alarms) and ended_at is null
            returning alarm_id
            """)
                .bind("projectId", projectId)
                .bindArray("alarms", Long.class, alarms)
                .mapTo(long.class)
                .list();
        Notifier.ofAlarms(handle, projectId, Alarms.of(handle, projectId, ended), true);
    }
}
