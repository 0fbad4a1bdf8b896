package dev.plumbline.server.notification.thread;

import dev.plumbline.server.notification.rule.NotificationEvent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a message of a thread says: what happened to regressions, or to alarms. */
public sealed interface ThreadEvent {

    /** The word, as the schema has it. */
    String label();

    /** Something happened to regressions. */
    record OfRegressions(NotificationEvent event) implements ThreadEvent {

        @Override
        public String label() {
            return event.label();
        }
    }

    /** Something happened to alarms. */
    enum OfAlarms implements ThreadEvent {
        /** A run or a benchmark didn't arrive. */
        MISSING,
        /** It is there again. */
        BACK;

        @Override
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The event of a word; empty where there is none such. */
    static Optional<ThreadEvent> ofLabel(String label) {
        return Arrays.stream(OfAlarms.values())
                .filter(event -> event.label().equals(label))
                .<ThreadEvent>map(event -> event)
                .findFirst()
                .or(() -> NotificationEvent.of(label).map(OfRegressions::new));
    }
}
