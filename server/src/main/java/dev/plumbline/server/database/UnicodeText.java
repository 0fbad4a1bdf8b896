package dev.plumbline.server.database;

/** Whether a Java string is text that every other system accepts. */
public final class UnicodeText {

    private UnicodeText() {}

    /** Whether the text has neither NUL nor half of a surrogate pair. */
    public static boolean storable(String text) {
        return text.codePoints()
                .noneMatch(
                        point -> point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE));
    }
}
