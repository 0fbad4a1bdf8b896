package dev.plumbline.forge.text;

import dev.plumbline.forge.repository.CommitStatus;
import java.util.Locale;

/** Texts truncated to the lengths that forges accept, and states for forges without a neutral one. */
public final class Clip {

    private static final int LONGEST_LINE = 140;

    private Clip() {}

    /** At most this many characters, with an ellipsis for what is missing, and no character cut in half. */
    public static String at(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
        return text.substring(0, end) + "…";
    }

    /** One line of at most 140 characters. */
    public static String line(String text) {
        return at(text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip(), LONGEST_LINE);
    }

    /** The title; a neutral one says so in its first word. */
    public static String description(CommitStatus status) {
        boolean neutral = status.state() == CommitStatus.State.NEUTRAL;
        return line(neutral ? "neutral: " + status.title() : status.title());
    }

    /** The state's name for forges without a neutral one: it doesn't block, so it is a success. */
    public static String state(CommitStatus.State state) {
        return switch (state) {
            case PENDING, SUCCESS, FAILURE -> state.name().toLowerCase(Locale.ROOT);
            case NEUTRAL -> "success";
        };
    }
}
