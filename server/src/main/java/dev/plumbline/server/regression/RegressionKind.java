package dev.plumbline.server.regression;

import java.util.Arrays;
import java.util.Locale;

/** What moved in a regression. */
public enum RegressionKind {
    /** Series by themselves. */
    SERIES,
    /** All benchmarks of an environment together. */
    SUITE;

    /** Lower case, as it is stored. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RegressionKind ofLabel(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of regression: " + label));
    }
}
