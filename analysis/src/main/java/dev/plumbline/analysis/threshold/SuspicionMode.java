package dev.plumbline.analysis.threshold;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a project does with regressions that too few runs show yet. They are listed in any case. */
public enum SuspicionMode {
    /** They wait for the next runs, and aren't counted as open. */
    WAIT,
    /** They are open, as confirmed ones are: somebody should look at them. */
    OPEN;

    /** The word in lower case, as the API and the schema have it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The mode of a word, empty if there is none. */
    public static Optional<SuspicionMode> of(String label) {
        return Arrays.stream(values())
                .filter(mode -> mode.label().equals(label))
                .findFirst();
    }
}
