package dev.plumbline.collector.changepoints;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Numbers in CSV cells: one, or the several forks of a run separated by blanks. Decimals have a point or a comma; digits in
 * groups ({@code 1,234.5}) aren't a number.
 */
public final class CsvNumbers {

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+[.,]?\\d*|[.,]\\d+)([eE][+-]?\\d+)?");
    private static final Pattern MISSING = Pattern.compile("(?i)nan|na|n/a|null|-|\\?");
    private static final Pattern BLANKS = Pattern.compile("[ |]+");

    private CsvNumbers() {}

    /** Whether a cell contains only numbers, or nothing. */
    public static boolean areNumbers(String cell) {
        for (String part : parts(cell)) {
            if (!NUMBER.matcher(part).matches() && !MISSING.matcher(part).matches()) {
                return false;
            }
        }
        return true;
    }

    /** The finite numbers of a cell of which {@link #areNumbers} is true. */
    public static List<Double> of(String cell) {
        List<Double> numbers = new ArrayList<>();
        for (String part : parts(cell)) {
            if (NUMBER.matcher(part).matches()) {
                double number = Double.parseDouble(part.replace(',', '.'));
                if (Double.isFinite(number)) {
                    numbers.add(number);
                }
            }
        }
        return numbers;
    }

    private static List<String> parts(String cell) {
        String text = cell.strip();
        if (text.startsWith("'")) {
            text = text.substring(1);
        }
        return text.isEmpty() ? List.of() : List.of(BLANKS.split(text));
    }
}
