package dev.plumbline.analysis.text;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Texts of files in GitHub-flavoured Markdown: they can't become markup, a link, a mention or a further table cell. */
public final class Markdown {

    /** What would end a code span or a table cell, or escape what does. */
    private static final Set<Integer> BREAKING = Set.of((int) '`', (int) '|', (int) '\\');

    /** What forges look for in the finished text, where character references don't hide it: people, issues and the like. */
    private static final String REFERRING = "@#!~$&^";

    /** A zero-width blank: what follows it isn't taken for a name. */
    private static final String APART = "&#8203;";

    private Markdown() {}

    /**
     * The text as code. In a code span only its end has a meaning; if the text could end it, the same is written as
     * HTML with every special character as a numeric reference.
     */
    public static String code(String text) {
        String line = Printable.line(text);
        if (!line.isBlank() && line.codePoints().noneMatch(BREAKING::contains)) {
            return "`" + line + "`";
        }
        return "<code>" + escaped(line) + "</code>";
    }

    /** A link. Whatever the address has that could end it is percent-encoded. */
    public static String link(String label, String url) {
        return "[" + label + "](" + address(url) + ")";
    }

    /** An address inside a link or an attribute. */
    public static String address(String url) {
        StringBuilder address = new StringBuilder();
        for (byte each : Printable.line(url).getBytes(StandardCharsets.UTF_8)) {
            if (each == '&') {
                address.append("&amp;");
            } else if (each > ' ' && each < 0x7F && "()<>\"'`|\\[]".indexOf(each) < 0) {
                address.append((char) each);
            } else {
                address.append(String.format(Locale.ROOT, "%%%02X", each));
            }
        }
        return address.toString();
    }

    /** The text inside an HTML attribute. */
    public static String attribute(String text) {
        return escaped(text).replace(APART, "");
    }

    /**
     * The text among others: what has a meaning in Markdown or HTML, or begins an address, is written as a numeric reference. Forges look for
     * mentions after that, so what begins one is separated from what follows.
     */
    public static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        int previous = ' ';
        int[] characters = (Printable.line(text) + " ").codePoints().toArray();
        for (int i = 0; i < characters.length - 1; i++) {
            int character = characters[i];
            boolean address = character == '.' && (previous == 'w' || previous == 'W');
            boolean harmless = character >= 0x80
                    || Character.isLetterOrDigit(character)
                    || " ,.%/()+-;'?".indexOf(character) >= 0
                    || (character == ':' && characters[i + 1] == ' ');
            if (harmless && !address) {
                escaped.appendCodePoint(character);
            } else {
                escaped.append("&#").append(character).append(';');
                if (REFERRING.indexOf(character) >= 0) {
                    escaped.append(APART);
                }
            }
            previous = character;
        }
        return escaped.toString();
    }
}
