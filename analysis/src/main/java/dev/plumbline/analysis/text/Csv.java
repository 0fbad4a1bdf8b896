package dev.plumbline.analysis.text;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Lines of CSV (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe in front: names come from
 * files that anybody may have written. Control characters are replaced as everywhere.
 */
public final class Csv {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private Csv() {}

    /** A line of these texts, ended. */
    public static String line(List<String> cells) {
        return cells.stream().map(Csv::text).collect(Collectors.joining(",")) + "\r\n";
    }

    /** A number as every program reads it; nothing where it is not finite. */
    public static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "";
    }

    private static String text(String given) {
        String text = Printable.line(given);
        boolean number = text.matches("-?[0-9][0-9.E-]*");
        boolean formula = !number && !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(character -> character == ',' || character == '"' || character < ' ');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
