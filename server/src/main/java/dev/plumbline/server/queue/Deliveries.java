package dev.plumbline.server.queue;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.StoredJson;
import dev.plumbline.server.database.StoredText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * What waits to be sent to other services, as rows that are written in the transaction that causes them: what was committed is delivered,
 * and nothing else is. Any number of servers share the work. If one dies, its lease expires and another takes over, so everything
 * is delivered at least once, and what was created at the other end is remembered or recognised there.
 */
public final class Deliveries {

    /** After this many failures in a row a delivery is dead: more than ten hours, so that it survives an outage of one night. */
    public static final int MOST_ATTEMPTS = 12;

    private final Database database;

    public Deliveries(Database database) {
        this.database = database;
    }

    /**
     * Adds a delivery, or renews the one of the same kind and key: what waits keeps its place, what is finished waits again.
     * For what is updated in place.
     *
     * @param target where it goes, shown to everyone who may read the project
     * @param subject what is to be sent; replaces the earlier one's
     */
    public static void enqueue(
            Handle handle, long projectId, String kind, String key, String target, Map<String, String> subject) {
        insert(handle.createUpdate("""
            insert into delivery (project_id, kind, key, target, subject)
            values (:projectId, :kind, :key, :target, cast(:subject as jsonb))
            on conflict (project_id, kind, key) do update set
                target = excluded.target, subject = excluded.subject, state = 'waiting', attempts = 0,
                not_before = case when delivery.state = 'waiting' then delivery.not_before else now() end,
                generation = delivery.generation + 1, updated_at = now()
            """), projectId, kind, key, target, subject);
    }

    /** Adds a delivery unless there has ever been one of the same kind and key: for what is sent once. */
    public static void enqueueOnce(
            Handle handle, long projectId, String kind, String key, String target, Map<String, String> subject) {
        insert(handle.createUpdate("""
            insert into delivery (project_id, kind, key, target, subject)
            values (:projectId, :kind, :key, :target, cast(:subject as jsonb))
            on conflict (project_id, kind, key) do nothing
            """), projectId, kind, key, target, subject);
    }

    private static void insert(
            Update statement, long projectId, String kind, String key, String target, Map<String, String> subject) {
        statement
                .bind("projectId", projectId)
                .bind("kind", kind)
                .bind("key", StoredText.clean(key))
                .bind("target", StoredText.clean(target))
                .bind("subject", StoredJson.text(subject))
                .execute();
    }

    /** Adds or renews a delivery, as {@code enqueue} does, in a transaction of its own. */
    public void ask(long projectId, String kind, String key, String target, Map<String, String> subject) {
        database.execute(handle -> enqueue(handle, projectId, kind, key, target, subject));
    }

    /**
     * Takes the delivery that has been due for the longest time, for the time of the lease; empty when there is none.
     *
     * @param kinds those that the caller can deliver
     */
    public Optional<Delivery> take(Collection<String> kinds, Duration lease) {
        for (long projectId : projectsWithWork(kinds)) {
            Optional<Delivery> delivery = database.transaction(handle -> take(handle, projectId, kinds, lease));
            if (delivery.isPresent()) {
                return delivery;
            }
        }
        return Optional.empty();
    }

    private List<Long> projectsWithWork(Collection<String> kinds) {
        return database.read(handle -> handle.createQuery("""
            select project_id
            from delivery
            where state = 'waiting' and not_before <= now()
                and (leased_until is null or leased_until < now())
                and kind = any (:kinds)
            group by project_id
            order by min(not_before)
            """)
                .bindArray("kinds", String.class, kinds)
                .mapTo(Long.class)
                .list());
    }

    private static Optional<Delivery> take(Handle handle, long projectId, Collection<String> kinds, Duration lease) {
        return handle.createQuery("""
            update delivery
            set attempts = attempts + 1, leased_until = now() + :lease * interval '1 millisecond'
            where project_id = :projectId and delivery_id = (
                select delivery_id
                from delivery
                where project_id = :projectId and state = 'waiting' and not_before <= now()
                    and (leased_until is null or leased_until < now())
                    and kind = any (:kinds)
                order by not_before, delivery_id
                limit 1
                for update skip locked)
            returning project_id, delivery_id, kind, key, target, subject, attempts, generation,
                leased_until, remote
            """)
                .bind("lease", lease.toMillis())
                .bind("projectId", projectId)
                .bindArray("kinds", String.class, kinds)
                .map((row, context) -> delivery(row))
                .findOne();
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getLong("project_id"),
                row.getLong("delivery_id"),
                row.getString("kind"),
                row.getString("key"),
                row.getString("target"),
                StoredJson.flat(row.getString("subject")),
                row.getInt("attempts"),
                row.getInt("generation"),
                row.getObject("leased_until", OffsetDateTime.class).toInstant(),
                StoredJson.flat(row.getString("remote")));
    }

    /**
     * Records the outcome of an attempt and returns the lease. A delivery that was requested again in the meantime keeps waiting, whatever
     * the outcome of this attempt.
     *
     * @param took the time that the attempt took
     */
    public void settle(Delivery delivery, DeliveryOutcome outcome, Duration took) {
        DeliveryOutcome.Kind kind = endOf(delivery, outcome);
        String what = kind == outcome.kind() ? outcome.what() : givenUp(outcome);
        database.execute(handle -> {
            if (DeliveryLog.isHeld(handle, delivery)) {
                DeliveryLog.append(handle, delivery, kind, outcome.status(), what, took);
                settle(handle, delivery, kind, outcome, what);
            }
        });
    }

    private static DeliveryOutcome.Kind endOf(Delivery delivery, DeliveryOutcome outcome) {
        boolean last = outcome.kind() == DeliveryOutcome.Kind.FAILED && delivery.attempts() >= MOST_ATTEMPTS;
        return last ? DeliveryOutcome.Kind.DEAD : outcome.kind();
    }

    private static String givenUp(DeliveryOutcome outcome) {
        return outcome.what() + " Given up after " + MOST_ATTEMPTS
                + " attempts: check that the other end works, then try again.";
    }

    private static void settle(
            Handle handle, Delivery delivery, DeliveryOutcome.Kind kind, DeliveryOutcome outcome, String what) {
        DeliveryState state = switch (kind) {
            case DELIVERED -> DeliveryState.DELIVERED;
            case POSTPONED, FAILED -> DeliveryState.WAITING;
            case DEAD -> DeliveryState.DEAD;
            case DROPPED -> DeliveryState.DROPPED;
        };
        handle.createUpdate("""
            update delivery
            set state = case when generation = :generation then :state else 'waiting' end,
                attempts = case when generation = :generation then attempts - :notCounted else 0 end,
                not_before = case when generation = :generation or :wait > 0
                    then now() + :wait * interval '1 millisecond' else now() end,
                leased_until = null, remote = coalesce(cast(:remote as jsonb), remote),
                last_status = nullif(:status, 0), last_error = :error, updated_at = now()
            where project_id = :projectId and delivery_id = :deliveryId
            """)
                .bind("generation", delivery.generation())
                .bind("state", state.label())
                .bind("notCounted", kind == DeliveryOutcome.Kind.POSTPONED ? 1 : 0)
                .bind(
                        "wait",
                        RetryDelay.after(kind, delivery.attempts(), outcome.retryAfter())
                                .toMillis())
                .bind("remote", outcome.remote().map(StoredJson::text))
                .bind("status", outcome.status())
                .bind("error", kind == DeliveryOutcome.Kind.DELIVERED ? null : DeliveryLog.clipped(what))
                .bind("projectId", delivery.projectId())
                .bind("deliveryId", delivery.id())
                .execute();
    }

    /**
     * Makes an undelivered delivery due at once, with its attempts counted from the start.
     *
     * @return false when there is no such delivery, or it was delivered, or is being attempted right now
     */
    public boolean again(long projectId, long deliveryId) {
        return database.transaction(handle -> handle.createUpdate("""
            update delivery
            set state = 'waiting', attempts = 0, not_before = now(), generation = generation + 1, updated_at = now()
            where project_id = :projectId and delivery_id = :deliveryId and state <> 'delivered'
                and (leased_until is null or leased_until < now())
            """)
                        .bind("projectId", projectId)
                        .bind("deliveryId", deliveryId)
                        .execute()
                == 1);
    }

    /** What waits and what is dead at the moment, in all projects. */
    public Jobs.Backlog backlog() {
        return database.read(handle -> handle.createQuery("""
            select count(*) filter (where state = 'waiting') as waiting,
                count(*) filter (where state = 'dead') as dead,
                coalesce(extract(epoch from now()
                    - min(not_before) filter (where state = 'waiting' and not_before <= now())), 0) as lag
            from delivery
            where state in ('waiting', 'dead')
            """)
                .map((row, context) -> Jobs.Backlog.of(row))
                .one());
    }
}
