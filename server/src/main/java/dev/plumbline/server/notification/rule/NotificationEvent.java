package dev.plumbline.server.notification.rule;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a notification rule can ask to be told of. */
public enum NotificationEvent {
    /** A regression is suspected: the first run outside of what was expected. */
    OPENED("opened"),
    /** The runs that followed lie at the worse level too. */
    CONFIRMED("confirmed"),
    /** A regression that was fixed is back. */
    REOPENED("reopened"),
    /** Every series is back at its level from before. */
    FIXED("fixed"),
    /** What was announced has turned out to be none. */
    RETRACTED("retracted"),
    /** Somebody took it up, expects it, or calls it a false alarm. */
    TRIAGED("triaged"),
    /** A run or a benchmark did not arrive, or is there again. */
    WATCHDOG("watchdog");

    private final String label;

    NotificationEvent(String label) {
        this.label = label;
    }

    /** As the API and the database write it. */
    public String label() {
        return label;
    }

    /** The event of a label. */
    public static Optional<NotificationEvent> of(String label) {
        return Arrays.stream(values())
                .filter(event -> event.label.equals(label))
                .findFirst();
    }

    /** What is told of where nothing else is asked for: nothing that is merely suspected. */
    public static Set<NotificationEvent> usual() {
        return EnumSet.of(CONFIRMED, REOPENED, FIXED, WATCHDOG);
    }

    /** Whether a thread can begin with it; of the others only those hear who heard of the regression before. */
    public boolean begins() {
        return switch (this) {
            case OPENED, CONFIRMED, REOPENED, WATCHDOG -> true;
            case FIXED, RETRACTED, TRIAGED -> false;
        };
    }
}
