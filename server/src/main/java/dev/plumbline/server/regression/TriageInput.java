package dev.plumbline.server.regression;

import dev.plumbline.server.database.UnicodeText;
import java.util.Optional;

/**
 * What a person says when deciding on a regression.
 *
 * @param who the person, never the detector's name
 * @param note what was said, may be empty
 */
public record TriageInput(String who, String note) {

    public static final String DECISIONS = "acknowledged, expected, false-alarm, fixed or open";
    public static final String NAME_RULE = "takes at most 100 characters without control characters";
    public static final String NOTE_RULE = "takes at most 4000 characters";

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_NOTE = 4_000;

    /** Who says something: the given name with the label of the token. */
    public static TriageInput of(String name, String label, String note) {
        String token = label.isBlank() ? "token" : label;
        String who = name.isEmpty() ? token : name + " (" + token + ")";
        return new TriageInput(
                who.strip().equalsIgnoreCase(RegressionEvent.DETECTOR) ? who.strip() + " (token)" : who, note);
    }

    /** The decision that a text names; empty for {@code open}, which withdraws one, and for anything else. */
    public static Optional<Triage.Decision> decision(String text) {
        return Triage.Decision.ofLabel(text);
    }

    /** Whether a text is one of {@link #DECISIONS}. */
    public static boolean decides(String text) {
        return text.equals("open") || decision(text).isPresent();
    }

    /** A person's name without spaces around it; empty when it violates the rule. */
    public static Optional<String> name(String text) {
        String name = text.strip();
        boolean fits = name.length() <= LONGEST_NAME && name.chars().noneMatch(Character::isISOControl);
        return fits && UnicodeText.storable(name) ? Optional.of(name) : Optional.empty();
    }

    /** A note without spaces around it; empty when it violates the rule. */
    public static Optional<String> note(String text) {
        String note = text.strip();
        return note.length() <= LONGEST_NOTE && UnicodeText.storable(note) ? Optional.of(note) : Optional.empty();
    }
}
