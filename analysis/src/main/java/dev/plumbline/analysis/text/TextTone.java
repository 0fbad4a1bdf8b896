package dev.plumbline.analysis.text;

import dev.plumbline.analysis.verdict.Outcome;

/** What a piece of text means, for colouring it. */
public enum TextTone {
    PLAIN,
    WORSE,
    BETTER,
    CAUTION,
    STRONG,
    MUTED;

    /** The tone of a verdict. */
    public static TextTone of(Outcome outcome) {
        return switch (outcome) {
            case REGRESSED -> WORSE;
            case IMPROVED -> BETTER;
            case CHANGED, INCONCLUSIVE -> CAUTION;
            case UNCHANGED -> MUTED;
        };
    }
}
