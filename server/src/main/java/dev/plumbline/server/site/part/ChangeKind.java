package dev.plumbline.server.site.part;

import dev.plumbline.analysis.verdict.Outcome;

/** What a level shift is to people. */
public enum ChangeKind {
    REGRESSION("Regression"),
    IMPROVEMENT("Improvement"),
    /** It isn't known which way is better. */
    CHANGE("Change"),
    /** All benchmarks of an environment moved together. */
    ENVIRONMENT_SHIFT("Environment shift");

    private final String words;

    ChangeKind(String words) {
        this.words = words;
    }

    /** The kind of a series' shift. */
    public static ChangeKind ofWorse(boolean worse) {
        return worse ? REGRESSION : IMPROVEMENT;
    }

    /** The kind of what a verdict or a change point says. */
    public static ChangeKind of(Outcome outcome) {
        return switch (outcome) {
            case REGRESSED -> REGRESSION;
            case IMPROVED -> IMPROVEMENT;
            case CHANGED, UNCHANGED, INCONCLUSIVE -> CHANGE;
        };
    }

    /** As people read it, with a capital. */
    public String words() {
        return words;
    }

    /** Whether it is the whole suite that moved. */
    public boolean ofSuite() {
        return this == ENVIRONMENT_SHIFT;
    }
}
