package dev.plumbline.server.regression;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What people see of a regression: what they decided, or else what the detector says. */
public enum RegressionState {
    /** Too few runs show it yet. */
    SUSPECTED,
    /** Later runs agree that the level moved. */
    CONFIRMED,
    /** It came back after it was fixed. */
    REOPENED,
    /** It is real, and somebody is looking into it. */
    ACKNOWLEDGED,
    /** It is intended: the new level is the baseline. */
    EXPECTED,
    /** Nothing got worse, people say. */
    FALSE_ALARM,
    /** The level is back, or people say so. */
    FIXED,
    /** Later runs refute it. */
    RETRACTED;

    /** Those in which somebody should still look at it. A suspicion is none of them: the next runs look at it. */
    public static final Set<RegressionState> OPEN =
            Collections.unmodifiableSet(EnumSet.of(CONFIRMED, REOPENED, ACKNOWLEDGED));

    /** Lower case with hyphens, as the schema and the API have it. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As people read it. */
    public String words() {
        return label().replace('-', ' ');
    }

    /** Whether somebody should still look at it. */
    public boolean isOpen() {
        return OPEN.contains(this);
    }

    /** The state of a label; empty where there is none such. */
    public static Optional<RegressionState> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(state -> state.label().equals(label))
                .findFirst();
    }
}
