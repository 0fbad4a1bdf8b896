package dev.plumbline.analysis.format.json;

import java.util.Arrays;

/**
 * A text of a document that is usually the same as in the result before: then it is compared in the
 * parser's buffer, and not created again.
 */
public final class RepeatedText {

    private String text = "";
    private char[] characters = {};

    /** Whether the characters from an offset on are those of the text before. */
    public boolean isAgain(char[] buffer, int offset, int length) {
        return Arrays.equals(buffer, offset, offset + length, characters, 0, characters.length);
    }

    /** The text before. */
    public String text() {
        return text;
    }

    /** Stores another text. */
    public String change(String other) {
        text = other;
        characters = other.toCharArray();
        return other;
    }
}
