package dev.plumbline.server.queue;

import dev.plumbline.server.database.Columns;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.PageOf;
import dev.plumbline.server.database.StoredText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.result.RowView;

/** The attempts to deliver, and the deliveries as people see them. */
public final class DeliveryLog {

    /** How many attempts of each delivery are kept, the newest ones. */
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
     * @param outcome how it ended
     * @param status the HTTP status of the answer, 0 if there was none
     * @param what what was done or went wrong
     * @param took how long it took
     */
    public record Attempt(Instant at, DeliveryOutcome.Kind outcome, int status, String what, Duration took) {}

    /**
     * A delivery as people see it.
     *
     * @param state how far it is
     * @param attempts since it was requested
     * @param nextTry when it is attempted next; empty unless it waits
     * @param underWay whether a server is working on it
     * @param url what was created at the other end; may be empty
     * @param lastError why the last attempt failed; empty when it didn't
     */
    public record Entry(
            long id,
            String kind,
            String key,
            String target,
            DeliveryState state,
            int attempts,
            Optional<Instant> nextTry,
            boolean underWay,
            String url,
            String lastError,
            Instant createdAt,
            Instant updatedAt) {}

    /** The attempts of a delivery that are kept, newest first. */
    public List<Attempt> attempts(long projectId, long deliveryId) {
        return attempts(projectId, List.of(deliveryId)).getOrDefault(deliveryId, List.of());
    }

    /** The attempts of some deliveries that are kept, newest first for each. */
    public Map<Long, List<Attempt>> attempts(long projectId, List<Long> deliveryIds) {
        return database.read(handle -> handle.createQuery("""
            select delivery_id, at, outcome, coalesce(status, 0) as status, what, millis
            from delivery_attempt
            where project_id = :projectId and delivery_id = any (:deliveryIds)
            order by delivery_id, attempt_id desc
            """)
                .bind("projectId", projectId)
                .bindArray("deliveryIds", Long.class, deliveryIds)
                .registerColumnMapper(DeliveryOutcome.Kind.class, Columns.constants(DeliveryOutcome.Kind::ofLabel))
                .reduceRows(new HashMap<>(), (attempts, row) -> {
                    attempts.computeIfAbsent(row.getColumn("delivery_id", Long.class), first -> new ArrayList<>())
                            .add(attempt(row));
                    return attempts;
                }));
    }

    private static Attempt attempt(RowView row) {
        return new Attempt(
                row.getColumn("at", Instant.class),
                row.getColumn("outcome", DeliveryOutcome.Kind.class),
                row.getColumn("status", Integer.class),
                row.getColumn("what", String.class),
                Duration.ofMillis(row.getColumn("millis", Long.class)));
    }

    /**
     * The deliveries of a project, latest change first.
     *
     * @param state only those in this state; empty: all
     * @param kind only those of this kind; empty: all
     */
    public List<Entry> entries(long projectId, Optional<DeliveryState> state, Optional<String> kind, PageOf part) {
        return database.read(handle -> handle.createQuery(ENTRY + """
                and (:state = '' or state = :state) and (:kind = '' or kind = :kind)
            order by updated_at desc, delivery_id desc
            offset :offset limit :limit
            """)
                .bind("projectId", projectId)
                .bind("state", state.map(DeliveryState::label).orElse(""))
                .bind("kind", kind.orElse(""))
                .bind("offset", part.offset())
                .bind("limit", part.limit())
                .registerColumnMapper(DeliveryState.class, Columns.constants(DeliveryState::ofLabel))
                .map(ENTRIES)
                .list());
    }

    /** One delivery. */
    public Optional<Entry> entry(long projectId, long deliveryId) {
        return database.read(handle -> handle.createQuery(ENTRY + "    and delivery_id = :deliveryId")
                .bind("projectId", projectId)
                .bind("deliveryId", deliveryId)
                .registerColumnMapper(DeliveryState.class, Columns.constants(DeliveryState::ofLabel))
                .map(ENTRIES)
                .findOne());
    }

    private static final String ENTRY = """
        select delivery_id as id, kind, key, target, state, attempts,
            case when state = 'waiting' then not_before end as next_try,
            coalesce(leased_until > now(), false) as under_way, coalesce(remote ->> 'url', '') as url,
            coalesce(last_error, '') as last_error, created_at, updated_at
        from delivery
        where project_id = :projectId
        """;

    private static final RowMapper<Entry> ENTRIES = ConstructorMapper.of(Entry.class);

    /** Whether the lease is still this delivery's: another server may have taken over, and then its result counts. Locks the row. */
    static boolean isHeld(Handle handle, Delivery delivery) {
        return handle.createQuery("""
            select leased_until from delivery where project_id = :projectId and delivery_id = :deliveryId for update
            """)
                .bind("projectId", delivery.projectId())
                .bind("deliveryId", delivery.id())
                .mapTo(Instant.class)
                .findOne()
                .filter(delivery.leasedUntil()::equals)
                .isPresent();
    }

    /** Records an attempt, and deletes the oldest beyond the limit. */
    static void append(
            Handle handle, Delivery delivery, DeliveryOutcome.Kind outcome, int status, String what, Duration took) {
        handle.createUpdate("""
            insert into delivery_attempt (project_id, delivery_id, outcome, status, what, millis)
            values (:projectId, :deliveryId, :outcome, nullif(:status, 0), :what, :millis)
            """)
                .bind("projectId", delivery.projectId())
                .bind("deliveryId", delivery.id())
                .bind("outcome", outcome.label())
                .bind("status", status)
                .bind("what", clipped(what))
                .bind("millis", took.toMillis())
                .execute();
        handle.createUpdate("""
            delete from delivery_attempt
            where project_id = :projectId and delivery_id = :deliveryId and attempt_id <= (
                select attempt_id
                from delivery_attempt
                where project_id = :projectId and delivery_id = :deliveryId
                order by attempt_id desc
                offset :kept limit 1)
            """)
                .bind("projectId", delivery.projectId())
                .bind("deliveryId", delivery.id())
                .bind("kept", KEPT)
                .execute();
    }

    /** A text from the other end, short enough to store. */
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
