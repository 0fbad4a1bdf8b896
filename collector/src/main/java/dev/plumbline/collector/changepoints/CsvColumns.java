package dev.plumbline.collector.changepoints;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The meaning of a CSV file's columns.
 *
 * @param header whether the first row names the columns
 * @param names the name of each, {@code column 2} if it has none
 * @param label the column with the labels of runs; -1 for none
 * @param run the column that distinguishes runs with the same label; -1 for none
 * @param values the columns with values
 * @param forks whether the columns with values are forks of one series
 */
record CsvColumns(boolean header, List<String> names, int label, int run, List<Integer> values, boolean forks) {

    /** Names of columns with labels of runs, best first. */
    private static final List<String> LABELS = List.of(
            "commit",
            "sha",
            "revision",
            "rev",
            "hash",
            "version",
            "tag",
            "label",
            "name",
            "date",
            "timestamp",
            "datetime",
            "time",
            "committedat",
            "uploadedat");

    /** Columns whose texts may look like numbers, such as the hash 12e4567. */
    private static final Set<String> IDENTITIES = Set.of("commit", "sha", "revision", "rev", "hash", "version", "tag");

    /** Columns of numbers that aren't values either. */
    private static final Set<String> NUMBERS = Set.of(
            "run",
            "build",
            "id",
            "index",
            "position",
            "nr",
            "no",
            "#",
            "iterations",
            "fork",
            "repetition",
            "rep",
            "trial");

    private static final Set<String> RUNS = Set.of("run", "build");

    /** Columns that say what was measured: a row of such a table is a benchmark. */
    private static final Set<String> SUBJECTS = Set.of("benchmark", "method", "command", "test", "testcase");

    private static final Pattern FORK = Pattern.compile("(fork|rep|repetition|trial)[ _-]?\\d+");

    /** The columns of these rows, of which there is at least one. */
    static CsvColumns of(List<CsvRows.Row> rows, List<String> chosen) {
        int width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        boolean header = isHeader(rows, width);
        List<CsvRows.Row> body = header ? rows.subList(1, rows.size()) : rows;
        List<String> names = new ArrayList<>();
        for (int column = 0; column < width; column++) {
            String name = header ? rows.get(0).cell(column) : "";
            names.add(name.isEmpty() ? "column " + (column + 1) : name);
        }
        List<Integer> numeric = IntStream.range(0, width)
                .filter(column -> mostlyNumbers(body, column))
                .boxed()
                .toList();
        List<Integer> values =
                chosen.isEmpty() ? values(names, numeric, body, header) : chosen(names, chosen, rows.get(0));
        int label = label(names, numeric, values, width, body);
        int run = IntStream.range(0, width)
                .filter(column -> RUNS.contains(key(names.get(column))) && !values.contains(column) && column != label)
                .findFirst()
                .orElse(-1);
        boolean forks = values.size() > 1
                && values.stream()
                        .allMatch(column -> FORK.matcher(key(names.get(column))).matches());
        return new CsvColumns(header, names, label, run, values, forks);
    }

    /** Names are above numbers: the first row has no number in a column that has numbers elsewhere. */
    private static boolean isHeader(List<CsvRows.Row> rows, int width) {
        CsvRows.Row first = rows.get(0);
        if (rows.size() == 1) {
            return IntStream.range(0, width).noneMatch(column -> CsvNumbers.areNumbers(first.cell(column)));
        }
        CsvRows.Row second = rows.get(1);
        return IntStream.range(0, width)
                        .noneMatch(column -> !first.cell(column).isEmpty() && CsvNumbers.areNumbers(first.cell(column)))
                || IntStream.range(0, width)
                        .anyMatch(column -> !CsvNumbers.areNumbers(first.cell(column))
                                && !second.cell(column).isEmpty()
                                && CsvNumbers.areNumbers(second.cell(column)));
    }

    private static List<Integer> values(
            List<String> names, List<Integer> numeric, List<CsvRows.Row> body, boolean header) {
        List<Integer> values = new ArrayList<>(numeric);
        if (header) {
            values.removeIf(column -> NUMBERS.contains(key(names.get(column)))
                    || IDENTITIES.contains(key(names.get(column)))
                    || (LABELS.contains(key(names.get(column))) && areWhole(body, column)));
            List<Integer> several = values.stream()
                    .filter(column -> key(names.get(column)).equals("forks"))
                    .toList();
            return several.isEmpty() ? values : several;
        }
        boolean counts = values.size() > 1 && values.get(0) == 0 && isIndex(body);
        return counts ? values.subList(1, values.size()) : values;
    }

    private static List<Integer> chosen(List<String> names, List<String> chosen, CsvRows.Row first) {
        List<Integer> columns = new ArrayList<>();
        for (String given : chosen) {
            String wanted = given.strip();
            int column = names.indexOf(wanted);
            if (column < 0) {
                column = IntStream.range(0, names.size())
                        .filter(each -> names.get(each).equalsIgnoreCase(wanted))
                        .findFirst()
                        .orElse(-1);
            }
            if (column < 0 && wanted.matches("[0-9]{1,4}")) {
                column = Integer.parseInt(wanted) - 1;
            }
            if (column < 0 || column >= names.size()) {
                throw new DocumentException(
                        ProblemCode.MISSING_FIELD,
                        "there is no column '" + Place.printable(wanted) + "'; there are "
                                + Place.printable(String.join(", ", names)),
                        new Place(first.line(), 1, 0, ""));
            }
            columns.add(column);
        }
        return columns;
    }

    private static int label(
            List<String> names, List<Integer> numeric, List<Integer> values, int width, List<CsvRows.Row> body) {
        Map<String, Integer> byName = new LinkedHashMap<>();
        for (int column = 0; column < width; column++) {
            if (!values.contains(column)) {
                byName.putIfAbsent(key(names.get(column)), column);
            }
        }
        for (String known : LABELS) {
            Integer column = byName.get(known);
            if (column != null) {
                return column;
            }
        }
        return IntStream.range(0, width)
                .filter(column -> !values.contains(column) && !NUMBERS.contains(key(names.get(column))))
                .filter(column -> !numeric.contains(column) || (column == 0 && isIndex(body)))
                .findFirst()
                .orElse(-1);
    }

    /** A text among numbers is an error to report, and doesn't make the column one of texts. */
    private static boolean mostlyNumbers(List<CsvRows.Row> body, int column) {
        int numbers = 0;
        int texts = 0;
        for (CsvRows.Row row : body) {
            String cell = row.cell(column);
            if (!cell.isEmpty()) {
                numbers += CsvNumbers.areNumbers(cell) ? 1 : 0;
                texts += CsvNumbers.areNumbers(cell) ? 0 : 1;
            }
        }
        return numbers > texts;
    }

    private static boolean areWhole(List<CsvRows.Row> body, int column) {
        return body.stream().allMatch(row -> row.cell(column).matches("[0-9]*"));
    }

    /** Whether the first column counts up: an index or a time, and not a measurement. */
    private static boolean isIndex(List<CsvRows.Row> body) {
        if (body.size() < 2
                || !areWhole(body, 0)
                || body.stream().anyMatch(row -> row.cell(0).isEmpty())) {
            return false;
        }
        double[] numbers = body.stream()
                .mapToDouble(row -> Double.parseDouble(row.cell(0)))
                .toArray();
        return IntStream.range(1, numbers.length).allMatch(i -> numbers[i] >= numbers[i - 1])
                && Arrays.stream(numbers).distinct().count() > 1;
    }

    /** The column by which rows are of different benchmarks, if there is one. */
    Optional<Integer> rowsOfBenchmarks(List<CsvRows.Row> body) {
        return IntStream.range(0, names.size())
                .filter(column -> header && SUBJECTS.contains(key(names.get(column))) && !values.contains(column))
                .filter(column ->
                        body.stream().map(row -> row.cell(column)).distinct().count() > 1)
                .boxed()
                .findFirst();
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
