package dev.plumbline.server.notification.rule;

import dev.plumbline.server.database.Columns;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.StoreException;
import dev.plumbline.server.queue.DeliveryState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** The notification rules of projects. */
public final class NotificationRules {

    /** The kind of delivery that messages are. */
    public static final String KIND = "notification";

    /** The most rules that a project may have. */
    public static final int MOST = 50;

    private static final String COLUMNS = """
        rule_id, name, channel, target, secret, events, environment, benchmark, metric, minimum_effect, enabled, created_at
        """;

    private final Database database;

    public NotificationRules(Database database) {
        this.database = database;
    }

    /** A project's rules, oldest first. */
    public List<NotificationRule> all(long projectId) {
        return database.read(handle -> all(handle, projectId));
    }

    public static List<NotificationRule> all(Handle handle, long projectId) {
        return handle.createQuery("select " + COLUMNS + """
            from notification_rule
            where project_id = :projectId
            order by rule_id
            """)
                .bind("projectId", projectId)
                .map((row, context) -> NotificationRules.rule(row))
                .list();
    }

    /** One rule, empty when the project has no such rule. */
    public Optional<NotificationRule> find(long projectId, long ruleId) {
        return database.read(handle -> handle.createQuery("select " + COLUMNS + """
            from notification_rule
            where project_id = :projectId and rule_id = :ruleId
            """)
                .bind("projectId", projectId)
                .bind("ruleId", ruleId)
                .map((row, context) -> NotificationRules.rule(row))
                .findFirst());
    }

    /**
     * What happened to the latest message of a rule.
     *
     * @param state how far it is
     * @param at when it reached that state
     * @param error what went wrong, empty when nothing did
     */
    public record LastMessage(DeliveryState state, Instant at, String error) {}

    /** The last messages of a project's rules, by the rule's key. */
    public Map<Long, LastMessage> lastMessages(long projectId) {
        return database.read(handle -> handle
                .createQuery("""
                    select distinct on (rule) (subject ->> 'rule')::bigint as rule, state, updated_at,
                        last_error
                    from delivery
                    where project_id = :projectId and kind = :kind
                    order by rule, updated_at desc, delivery_id desc
                    """)
                .bind("projectId", projectId)
                .bind("kind", KIND)
                .map((row, context) -> Map.entry(
                        row.getLong("rule"),
                        new LastMessage(
                                Columns.constant(row, "state", DeliveryState::ofLabel),
                                Columns.instant(row, "updated_at").orElseThrow(),
                                Columns.text(row, "last_error"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /**
     * Adds a rule.
     *
     * @throws StoreException {@code invalid-notification} when the project has {@link #MOST} rules already
     */
    public NotificationRule create(long projectId, NotificationRule.Wish wish, String secret) {
        return database.transaction(handle -> {
            if (all(handle, projectId).size() >= MOST) {
                throw new StoreException(
                        "invalid-notification", "A project has at most " + MOST + " notification rules.");
            }
            return bind(handle.createQuery("""
                insert into notification_rule (name, channel, target, events, environment, benchmark,
                    metric, minimum_effect, enabled, secret, project_id)
                values (:name, :channel, :target, :events, :environment, :benchmark,
                    :metric, :minimumEffect, :enabled, :secret, :projectId)
                returning
                """ + COLUMNS), wish)
                    .bind("secret", secret)
                    .bind("projectId", projectId)
                    .map((row, context) -> rule(row))
                    .one();
        });
    }

    /**
     * Changes a rule; empty when the project has no such rule.
     *
     * @param secret the new secret; empty to keep the present one
     */
    public Optional<NotificationRule> replace(
            long projectId, long ruleId, NotificationRule.Wish wish, Optional<String> secret) {
        return database.transaction(handle -> bind(handle.createQuery("""
            update notification_rule
            set name = :name, channel = :channel, target = :target, events = :events,
                environment = :environment, benchmark = :benchmark, metric = :metric,
                minimum_effect = :minimumEffect, enabled = :enabled,
                secret = coalesce(:secret, secret)
            where project_id = :projectId and rule_id = :ruleId
            returning
            """ + COLUMNS), wish)
                .bind("secret", secret)
                .bind("projectId", projectId)
                .bind("ruleId", ruleId)
                .map((row, context) -> rule(row))
                .findFirst());
    }

    /** Deletes a rule and what it remembers; false when the project has no such rule. */
    public boolean delete(long projectId, long ruleId) {
        return database.transaction(handle -> handle.createUpdate("""
            delete from notification_rule where project_id = :projectId and rule_id = :ruleId
            """)
                        .bind("projectId", projectId)
                        .bind("ruleId", ruleId)
                        .execute()
                == 1);
    }

    private static Query bind(Query statement, NotificationRule.Wish wish) {
        return statement
                .bind("name", wish.name())
                .bind("channel", wish.channel().label())
                .bind("target", wish.target())
                .bindArray(
                        "events",
                        String.class,
                        wish.events().stream().map(NotificationEvent::label).toList())
                .bind("environment", wish.environment())
                .bind("benchmark", wish.benchmark())
                .bind("metric", wish.metric())
                .bind("minimumEffect", wish.minimumEffect())
                .bind("enabled", wish.enabled());
    }

    private static NotificationRule rule(ResultSet row) throws SQLException {
        Set<NotificationEvent> events = Columns.texts(row, "events").stream()
                .map(NotificationEvent::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return new NotificationRule(
                row.getLong("rule_id"),
                new NotificationRule.Wish(
                        row.getString("name"),
                        NotificationChannel.of(row.getString("channel")).orElseThrow(),
                        row.getString("target"),
                        events,
                        row.getString("environment"),
                        row.getString("benchmark"),
                        row.getString("metric"),
                        row.getDouble("minimum_effect"),
                        row.getBoolean("enabled")),
                row.getString("secret"),
                Columns.instant(row, "created_at").orElseThrow());
    }
}
