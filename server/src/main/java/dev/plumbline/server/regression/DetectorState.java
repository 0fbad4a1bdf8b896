package dev.plumbline.server.regression;

import java.util.Arrays;
import java.util.Locale;

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

    /** Lower case, as it is stored. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static DetectorState ofLabel(String label) {
        return Arrays.stream(values())
                .filter(state -> state.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no state of the detector: " + label));
    }
}
