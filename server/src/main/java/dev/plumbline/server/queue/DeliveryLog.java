package dev.plumbline.server.queue;

import dev.plumbline.server.database.Columns;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.PageOf;
import dev.plumbline.server.database.Query;
import dev.plumbline.server.database.StoredText;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The attempts that were made to deliver, and the deliveries as people look at them. */
public final class DeliveryLog {

    /** So many attempts of each delivery are kept, the newest. */
    static final int KEPT = 30;

    private static final int LONGEST_TEXT = 1_000;

    private final Database database;

    public DeliveryLog(Database database) {
        this.database = database;
    }

    /**
     * One attempt.
     *
     * @param at when it ended
     * @param outcome {@code delivered}, {@code postponed}, {@code failed}, {@code dead} or {@code dropped}
     * @param status the HTTP status of the answer, 0 where there was none
     * @param what what was done or went wrong
     * @param took how long it took
     */
    public record Attempt(Instant at, String outcome, int status, String what, Duration took) {}

    /**
     * A delivery as people look at it.
     *
     * @param state {@code waiting}, {@code delivered}, {@code dead} or {@code dropped}
     * @param attempts since it was asked for
     * @param nextTry when it is tried next; empty unless it waits
     * @param underWay whether a server is at it
     * @param url what was made at the other end; may be empty
     * @param lastError what the last attempt failed with; empty when it did not
     */
    public record Entry(
            long id,
            String kind,
            String key,
            String target,
            String state,
            int attempts,
            Optional<Instant> nextTry,
            boolean underWay,
            String url,
            String lastError,
            Instant createdAt,
            Instant updatedAt) {}

    /** The attempts of a delivery that are kept, the newest first. */
    public List<Attempt> attempts(long projectId, long deliveryId) {
        return attempts(projectId, List.of(deliveryId)).getOrDefault(deliveryId, List.of());
    }

    /** The attempts of some deliveries that are kept, of each the newest first. */
    public Map<Long, List<Attempt>> attempts(long projectId, List<Long> deliveryIds) {
        Map<Long, List<Attempt>> attempts = new HashMap<>();
        database.read(handle -> Query.of(handle, """
            select delivery_id, at, outcome, status, what, millis
            from delivery_attempt
            where project_id = ? and delivery_id = any (?)
            order by delivery_id, attempt_id desc
            """)
                .with(projectId)
                .withAll(deliveryIds)
                .list(row -> attempts.computeIfAbsent(row.getLong("delivery_id"), first -> new ArrayList<>())
                        .add(attempt(row))));
        return attempts;
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                Columns.instant(row, "at").orElseThrow(),
                row.getString("outcome"),
                row.getInt("status"),
                row.getString("what"),
                Duration.ofMillis(row.getLong("millis")));
    }

    /**
     * The deliveries of a project, the one that changed last first.
     *
     * @param state only those in this state; empty: all
     * @param kind only those of this kind; empty: all
     */
    public List<Entry> entries(long projectId, String state, String kind, PageOf part) {
        return database.read(handle -> Query.of(handle, ENTRY + """
                and (? = '' or state = ?) and (? = '' or kind = ?)
            order by updated_at desc, delivery_id desc
            offset ? limit ?
            """)
                .with(projectId)
                .with(state)
                .with(state)
                .with(kind)
                .with(kind)
                .with(part.offset())
                .with(part.limit())
                .list(DeliveryLog::entry));
    }

    /** One delivery. */
    public Optional<Entry> entry(long projectId, long deliveryId) {
        return database.read(handle -> Query.of(handle, ENTRY + "    and delivery_id = ?")
                .with(projectId)
                .with(deliveryId)
                .first(DeliveryLog::entry));
    }

    private static final String ENTRY = """
        select delivery_id, kind, key, target, state, attempts, leased_until > now() as under_way,
            case when state = 'waiting' then not_before end as next_try, remote ->> 'url' as url, last_error,
            created_at, updated_at
        from delivery
        where project_id = ?
        """;

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("delivery_id"),
                row.getString("kind"),
                row.getString("key"),
                row.getString("target"),
                row.getString("state"),
                row.getInt("attempts"),
                Columns.instant(row, "next_try"),
                row.getBoolean("under_way"),
                Columns.text(row, "url"),
                Columns.text(row, "last_error"),
                Columns.instant(row, "created_at").orElseThrow(),
                Columns.instant(row, "updated_at").orElseThrow());
    }

    /** Whether the lease is still this delivery's: another server may have taken over, which then has the say. Locks the row. */
    static boolean isHeld(Handle handle, Delivery delivery) throws SQLException {
        return Query.of(handle, """
            select leased_until from delivery where project_id = ? and delivery_id = ? for update
            """)
                .with(delivery.projectId())
                .with(delivery.id())
                .first(row -> Columns.instant(row, "leased_until"))
                .flatMap(leasedUntil -> leasedUntil)
                .filter(delivery.leasedUntil()::equals)
                .isPresent();
    }

    /** Notes an attempt, and forgets the oldest past the limit. */
    static void append(
            Handle handle, Delivery delivery, DeliveryOutcome.Kind outcome, int status, String what, Duration took)
            throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
            insert into delivery_attempt (project_id, delivery_id, outcome, status, what, millis)
            values (?, ?, ?, nullif(?, 0), ?, ?)
            """)) {
            statement.setLong(1, delivery.projectId());
            statement.setLong(2, delivery.id());
            statement.setString(3, outcome.name().toLowerCase(Locale.ROOT));
            statement.setInt(4, status);
            statement.setString(5, clipped(what));
            statement.setLong(6, took.toMillis());
            statement.executeUpdate();
        }
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
            delete from delivery_attempt
            where project_id = ? and delivery_id = ? and attempt_id <= (
                select attempt_id
                from delivery_attempt
                where project_id = ? and delivery_id = ?
                order by attempt_id desc
                offset ? limit 1)
            """)) {
            statement.setLong(1, delivery.projectId());
            statement.setLong(2, delivery.id());
            statement.setLong(3, delivery.projectId());
            statement.setLong(4, delivery.id());
            statement.setInt(5, KEPT);
            statement.executeUpdate();
        }
    }

    /** A text of the other end, short enough to keep. */
    static String clipped(String text) {
        String clean = StoredText.clean(text.strip());
        return clean.length() <= LONGEST_TEXT
                ? clean
                : clean.substring(
                                0,
                                clean.offsetByCodePoints(
                                        0, Math.min(LONGEST_TEXT, clean.codePointCount(0, clean.length()))))
                        + "…";
    }
}
