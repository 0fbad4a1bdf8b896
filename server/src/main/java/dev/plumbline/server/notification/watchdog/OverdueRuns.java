package dev.plumbline.server.notification.watchdog;

import dev.plumbline.server.database.Columns;
import dev.plumbline.server.notification.thread.Notifier;
import dev.plumbline.server.notification.watch.Alarms;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The runs that a project's watches expect and that are overdue. */
final class OverdueRuns {

    private final Handle handle;
    private final long projectId;

    OverdueRuns(Handle handle, long projectId) {
        this.handle = handle;
        this.projectId = projectId;
    }

    private record Expected(long watchId, Instant due, boolean overdue, Optional<Long> lastRun, Optional<Long> alarm) {}

    /** Raises an alarm for what is overdue now, and ends the alarms of what no longer is. */
    void look() {
        for (Expected expected : expected()) {
            if (expected.overdue() && expected.alarm().isEmpty()) {
                notifyOf(raise(expected), false);
            } else if (!expected.overdue() && expected.alarm().isPresent()) {
                end(expected.alarm().get());
                notifyOf(expected.alarm().get(), true);
            }
        }
    }

    private List<Expected> expected() {
        return handle.createQuery("""
            select e.*, e.due < now() as overdue
            from (
                select w.watch_id, last.run_id, a.alarm_id,
                    greatest(last.uploaded_at, w.created_at)
                        + (w.every_seconds + w.grace_seconds) * interval '1 second' as due
                from watch w
                    join project p on p.project_id = w.project_id
                    left join alarm a on a.project_id = w.project_id and a.watch_id = w.watch_id
                        and a.kind = 'overdue' and a.ended_at is null
                    left join lateral (
                        select r.run_id, r.uploaded_at
                        from run r
                            join environment e
                                on e.project_id = r.project_id and e.environment_id = r.environment_id
                            join branch b on b.project_id = r.project_id and b.branch_id = r.branch_id
                        where r.project_id = w.project_id and e.label = w.environment
                            and b.name = coalesce(nullif(w.branch, ''), p.base_branch)
                            and b.pull_request is null and r.baseline_eligible
                        order by r.uploaded_at desc
                        limit 1) last on true
                where w.project_id = :projectId) e
            order by e.watch_id
            """)
                .bind("projectId", projectId)
                .map((row, context) -> new Expected(
                        row.getLong("watch_id"),
                        Columns.instant(row, "due").orElseThrow(),
                        row.getBoolean("overdue"),
                        Columns.key(row, "run_id"),
                        Columns.key(row, "alarm_id")))
                .list();
    }

    private long raise(Expected expected) {
        return handle.createQuery("""
            insert into alarm (project_id, kind, watch_id, run_id, since)
            values (:projectId, 'overdue', :watchId, :runId, :since)
            returning alarm_id
            """)
                .bind("projectId", projectId)
                .bind("watchId", expected.watchId())
                .bind("runId", expected.lastRun())
                .bind("since", expected.due())
                .mapTo(long.class)
                .one();
    }

    private void end(long alarmId) {
        handle.createUpdate("""
            update alarm set ended_at = now() where project_id = :projectId and alarm_id = :alarmId
            """)
                .bind("projectId", projectId)
                .bind("alarmId", alarmId)
                .execute();
    }

    private void notifyOf(long alarmId, boolean back) {
        Notifier.ofAlarms(handle, projectId, Alarms.of(handle, projectId, List.of(alarmId)), back);
    }
}
