package dev.plumbline.server.regression;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What moved in a regression. */
public enum RegressionKind {
    /** Series by themselves. */
    SERIES,
    /** All benchmarks of an environment together. */
    SUITE;

    /** Lower case, as the schema and the API have it. */
    @JsonValue
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a label; empty where there is none such. */
    public static Optional<RegressionKind> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(label))
                .findFirst();
    }
}
