package dev.plumbline.analysis.audit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much a finding matters, worst first. */
public enum Severity {
    /** Another thing was measured than what was meant; the numbers are no basis for anything. */
    INVALID,
    /** The numbers are off, or can't be told from noise, by more than what matters. */
    SERIOUS,
    /** Good to know, and to put right when there is time. */
    MINOR;

    /** The word for it, as documents, the API and options have it. */
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
