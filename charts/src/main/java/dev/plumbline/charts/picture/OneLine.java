package dev.plumbline.charts.picture;

/** Foreign text made fit for one line of a picture. */
public final class OneLine {

    /** Longer texts are truncated: nobody reads them in a picture, and they would only make it large. */
    private static final int GREATEST_LENGTH = 500;

    private OneLine() {}

    /**
     * The text with every run of white space as one space, without spaces at its ends, with U+FFFD for control
     * characters, lone surrogates and the controls that reorder text, and with at most 500 characters.
     */
    public static String of(String text) {
        StringBuilder out = new StringBuilder(Math.min(text.length(), GREATEST_LENGTH));
        boolean space = false;
        int length = 0;
        int at = 0;
        while (at < text.length() && length < GREATEST_LENGTH) {
            int character = text.codePointAt(at);
            at += Character.charCount(character);
            if (Character.isWhitespace(character) || Character.isSpaceChar(character)) {
                space = true;
                continue;
            }
            if (space && out.length() > 0) {
                out.append(' ');
                length++;
            }
            space = false;
            out.appendCodePoint(isShown(character) ? character : 0xFFFD);
            length++;
        }
        if (at < text.length() && length == GREATEST_LENGTH) {
            out.append('…');
        }
        return out.toString();
    }

    private static boolean isShown(int character) {
        boolean reorders = (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069);
        int type = Character.getType(character);
        return !reorders
                && type != Character.CONTROL
                && type != Character.SURROGATE
                && character != 0xFFFE
                && character != 0xFFFF;
    }
}
