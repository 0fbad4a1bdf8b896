package dev.plumbline.charts.picture;

/** Text escaped for XML. */
final class XmlText {

    private XmlText() {}

    /**
     * Appends a text escaped for element content and double-quoted attributes. What XML 1.0 can't contain (section 2.2,
     * production 2: most control characters, lone surrogates, U+FFFE and U+FFFF) becomes U+FFFD.
     */
    static void append(StringBuilder out, String text) {
        int at = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            at += Character.charCount(character);
            switch (character) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(isLegal(character) ? character : 0xFFFD);
            }
        }
    }

    private static boolean isLegal(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }
}
