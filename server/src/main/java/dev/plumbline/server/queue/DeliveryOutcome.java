package dev.plumbline.server.queue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What came of one attempt to deliver.
 *
 * @param kind how it ended
 * @param what what was done or what went wrong, one sentence that names no secret; of a failure that nobody but a person can
 *     mend it says the remedy
 * @param status the HTTP status of the other end's answer, 0 where there was none
 * @param retryAfter how long the other end asks to wait before the next attempt; empty: as its kind of outcome has it
 * @param remote what is to be remembered of the other end, in the place of what was; empty: as before
 */
public record DeliveryOutcome(
        Kind kind, String what, int status, Optional<Duration> retryAfter, Optional<Map<String, String>> remote) {

    /** How an attempt ended. */
    public enum Kind {
        /** It is done. */
        DELIVERED,
        /** The other end asks to come back later; no failure, and tried again however often. */
        POSTPONED,
        /** It may succeed later with nobody doing anything: tried again, less and less often, up to a limit. */
        FAILED,
        /** It can't succeed before a person has done something. */
        DEAD,
        /** There is nothing left to tell, or nobody to tell it to. */
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

    /** The other end asks to come back later; a minute where it does not say when. */
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

    /** There is nothing to deliver any more. */
    public static DeliveryOutcome dropped(String why) {
        return new DeliveryOutcome(Kind.DROPPED, why, 0, Optional.empty(), Optional.empty());
    }

    /** The same, and what is to be remembered of the other end; with failures too, so that nothing is made there twice. */
    public DeliveryOutcome remembering(Map<String, String> made) {
        return new DeliveryOutcome(kind, what, status, retryAfter, Optional.of(made));
    }
}
