package dev.plumbline.server.queue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The outcome of one attempt to deliver.
 *
 * @param kind how it ended
 * @param what what was done or what went wrong, one sentence that names no secret; for a failure that only a person can
 *     resolve, it gives the remedy
 * @param status the HTTP status of the other end's answer, 0 if there was none
 * @param retryAfter how long the other end asks to wait before the next attempt; empty: as its kind of outcome says
 * @param remote what to remember about the other end, replacing what was remembered; empty: as before
 */
public record DeliveryOutcome(
        Kind kind, String what, int status, Optional<Duration> retryAfter, Optional<Map<String, String>> remote) {

    /** How an attempt ended. */
    public enum Kind {
        /** It is done. */
        DELIVERED,
        /** The other end asks to come back later; not a failure, and retried without limit. */
        POSTPONED,
        /** It may succeed later without anybody doing anything: retried, less and less often, up to a limit. */
        FAILED,
        /** It can't succeed before a person has done something. */
        DEAD,
        /** There is nothing left to send, or nowhere to send it. */
        DROPPED;

        /** Lower case, as the schema and the API have it. */
        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of a label; empty where there is none such. */
        public static Optional<Kind> ofLabel(String label) {
            return Arrays.stream(values())
                    .filter(kind -> kind.label().equals(label))
                    .findFirst();
        }
    }

    public DeliveryOutcome {
        remote = remote.map(Map::copyOf);
    }

    /** It is done. */
    public static DeliveryOutcome delivered(String what, int status) {
        return new DeliveryOutcome(Kind.DELIVERED, what, status, Optional.empty(), Optional.empty());
    }

    /** The other end asks to come back later; in a minute if it doesn't say when. */
    public static DeliveryOutcome postponed(String why, int status, Optional<Duration> retryAfter) {
        return new DeliveryOutcome(Kind.POSTPONED, why, status, retryAfter, Optional.empty());
    }

    /** It may succeed later. */
    public static DeliveryOutcome failed(String why, int status, Optional<Duration> retryAfter) {
        return new DeliveryOutcome(Kind.FAILED, why, status, retryAfter, Optional.empty());
    }

    /** A person has to do something first; the reason says what. */
    public static DeliveryOutcome dead(String why, int status) {
        return new DeliveryOutcome(Kind.DEAD, why, status, Optional.empty(), Optional.empty());
    }

    /** There is nothing left to deliver. */
    public static DeliveryOutcome dropped(String why) {
        return new DeliveryOutcome(Kind.DROPPED, why, 0, Optional.empty(), Optional.empty());
    }

    /** The same, with what to remember about the other end; also for failures, so that nothing is created there twice. */
    public DeliveryOutcome remembering(Map<String, String> made) {
        return new DeliveryOutcome(kind, what, status, retryAfter, Optional.of(made));
    }
}
