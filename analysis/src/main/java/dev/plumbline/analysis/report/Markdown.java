package dev.plumbline.analysis.report;

import java.util.Set;

/** Texts of files in GitHub-flavoured Markdown: they cannot become mark-up, a link, a mention or a further table cell. */
final class Markdown {

    /** What would end a code span or a table cell, or take the power from what does. */
    private static final Set<Integer> BREAKING = Set.of((int) '`', (int) '|', (int) '\\');

    private Markdown() {}

    /**
     * The text as code. In a code span nothing has a meaning but its end; where the text could end it, the same is written as
     * HTML with every special character by its number.
     */
    static String code(String text) {
        String line = Printable.line(text);
        if (!line.isBlank() && line.codePoints().noneMatch(BREAKING::contains)) {
            return "`" + line + "`";
        }
        return "<code>" + escaped(line) + "</code>";
    }

    /** The text among others: what has a meaning in Markdown or HTML, or begins an address, is written by its number. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        int previous = ' ';
        for (int character : Printable.line(text).codePoints().toArray()) {
            boolean address = character == '.' && (previous == 'w' || previous == 'W');
            boolean harmless =
                    character >= 0x80 || Character.isLetterOrDigit(character) || " ,.%/()+-".indexOf(character) >= 0;
            if (harmless && !address) {
                escaped.appendCodePoint(character);
            } else {
                escaped.append("&#").append(character).append(';');
            }
            previous = character;
        }
        return escaped.toString();
    }
}
