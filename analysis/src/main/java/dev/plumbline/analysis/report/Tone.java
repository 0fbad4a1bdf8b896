package dev.plumbline.analysis.report;

import dev.plumbline.analysis.detect.Outcome;

/** What a piece of text means, for whoever colours it. */
public enum Tone {
    PLAIN,
    WORSE,
    BETTER,
    CAUTION,
    STRONG,
    MUTED;

    /** How a verdict is meant. */
    static Tone of(Outcome outcome) {
        return switch (outcome) {
            case REGRESSED -> WORSE;
            case IMPROVED -> BETTER;
            case INCONCLUSIVE -> CAUTION;
            case UNCHANGED -> MUTED;
        };
    }
}
