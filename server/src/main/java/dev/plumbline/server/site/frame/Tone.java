package dev.plumbline.server.site.frame;

import dev.plumbline.analysis.verdict.Outcome;
import java.util.Locale;

/** What a piece of a page means; the style sheet gives it colour, the template shape and word. */
public enum Tone {
    WORSE,
    BETTER,
    UNKNOWN,
    NEUTRAL;

    /** The class in the style sheet. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The tone of a verdict. */
    public static Tone of(Outcome outcome) {
        return switch (outcome) {
            case REGRESSED -> WORSE;
            case IMPROVED -> BETTER;
            case CHANGED, INCONCLUSIVE -> UNKNOWN;
            case UNCHANGED -> NEUTRAL;
        };
    }

    public static Tone ofWorse(boolean worse) {
        return worse ? WORSE : BETTER;
    }
}
