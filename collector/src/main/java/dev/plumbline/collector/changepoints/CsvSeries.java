package dev.plumbline.collector.changepoints;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads CSV: a row for each run or for each fork, oldest first. Rows that follow each other with the same label are forks of
 * one run, and so are several numbers in one cell, separated by blanks.
 */
final class CsvSeries {

    /** A unit in a column's name: {@code time (ms)}, {@code time [ms/op]}, {@code time_ns}. */
    private static final Pattern UNIT =
            Pattern.compile("(.+?)(?:\\s*\\(([^()]+)\\)|\\s*\\[([^\\[\\]]+)]|_(ns|us|ms|s))");

    private CsvSeries() {}

    /**
     * The series of a text.
     *
     * @param chosen names or numbers of the columns with values; empty to find them out
     */
    static List<GivenSeries> read(Reader text, List<String> chosen) throws IOException {
        List<CsvRows.Row> rows = CsvRows.read(text);
        if (rows.isEmpty()) {
            throw new DocumentException(
                    ProblemCode.EMPTY_DOCUMENT,
                    "there is no row; give a value for each run, oldest first",
                    Place.UNKNOWN);
        }
        CsvColumns columns = CsvColumns.of(rows, chosen);
        List<CsvRows.Row> body = columns.header() ? rows.subList(1, rows.size()) : rows;
        columns.rowsOfBenchmarks(body).ifPresent(column -> {
            throw new DocumentException(
                    ProblemCode.OTHER_DOCUMENT,
                    "each row is of another benchmark ('"
                            + Place.printable(columns.names().get(column))
                            + "'), and no run; give a row for each run, oldest first, and a column for each benchmark",
                    new Place(rows.get(0).line(), 1, 0, ""));
        });
        if (columns.values().isEmpty()) {
            throw noValues(rows, body, columns);
        }
        List<SeriesBuilder> builders = builders(columns);
        String previous = "";
        for (CsvRows.Row row : body) {
            String label = columns.label() < 0 ? "" : row.cell(columns.label());
            String key = label + '\u0000' + (columns.run() < 0 ? "" : row.cell(columns.run()));
            boolean sameRun = !label.isEmpty() && key.equals(previous);
            for (int i = 0; i < columns.values().size(); i++) {
                SeriesBuilder builder = builders.get(columns.forks() ? 0 : i);
                List<Double> values = values(row, columns.values().get(i));
                if ((sameRun || (columns.forks() && i > 0)) && !builder.isEmpty()) {
                    builder.further(values);
                } else {
                    builder.run(label, values, new Place(row.line(), 1, 0, ""));
                }
            }
            previous = key;
        }
        return builders.stream().map(SeriesBuilder::build).toList();
    }

    private static List<SeriesBuilder> builders(CsvColumns columns) {
        List<SeriesBuilder> builders = new ArrayList<>();
        for (int column : columns.values()) {
            if (!columns.forks() || builders.isEmpty()) {
                String name = columns.forks() || !columns.header()
                        ? (columns.values().size() == 1 || columns.forks()
                                ? ""
                                : columns.names().get(column))
                        : columns.names().get(column);
                Matcher unit = UNIT.matcher(name);
                builders.add(
                        unit.matches()
                                ? new SeriesBuilder(unit.group(1).strip(), unitOf(unit), GivenDirection.UNKNOWN)
                                : new SeriesBuilder(name, "", GivenDirection.UNKNOWN));
            }
        }
        return builders;
    }

    private static String unitOf(Matcher name) {
        for (int group = 2; group <= name.groupCount(); group++) {
            String unit = name.group(group);
            if (unit != null) {
                return unit.strip();
            }
        }
        return "";
    }

    private static List<Double> values(CsvRows.Row row, int column) {
        String cell = row.cell(column);
        if (!CsvNumbers.areNumbers(cell)) {
            throw notANumber(row.line(), column, cell);
        }
        return CsvNumbers.of(cell);
    }

    /** No column contains only numbers: the cell to report is the first non-number in a column that has numbers. */
    private static DocumentException noValues(List<CsvRows.Row> rows, List<CsvRows.Row> body, CsvColumns columns) {
        for (int column = 0; column < columns.names().size(); column++) {
            List<CsvRows.Row> wrong = new ArrayList<>();
            for (CsvRows.Row row : body) {
                if (!CsvNumbers.areNumbers(row.cell(column))) {
                    wrong.add(row);
                }
            }
            if (!wrong.isEmpty() && wrong.size() * 2 < body.size() && column != columns.label()) {
                return notANumber(wrong.get(0).line(), column, wrong.get(0).cell(column));
            }
        }
        return new DocumentException(
                ProblemCode.INVALID_FIELD,
                "no column holds numbers; name the one that does with --column",
                new Place(rows.get(0).line(), 1, 0, ""));
    }

    private static DocumentException notANumber(int line, int column, String cell) {
        String remedy = cell.matches("[0-9.,]+")
                ? "write its digits without groups"
                : "leave the cell empty where nothing was measured, or choose another column with --column";
        return new DocumentException(
                ProblemCode.INVALID_FIELD,
                "'" + Place.printable(cell) + "' isn't a number; " + remedy,
                new Place(line, column + 1, 0, ""));
    }
}
