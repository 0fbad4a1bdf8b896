package dev.plumbline.analysis.report;

import java.util.ArrayList;
import java.util.List;

/** Text from a file or a server, made safe for a terminal: it cannot move the cursor, colour or reorder what follows. */
public final class Printable {

    private static final int REPLACEMENT = 0xFFFD;

    private Printable() {}

    /** The text on one line: line breaks and tabs are spaces, other control and direction characters are replaced. */
    public static String line(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().map(Printable::safe).forEach(safe::appendCodePoint);
        return safe.toString();
    }

    /** How many columns the text takes, one for each character. */
    public static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The text broken at blanks into lines of at most so many columns, as far as its words allow. */
    public static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (width(rest) > width && rest.lastIndexOf(' ', width) > 0) {
            int end = rest.lastIndexOf(' ', width);
            lines.add(rest.substring(0, end));
            rest = rest.substring(end + 1);
        }
        lines.add(rest);
        return lines;
    }

    private static int safe(int character) {
        if (character == '\n' || character == '\r' || character == '\t') {
            return ' ';
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> REPLACEMENT;
            default -> character;
        };
    }
}
