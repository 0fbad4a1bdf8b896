package dev.plumbline.server.notification.rule;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The events that a notification rule can select. */
public enum NotificationEvent {
    /** A regression is suspected: the first run outside the expected range. */
    OPENED("opened"),
    /** Later runs are at the worse level too. */
    CONFIRMED("confirmed"),
    /** A regression that was fixed is back. */
    REOPENED("reopened"),
    /** Every series is back at its earlier level. */
    FIXED("fixed"),
    /** A reported regression turned out not to be one. */
    RETRACTED("retracted"),
    /** Somebody acknowledged it, expects it, or calls it a false alarm. */
    TRIAGED("triaged"),
    /** A run or a benchmark didn't arrive, or has returned. */
    WATCHDOG("watchdog");

    private final String label;

    NotificationEvent(String label) {
        this.label = label;
    }

    /** As the API and the database write it. */
    @JsonValue
    public String label() {
        return label;
    }

    /** The event of a label. */
    public static Optional<NotificationEvent> of(String label) {
        return Arrays.stream(values())
                .filter(event -> event.label.equals(label))
                .findFirst();
    }

    /** The default selection, which leaves out mere suspicions. */
    public static Set<NotificationEvent> usual() {
        return EnumSet.of(CONFIRMED, REOPENED, FIXED, WATCHDOG);
    }

    /** Whether it can open a thread. The others are reported only in a thread that is already about the regression. */
    public boolean begins() {
        return switch (this) {
            case OPENED, CONFIRMED, REOPENED, WATCHDOG -> true;
            case FIXED, RETRACTED, TRIAGED -> false;
        };
    }
}
