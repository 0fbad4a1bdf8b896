package dev.plumbline.server.database;

/** Text as PostgreSQL accepts it. */
public final class StoredText {

    private StoredText() {}

    /**
     * The text with what PostgreSQL's UTF-8 can't hold (NUL, half of a surrogate pair) replaced by U+FFFD. For what
     * people read: identities are hashed from the original.
     */
    public static String clean(String text) {
        boolean clean = true;
        for (int i = 0; i < text.length() && clean; i++) {
            char character = text.charAt(i);
            clean = character != 0 && !Character.isSurrogate(character);
        }
        if (clean) {
            return text;
        }
        return text.codePoints()
                .map(point -> point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
                        ? 0xFFFD
                        : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
