package dev.plumbline.analysis.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much a finding matters, worst first. */
public enum Severity {
    /** Something other than intended was measured; the numbers are useless. */
    INVALID,
    /** The numbers are off, or uncertain, by more than what matters. */
    SERIOUS,
    /** Good to know, and to fix when there is time. */
    MINOR;

    /** The word for it in documents, the API and options. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is this bad or worse. */
    public boolean atLeast(Severity other) {
        return compareTo(other) <= 0;
    }

    /** The severity of a word, empty when there is none. */
    public static Optional<Severity> ofLabel(String label) {
        return Arrays.stream(values())
                .filter(severity -> severity.label().equals(label))
                .findFirst();
    }
}
