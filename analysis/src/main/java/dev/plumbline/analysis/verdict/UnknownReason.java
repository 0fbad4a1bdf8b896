package dev.plumbline.analysis.verdict;

import java.util.regex.Pattern;

/**
 * A reason that another version stated. It is handed on by its code, so that nobody takes the verdict for one without reasons.
 *
 * @param code lower-case words with hyphens, at most 60 characters
 */
public record UnknownReason(String code) implements StatedReason {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

    /** @throws IllegalArgumentException when the text is no code */
    public UnknownReason {
        if (!isCode(code)) {
            throw new IllegalArgumentException("no code of a reason: " + code);
        }
    }

    static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    @Override
    public String sentence() {
        return "Reason " + code + " (of another version).";
    }
}
