package dev.plumbline.server.notification.thread;

import dev.plumbline.server.database.Columns;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.StoredText;
import dev.plumbline.server.notification.rule.NotificationRule;
import dev.plumbline.server.notification.rule.NotificationRules;
import dev.plumbline.server.notification.watch.Alarm;
import dev.plumbline.server.notification.watch.Alarms;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.project.Projects;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The threads of notification rules: what their messages are about, and what was sent before. */
public final class NotificationThreads {

    /** The kind of delivery that messages are. */
    public static final String KIND = NotificationRules.KIND;

    private static final int WORST = 5;
    private static final int MOST_READ = 2_000;

    private final Database database;

    public NotificationThreads(Database database) {
        this.database = database;
    }

    /**
     * What one message is about.
     *
     * @param project the project
     * @param rule the rule that asks for it
     * @param at when the event was recorded
     * @param opens whether it is the first of its thread
     * @param topic what the first message called it; empty before that
     * @param issue the number of the issue that was opened; empty if none was
     * @param regressions which regressions it is about, as they are now
     * @param alarms which alarms it is about
     */
    public record Told(
            Project project,
            NotificationRule rule,
            Instant at,
            boolean opens,
            Optional<String> topic,
            Optional<Integer> issue,
            List<NotifiedRegression> regressions,
            List<Alarm> alarms) {

        public Told {
            regressions = List.copyOf(regressions);
            alarms = List.copyOf(alarms);
        }
    }

    private record Member(Optional<Long> regression, Optional<Long> alarm) {}

    private record Held(Optional<String> topic, Optional<Integer> issue, boolean opens) {}

    /**
     * What a message is about; empty when its rule is gone.
     *
     * @param event the event as it was enqueued
     * @param at when that was, in microseconds since 1970
     */
    public Optional<Told> load(long projectId, long ruleId, long thread, ThreadEvent event, long at) {
        return database.read(handle -> {
            Optional<NotificationRule> rule = NotificationRules.all(handle, projectId).stream()
                    .filter(one -> one.id() == ruleId)
                    .findFirst();
            Optional<Held> held = held(handle, projectId, thread, at);
            if (rule.isEmpty() || held.isEmpty()) {
                return Optional.empty();
            }
            List<Member> members = members(handle, projectId, thread, event, at);
            return Optional.of(new Told(
                    Projects.byId(handle, projectId),
                    rule.get(),
                    Instant.EPOCH.plus(at, ChronoUnit.MICROS),
                    held.get().opens(),
                    held.get().topic(),
                    held.get().issue(),
                    regressions(
                            handle,
                            projectId,
                            rule.get().wish(),
                            members.stream()
                                    .flatMap(member -> member.regression().stream())
                                    .toList()),
                    Alarms.of(
                            handle,
                            projectId,
                            members.stream()
                                    .flatMap(member -> member.alarm().stream())
                                    .toList())));
        });
    }

    /** The rule and its project; empty when either is gone. For a message that isn't about an event. */
    public Optional<Told> trial(long projectId, long ruleId, Instant at) {
        return database.read(handle -> {
            Optional<NotificationRule> rule = NotificationRules.all(handle, projectId).stream()
                    .filter(one -> one.id() == ruleId)
                    .findFirst();
            if (rule.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Told(
                    Projects.byId(handle, projectId),
                    rule.get(),
                    at,
                    true,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of()));
        });
    }

    /** Enqueues a message that tests a rule. */
    public void enqueueTrial(long projectId, NotificationRule rule) {
        database.execute(handle -> {
            long at = handle.createQuery("select (extract(epoch from clock_timestamp()) * 1000000)::bigint as at")
                    .map((row, context) -> row.getLong("at"))
                    .findFirst()
                    .orElseThrow();
            Notifier.enqueueTrial(handle, projectId, rule, at);
        });
    }

    /** Stores the topic of a thread unless it already has one, and returns the topic that it has. */
    public String topic(long projectId, long thread, String topic) {
        return database.transaction(handle -> handle.createQuery("""
            update announcement set topic = coalesce(topic, :topic)
            where project_id = :projectId and announcement_id = :thread
            returning topic
            """)
                .bind("topic", StoredText.clean(topic))
                .bind("projectId", projectId)
                .bind("thread", thread)
                .mapTo(String.class)
                .findFirst()
                .orElse(topic));
    }

    /** Stores the issue that holds a thread. */
    public void rememberIssue(long projectId, long thread, int number, String url) {
        database.execute(handle -> handle.createUpdate("""
            update announcement set issue_number = :number, issue_url = :url
            where project_id = :projectId and announcement_id = :thread
            """)
                .bind("number", number)
                .bind("url", StoredText.clean(url))
                .bind("projectId", projectId)
                .bind("thread", thread)
                .execute());
    }

    private static Optional<Held> held(Handle handle, long projectId, long thread, long at) {
        return handle.createQuery("""
            select topic, issue_number,
                not exists (
                    select from announced e
                    where e.project_id = a.project_id and e.announcement_id = a.announcement_id
                        and (extract(epoch from e.at) * 1000000)::bigint < :at) as opens
            from announcement a
            where a.project_id = :projectId and a.announcement_id = :thread
            """)
                .bind("at", at)
                .bind("projectId", projectId)
                .bind("thread", thread)
                .map((row, context) -> new Held(
                        Optional.ofNullable(row.getString("topic")),
                        Columns.key(row, "issue_number").map(Long::intValue),
                        row.getBoolean("opens")))
                .findFirst();
    }

    private static List<Member> members(Handle handle, long projectId, long thread, ThreadEvent event, long at) {
        return handle.createQuery("""
            select regression_id, alarm_id
            from announced
            where project_id = :projectId and announcement_id = :thread and event = :event
                and (extract(epoch from at) * 1000000)::bigint = :at
            order by announced_id
            """)
                .bind("projectId", projectId)
                .bind("thread", thread)
                .bind("event", event.label())
                .bind("at", at)
                .map((row, context) -> new Member(Columns.key(row, "regression_id"), Columns.key(row, "alarm_id")))
                .list();
    }

    /** The regressions, each with the worst of those of its series that the rule is about. */
    private static List<NotifiedRegression> regressions(
            Handle handle, long projectId, NotificationRule.Wish wish, List<Long> ids) {
        return NotifiedRegressionQueries.read(handle, projectId, ids, MOST_READ).stream()
                .map(regression -> regression.with(
                        regression.range(),
                        regression.worst().stream()
                                .filter(moved -> wish.covers(
                                        moved.series().benchmark(),
                                        moved.series().metric(),
                                        moved.ratio()))
                                .limit(WORST)
                                .toList(),
                        regression.seriesCount()))
                .toList();
    }
}
