package dev.plumbline.server.site.frame;

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

    public static Tone ofOutcome(String outcome) {
        return switch (outcome) {
            case "regressed" -> WORSE;
            case "improved" -> BETTER;
            case "inconclusive" -> UNKNOWN;
            default -> NEUTRAL;
        };
    }

    public static Tone ofWorse(boolean worse) {
        return worse ? WORSE : BETTER;
    }
}
