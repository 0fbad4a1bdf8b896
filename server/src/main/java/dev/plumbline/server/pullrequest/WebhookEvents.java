package dev.plumbline.server.pullrequest;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.StoredText;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The events about pull requests that forges send. An event counts once, and not after a later one about the same pull request. */
public final class WebhookEvents {

    /** Longer than a forge keeps an event for resending. */
    private static final Duration KEPT = Duration.ofDays(30);

    private static final int LONGEST_ID = 200;

    private final Database database;

    public WebhookEvents(Database database) {
        this.database = database;
    }

    /** What happened to an event. */
    public enum Taken {
        /** It was already known, or is older than what is known: nothing was done. */
        KNOWN,
        /** It was processed. */
        NEW,
        /** It was processed, and runs are judged again because of it. */
        NEW_TO_JUDGE
    }

    /**
     * Processes an event: all of it in one transaction, so that one that fails in the middle may be sent again.
     *
     * @param eventId the forge's own id of it, or whatever else identifies it
     * @param happenedAt when, by the forge's clock; empty if it does not say
     */
    public Taken take(
            long projectId, String forge, String eventId, Optional<Instant> happenedAt, PullRequestNews news) {
        return database.transaction(handle -> {
            boolean late = isLate(handle, projectId, forge, news.number(), happenedAt);
            if (!isFirst(handle, projectId, forge, eventId, news.number(), happenedAt) || late) {
                return Taken.KNOWN;
            }
            boolean judged = PullRequests.changed(handle, projectId, news);
            if (news.state() == KnownPullRequest.State.OPEN) {
                PullRequestDeliveries.enqueue(handle, projectId, news.number());
            }
            return judged ? Taken.NEW_TO_JUDGE : Taken.NEW;
        });
    }

    private static boolean isLate(
            Handle handle, long projectId, String forge, int number, Optional<Instant> happenedAt) {
        return happenedAt.isPresent()
                && handle.createQuery("""
                    select exists (
                        select
                        from webhook_event
                        where project_id = :projectId and forge = :forge and pull_request = :number
                            and happened_at > cast(:happenedAt as timestamptz))
                    """)
                        .bind("projectId", projectId)
                        .bind("forge", forge)
                        .bind("number", number)
                        .bind("happenedAt", happenedAt.get())
                        .mapTo(boolean.class)
                        .one();
    }

    private static boolean isFirst(
            Handle handle, long projectId, String forge, String eventId, int number, Optional<Instant> happenedAt) {
        handle.createUpdate("delete from webhook_event where project_id = :projectId and expires_at < now()")
                .bind("projectId", projectId)
                .execute();
        return handle.createUpdate("""
            insert into webhook_event (project_id, forge, event_id, pull_request, happened_at, expires_at)
            values (:projectId, :forge, :eventId, :number, :happenedAt, now() + :kept * interval '1 second')
            on conflict (project_id, forge, event_id) do nothing
            """)
                        .bind("projectId", projectId)
                        .bind("forge", forge)
                        .bind("eventId", clipped(eventId))
                        .bind("number", number)
                        .bind("happenedAt", happenedAt)
                        .bind("kept", KEPT.toSeconds())
                        .execute()
                == 1;
    }

    private static String clipped(String id) {
        String clean = StoredText.clean(id);
        return clean.substring(0, Math.min(LONGEST_ID, clean.length()));
    }
}
