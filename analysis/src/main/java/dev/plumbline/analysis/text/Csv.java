package dev.plumbline.analysis.text;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lines of CSV (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe in front: names come from
 * files that anybody may have written. Control characters are replaced as everywhere.
 */
public final class Csv {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private Csv() {}

    /**
     * A line for each record, after one with the names of the components.
     *
     * @param type a public record
     */
    public static <R extends Record> String of(Class<R> type, List<? extends R> rows) {
        RecordComponent[] columns = type.getRecordComponents();
        StringBuilder csv = new StringBuilder(
                line(Arrays.stream(columns).map(RecordComponent::getName).toList()));
        for (R row : rows) {
            csv.append(line(Arrays.stream(columns)
                    .map(column -> Optional.ofNullable(cell(row, column)))
                    .toList()));
        }
        return csv.toString();
    }

    /**
     * A line of these cells, ended.
     *
     * @param cells numbers and truth values, which stay as they are; lists, whose elements are separated by blanks; optional ones; and texts
     */
    public static String line(List<?> cells) {
        return cells.stream().map(Csv::written).collect(Collectors.joining(",")) + "\r\n";
    }

    /** A cell with a number as every program reads it; empty if it isn't finite. */
    public static Optional<Double> number(double value) {
        return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    }

    private static @Nullable Object cell(Record row, RecordComponent column) {
        try {
            return column.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(row.getClass() + " is not a public record", e);
        }
    }

    private static String written(Object cell) {
        if (cell instanceof Optional<?> optional) {
            return optional.map(Csv::written).orElse("");
        }
        if (cell instanceof Double number) {
            return Double.isFinite(number) ? number.toString() : "";
        }
        if (cell instanceof Number || cell instanceof Boolean) {
            return cell.toString();
        }
        if (cell instanceof Collection<?> elements) {
            return text(elements.stream().map(String::valueOf).collect(Collectors.joining(" ")));
        }
        return text(cell.toString());
    }

    private static String text(String given) {
        boolean formula = !given.isEmpty() && FORMULA_STARTS.indexOf(given.charAt(0)) >= 0;
        String text = Printable.line(given);
        String safe = formula ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(character -> character == ',' || character == '"');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
