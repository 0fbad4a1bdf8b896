package dev.plumbline.server.regression;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that happened to a regression.
 *
 * @param id the event's key; events of a project that happened later have greater ones
 * @param regressionId the regression
 * @param who who did it: {@link #DETECTOR}, or a person
 * @param kind what
 * @param from the status before as people see it, empty at the opening
 * @param to the status after; the same if the event doesn't change it
 * @param note what was said about it; for {@link Kind#ASSIGNED} the new assignee, may be empty
 */
public record RegressionEvent(
        long id,
        long regressionId,
        String who,
        Kind kind,
        Optional<RegressionState> from,
        RegressionState to,
        String note) {

    /** The detector's name. No person has a name like this. */
    public static final String DETECTOR = "plumbline";

    /** What can happen. */
    public enum Kind {
        /** The detector found it. */
        OPENED,
        /** A confirmed regression is only suspected again. */
        SUSPECTED,
        /** Later runs confirm it. */
        CONFIRMED,
        /** Later runs refute it. */
        RETRACTED,
        /** The level is back, or people say so. */
        FIXED,
        /** It came back after it was fixed or retracted, or people withdrew a decision. */
        REOPENED,
        /** Later runs move it to other commits. */
        MOVED,
        /** People know about it. */
        ACKNOWLEDGED,
        /** It is intended: the new level is the baseline. */
        EXPECTED,
        /** People say that nothing got worse. */
        FALSE_ALARM,
        /** It was assigned to somebody, or to nobody. */
        ASSIGNED,
        /** A remark. */
        NOTED;

        /** Lower case with hyphens, as the schema and the API have it. */
        @JsonValue
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The kind of a label; empty where there is none such. */
        public static Optional<Kind> ofLabel(String label) {
            return Arrays.stream(values())
                    .filter(kind -> kind.label().equals(label))
                    .findFirst();
        }
    }
}
