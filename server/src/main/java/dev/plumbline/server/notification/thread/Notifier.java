package dev.plumbline.server.notification.thread;

import dev.plumbline.server.database.Columns;
import dev.plumbline.server.notification.rule.NotificationEvent;
import dev.plumbline.server.notification.rule.NotificationRule;
import dev.plumbline.server.notification.rule.NotificationRules;
import dev.plumbline.server.notification.watch.Alarm;
import dev.plumbline.server.queue.Deliveries;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Decides which rules are notified of an event, in the transaction in which it happens, and leaves the messages to the delivery queue. A
 * rule has one thread for the regressions that began with one run. Events of several of them in one transaction are one message.
 */
public final class Notifier {

    /**
     * A regression that is found only now at a commit older than this isn't news: somebody uploaded a history.
     */
    private static final Duration OLD_NEWS = Duration.ofDays(60);

    private final Handle handle;
    private final long projectId;
    private final List<NotificationRule> rules;

    private Notifier(Handle handle, long projectId, NotificationEvent event) {
        this.handle = handle;
        this.projectId = projectId;
        this.rules = NotificationRules.all(handle, projectId).stream()
                .filter(rule -> rule.wish().enabled() && rule.wish().events().contains(event))
                .toList();
    }

    /**
     * Reports what happened to a regression. Its series must be attached to it already.
     *
     * @param note what somebody said about it; empty when nobody did
     */
    static void ofRegression(Handle handle, long projectId, long regressionId, NotificationEvent event, String note) {
        Notifier notifier = new Notifier(handle, projectId, event);
        if (!notifier.rules.isEmpty()) {
            notifier.tell(regressionId, event, note);
        }
    }

    /** Reports alarms of one environment that were raised, or that ended, together. */
    public static void ofAlarms(Handle handle, long projectId, List<Alarm> alarms, boolean back) {
        if (alarms.isEmpty()) {
            return;
        }
        Notifier notifier = new Notifier(handle, projectId, NotificationEvent.WATCHDOG);
        for (NotificationRule rule : notifier.rules) {
            if (back) {
                notifier.tellOfReturn(rule, alarms);
            } else {
                notifier.tellOfAlarms(rule, alarms);
            }
        }
    }

    private record Subject(long runId, boolean worse, boolean news, String environment, double shift) {}

    private record Member(String benchmark, String metric, double ratio) {}

    private void tell(long regressionId, NotificationEvent event, String note) {
        Subject subject = subject(regressionId);
        if (!subject.worse()) {
            return;
        }
        List<Member> members = members(regressionId);
        ThreadEvent told = new ThreadEvent.OfRegressions(event);
        for (NotificationRule rule : rules) {
            Optional<Long> known = thread(rule, "regression_id", regressionId);
            if (known.isPresent() && (!event.begins() || !said(known.get(), regressionId, event))) {
                say(rule, known.get(), told, "regression_id", regressionId, note);
            } else if (known.isEmpty() && event.begins() && subject.news() && covers(rule.wish(), subject, members)) {
                say(rule, thread(rule, subject.runId()), told, "regression_id", regressionId, note);
            }
        }
    }

    private static boolean covers(NotificationRule.Wish wish, Subject subject, List<Member> members) {
        boolean large = Double.isNaN(subject.shift())
                ? members.stream().anyMatch(one -> wish.covers(one.benchmark(), one.metric(), one.ratio()))
                : wish.coversSuite(subject.shift());
        return large && wish.covers(subject.environment());
    }

    private Subject subject(long regressionId) {
        return handle.createQuery("""
            select g.run_id, g.worse, e.label as environment, shift.ratio,
                coalesce(c.committed_at > now() - :oldNewsSeconds * interval '1 second', true) as news
            from regression g
                join environment e
                    on e.project_id = g.project_id and e.environment_id = g.environment_id
                join run r on r.project_id = g.project_id and r.run_id = g.run_id
                join commit c on c.project_id = r.project_id and c.sha = r.sha
                left join environment_shift shift
                    on shift.project_id = g.project_id and shift.regression_id = g.regression_id
                        and shift.run_id = g.run_id
            where g.project_id = :projectId and g.regression_id = :regressionId
            """)
                .bind("oldNewsSeconds", OLD_NEWS.toSeconds())
                .bind("projectId", projectId)
                .bind("regressionId", regressionId)
                .map((row, context) -> new Subject(
                        row.getLong("run_id"),
                        row.getBoolean("worse"),
                        row.getBoolean("news"),
                        row.getString("environment"),
                        Columns.number(row, "ratio")))
                .findFirst()
                .orElseThrow();
    }

    private List<Member> members(long regressionId) {
        return handle.createQuery("""
            select b.name, s.metric, cp.ratio
            from change_point cp
                join series s on s.project_id = cp.project_id and s.series_id = cp.series_id
                join benchmark b on b.project_id = s.project_id and b.benchmark_id = s.benchmark_id
            where cp.project_id = :projectId and cp.regression_id = :regressionId
            """)
                .bind("projectId", projectId)
                .bind("regressionId", regressionId)
                .map((row, context) ->
                        new Member(row.getString("name"), row.getString("metric"), row.getDouble("ratio")))
                .list();
    }

    private void tellOfAlarms(NotificationRule rule, List<Alarm> alarms) {
        List<Alarm> wanted =
                alarms.stream().filter(alarm -> covers(rule.wish(), alarm)).toList();
        if (wanted.isEmpty()) {
            return;
        }
        long thread = begin(rule, Optional.empty());
        for (Alarm alarm : wanted) {
            say(rule, thread, ThreadEvent.OfAlarms.MISSING, "alarm_id", alarm.id(), "");
        }
    }

    private static boolean covers(NotificationRule.Wish wish, Alarm alarm) {
        return wish.covers(alarm.environment())
                && switch (alarm.missing()) {
                    case Alarm.Missing.Run run -> true;
                    case Alarm.Missing.Benchmark benchmark -> wish.coversBenchmark(benchmark.name());
                };
    }

    private void tellOfReturn(NotificationRule rule, List<Alarm> alarms) {
        for (Alarm alarm : alarms) {
            Optional<Long> thread = thread(rule, "alarm_id", alarm.id());
            if (thread.isPresent()) {
                say(rule, thread.get(), ThreadEvent.OfAlarms.BACK, "alarm_id", alarm.id(), "");
            }
        }
    }

    /** The rule's thread about a regression or an alarm; empty when there is none. */
    private Optional<Long> thread(NotificationRule rule, String column, long id) {
        return handle.createQuery("""
            select announcement_id
            from announced
                join announcement using (project_id, announcement_id)
            where project_id = :projectId and rule_id = :ruleId and %s = :id
            limit 1
            """.formatted(column))
                .bind("projectId", projectId)
                .bind("ruleId", rule.id())
                .bind("id", id)
                .map((row, context) -> row.getLong("announcement_id"))
                .findFirst();
    }

    /** The rule's thread about what began with a run; a new one when there is none yet. */
    private long thread(NotificationRule rule, long runId) {
        Optional<Long> present = handle.createQuery("""
            select announcement_id from announcement where project_id = :projectId and rule_id = :ruleId
            and run_id = :runId
            """)
                .bind("projectId", projectId)
                .bind("ruleId", rule.id())
                .bind("runId", runId)
                .map((row, context) -> row.getLong("announcement_id"))
                .findFirst();
        return present.isPresent() ? present.get() : begin(rule, Optional.of(runId));
    }

    private long begin(NotificationRule rule, Optional<Long> runId) {
        return handle.createQuery("""
            insert into announcement (project_id, rule_id, run_id) values (:projectId, :ruleId, :runId)
            returning announcement_id
            """)
                .bind("projectId", projectId)
                .bind("ruleId", rule.id())
                .bind("runId", runId)
                .mapTo(long.class)
                .one();
    }

    /** Whether a message has already said this since the state it reports last ended. */
    private boolean said(long thread, long regressionId, NotificationEvent event) {
        return event != NotificationEvent.REOPENED
                && handle.createQuery("""
                    select 1 as said from announced
                    where project_id = :projectId and announcement_id = :thread
                        and regression_id = :regressionId and event = :event
                    """)
                        .bind("projectId", projectId)
                        .bind("thread", thread)
                        .bind("regressionId", regressionId)
                        .bind("event", event.label())
                        .map((row, context) -> row.getInt("said"))
                        .findFirst()
                        .isPresent();
    }

    /** Adds to the message of this transaction, which is the first of its kind in the thread or a later one. */
    private void say(NotificationRule rule, long thread, ThreadEvent event, String column, long id, String note) {
        long at = handle.createQuery("""
            insert into announced (project_id, announcement_id, event, %s) values (:projectId, :thread, :event, :id)
            returning (extract(epoch from at) * 1000000)::bigint
            """.formatted(column))
                .bind("projectId", projectId)
                .bind("thread", thread)
                .bind("event", event.label())
                .bind("id", id)
                .mapTo(long.class)
                .one();
        Deliveries.enqueueOnce(
                handle,
                projectId,
                NotificationRules.KIND,
                "rule-" + rule.id() + "/conversation-" + thread + "/" + event.label() + "/" + at,
                target(rule),
                Map.of(
                        "rule", String.valueOf(rule.id()),
                        "conversation", String.valueOf(thread),
                        "event", event.label(),
                        "at", String.valueOf(at),
                        "note", note));
    }

    /** Enqueues a message that tests a rule. */
    static void enqueueTrial(Handle handle, long projectId, NotificationRule rule, long at) {
        Deliveries.enqueueOnce(
                handle,
                projectId,
                NotificationRules.KIND,
                "rule-" + rule.id() + "/test/" + at,
                target(rule),
                Map.of("rule", String.valueOf(rule.id()), "event", "test", "at", String.valueOf(at)));
    }

    /** The target as everyone who may read the project sees it: without address or secret. */
    static String target(NotificationRule rule) {
        return rule.wish().channel().delivery() + ": " + rule.wish().name();
    }
}
