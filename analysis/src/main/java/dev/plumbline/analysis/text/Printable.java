package dev.plumbline.analysis.text;

import java.util.ArrayList;
import java.util.List;

/** Text from a file or a server, made safe for a terminal: it can't move the cursor, colour or reorder what follows. */
public final class Printable {

    private static final int REPLACEMENT = 0xFFFD;

    private Printable() {}

    /** The text on one line: line breaks and tabs are spaces, other control and direction characters are replaced. */
    public static String line(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().map(Printable::safe).forEach(safe::appendCodePoint);
        return safe.toString();
    }

    /** The text in ASCII: another character is written by its number, as <code>\\u{e9}</code>. */
    static String ascii(String line) {
        StringBuilder ascii = new StringBuilder(line.length());
        line.codePoints().forEach(character -> {
            if (character < 0x80) {
                ascii.append((char) character);
            } else {
                ascii.append("\\u{").append(Integer.toHexString(character)).append('}');
            }
        });
        return ascii.toString();
    }

    /** How many columns of a terminal the text takes: none for a combining mark, two for an East Asian wide character. */
    public static int width(String text) {
        return text.codePoints().map(Printable::columns).sum();
    }

    /** The text broken at blanks into lines of at most this many columns, as far as its words allow. */
    public static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (width(rest) > width) {
            int end = rest.lastIndexOf(' ', Math.min(width, rest.length()));
            end = end > 0 ? end : rest.indexOf(' ', 1);
            if (end < 0) {
                break;
            }
            lines.add(rest.substring(0, end));
            rest = rest.substring(end + 1);
        }
        lines.add(rest);
        return lines;
    }

    private static int columns(int character) {
        if (character < 0x300) {
            return 1;
        }
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
            default -> isWide(character) ? 2 : 1;
        };
    }

    /** The blocks that Unicode's annex 11 gives two columns, and the pictographs that terminals draw as wide. */
    private static boolean isWide(int character) {
        return (character >= 0x1100 && character <= 0x115F)
                || (character >= 0x2E80 && character <= 0xA4CF)
                || (character >= 0xAC00 && character <= 0xD7A3)
                || (character >= 0xF900 && character <= 0xFAFF)
                || (character >= 0xFE30 && character <= 0xFE6F)
                || (character >= 0xFF00 && character <= 0xFF60)
                || (character >= 0xFFE0 && character <= 0xFFE6)
                || (character >= 0x1F300 && character <= 0x1FAFF)
                || (character >= 0x20000 && character <= 0x3FFFD);
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
