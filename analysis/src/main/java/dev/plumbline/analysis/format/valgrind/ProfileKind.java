package dev.plumbline.analysis.format.valgrind;

import dev.plumbline.analysis.model.Harness;

/** The two formats. Cachegrind's is Callgrind's without calls, processes and parts. */
public enum ProfileKind {
    CALLGRIND("Callgrind", Harness.CALLGRIND),
    CACHEGRIND("Cachegrind", Harness.CACHEGRIND);

    private final String label;
    private final Harness harness;

    ProfileKind(String label, Harness harness) {
        this.label = label;
        this.harness = harness;
    }

    /** What it is called in a sentence. */
    String label() {
        return label;
    }

    Harness harness() {
        return harness;
    }
}
