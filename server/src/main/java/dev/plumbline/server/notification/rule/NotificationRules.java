package dev.plumbline.server.notification.rule;

import dev.plumbline.server.database.Columns;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.Query;
import dev.plumbline.server.database.StoreException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The notification rules of projects. */
public final class NotificationRules {

    /** The kind of delivery that messages are. */
    public static final String KIND = "notification";

    /** So many a project may have. */
    public static final int MOST = 50;

    private static final String COLUMNS = """
        rule_id, name, channel, target, secret, events, environment, benchmark, metric, minimum_effect, enabled, created_at
        """;

    private final Database database;

    public NotificationRules(Database database) {
        this.database = database;
    }

    /** A project's rules, the oldest first. */
    public List<NotificationRule> all(long projectId) {
        return database.read(handle -> all(handle, projectId));
    }

    public static List<NotificationRule> all(Handle handle, long projectId) throws SQLException {
        return Query.of(handle, "select " + COLUMNS + " from notification_rule where project_id = ? order by rule_id")
                .with(projectId)
                .list(NotificationRules::rule);
    }

    /** One rule, empty when the project has no such. */
    public Optional<NotificationRule> find(long projectId, long ruleId) {
        return database.read(handle -> Query.of(
                        handle, "select " + COLUMNS + " from notification_rule where project_id = ? and rule_id = ?")
                .with(projectId)
                .with(ruleId)
                .first(NotificationRules::rule));
    }

    /**
     * What became of the message of a rule that was tried last.
     *
     * @param state waiting, delivered, dead or dropped
     * @param at when that came to be
     * @param error what went wrong, empty when nothing did
     */
    public record LastMessage(String state, Instant at, String error) {}

    /** The last messages of a project's rules, by the rule's key. */
    public Map<Long, LastMessage> lastMessages(long projectId) {
        return database.read(handle -> Query.of(handle, """
            select distinct on (rule) (subject ->> 'rule')::bigint as rule, state, updated_at,
                last_error
            from delivery
            where project_id = ? and kind = ?
            order by rule, updated_at desc, delivery_id desc
            """)
                .with(projectId)
                .with(KIND)
                .list(row -> Map.entry(
                        row.getLong("rule"),
                        new LastMessage(
                                row.getString("state"),
                                Columns.instant(row, "updated_at").orElseThrow(),
                                Columns.text(row, "last_error"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /**
     * Adds a rule.
     *
     * @throws StoreException {@code invalid-notification} when the project has as many as it may have
     */
    public NotificationRule create(long projectId, NotificationRule.Wish wish, String secret) {
        return database.transaction(handle -> {
            if (all(handle, projectId).size() >= MOST) {
                throw new StoreException(
                        "invalid-notification", "A project has at most " + MOST + " notification rules.");
            }
            try (PreparedStatement statement = handle.getConnection().prepareStatement("""
                insert into notification_rule (name, channel, target, events, environment, benchmark, metric,
                    minimum_effect, enabled, secret, project_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                returning
                """ + COLUMNS)) {
                bind(handle, statement, wish);
                statement.setString(10, secret);
                statement.setLong(11, projectId);
                return one(statement).orElseThrow();
            }
        });
    }

    /**
     * Changes a rule; empty when the project has no such.
     *
     * @param secret the new secret; empty to keep the present one
     */
    public Optional<NotificationRule> replace(
            long projectId, long ruleId, NotificationRule.Wish wish, Optional<String> secret) {
        return database.transaction(handle -> {
            try (PreparedStatement statement = handle.getConnection().prepareStatement("""
                update notification_rule
                set name = ?, channel = ?, target = ?, events = ?, environment = ?, benchmark = ?, metric = ?,
                    minimum_effect = ?, enabled = ?, secret = coalesce(?, secret)
                where project_id = ? and rule_id = ?
                returning
                """ + COLUMNS)) {
                bind(handle, statement, wish);
                statement.setString(10, secret.orElse(null));
                statement.setLong(11, projectId);
                statement.setLong(12, ruleId);
                return one(statement);
            }
        });
    }

    /** Deletes a rule and what it remembers; false when the project has no such. */
    public boolean delete(long projectId, long ruleId) {
        return database.transaction(handle -> {
            try (PreparedStatement statement = handle.getConnection()
                    .prepareStatement("delete from notification_rule where project_id = ? and rule_id = ?")) {
                statement.setLong(1, projectId);
                statement.setLong(2, ruleId);
                return statement.executeUpdate() == 1;
            }
        });
    }

    private static void bind(Handle handle, PreparedStatement statement, NotificationRule.Wish wish)
            throws SQLException {
        statement.setString(1, wish.name());
        statement.setString(2, wish.channel().label());
        statement.setString(3, wish.target());
        statement.setArray(
                4,
                handle.getConnection()
                        .createArrayOf(
                                "text",
                                wish.events().stream()
                                        .map(NotificationEvent::label)
                                        .toArray()));
        statement.setString(5, wish.environment());
        statement.setString(6, wish.benchmark());
        statement.setString(7, wish.metric());
        statement.setDouble(8, wish.minimumEffect());
        statement.setBoolean(9, wish.enabled());
    }

    private static Optional<NotificationRule> one(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(rule(rows)) : Optional.empty();
        }
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
