package dev.plumbline.server.regression;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the detector says about a regression, whatever people decided. */
public enum DetectorState {
    /** Too few runs show it yet. */
    SUSPECTED,
    /** Later runs agree that the level moved. */
    CONFIRMED,
    /** Every series is back at its earlier level. */
    FIXED,
    /** Later runs refute it. */
    RETRACTED;

    /** Lower case, as the schema and the API have it. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state of a label; empty where there is none such. */
    public static Optional<DetectorState> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(state -> state.label().equals(label))
                .findFirst();
    }
}
