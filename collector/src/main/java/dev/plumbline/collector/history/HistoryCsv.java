package dev.plumbline.collector.history;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.collector.changepoints.CsvNumbers;
import dev.plumbline.collector.changepoints.CsvRows;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A history in CSV, as Otava reads it: a row for each run with its time, its commit, perhaps its branch, and a column for each
 * benchmark. Several numbers in a cell are those of several processes.
 */
final class HistoryCsv {

    private static final Set<String> COMMITS = Set.of("commit", "sha", "revision", "rev", "hash", "version", "tag");
    private static final Set<String> TIMES =
            Set.of("time", "timestamp", "date", "datetime", "committedat", "committed_at");

    /** Names of columns that are neither. */
    private static final Set<String> OTHERS =
            Set.of("author", "subject", "message", "run", "build", "id", "index", "#");

    /** A unit in a column's name: {@code time (ms)}, {@code time [ms/op]}. */
    private static final Pattern UNIT = Pattern.compile("(.+?)\\s*[(\\[]([^()\\[\\]]+)[)\\]]");

    private final CsvRows.Row header;
    private final int commit;
    private final int time;
    private final int branch;
    private final List<Integer> values = new ArrayList<>();

    private HistoryCsv(CsvRows.Row header) {
        this.header = header;
        this.commit = column(COMMITS);
        this.time = column(TIMES);
        this.branch = column(Set.of("branch"));
    }

    /** The history of a text. */
    static History read(String text) throws IOException {
        List<CsvRows.Row> rows = CsvRows.read(new StringReader(text));
        if (rows.size() < 2) {
            throw new DocumentException(
                    ProblemCode.NO_RESULTS,
                    "there are no rows below the names of the columns; give a row for each run",
                    Place.UNKNOWN);
        }
        return new HistoryCsv(rows.get(0)).history(rows.subList(1, rows.size()));
    }

    private History history(List<CsvRows.Row> body) {
        if (commit < 0 && time < 0) {
            throw refuse(header, "no column is called commit or time; name the columns in the first row");
        }
        for (int column = 0; column < header.cells().size(); column++) {
            if (isValue(column, body)) {
                values.add(column);
            }
        }
        if (values.isEmpty()) {
            throw refuse(header, "no column has numbers in every row that has something there");
        }
        List<HistoricRun> runs = new ArrayList<>();
        for (CsvRows.Row row : body) {
            HistoricResults results = results(row);
            if (results.size() > 0) {
                runs.add(run(row, results));
            }
        }
        if (time >= 0) {
            runs.sort(Comparator.comparing(run -> run.measuredAt().orElseThrow()));
        }
        return new History("a history in CSV", runs, List.of());
    }

    private HistoricRun run(CsvRows.Row row, HistoricResults results) {
        Optional<Instant> at = Optional.empty();
        if (time >= 0) {
            at = HistoryTime.of(row.cell(time));
            if (at.isEmpty()) {
                throw refuse(
                        row,
                        "'" + Place.printable(row.cell(time))
                                + "' isn't a time; write 2024-01-31T12:00:00Z, or seconds since 1970");
            }
        }
        String label = commit < 0 ? "at " + at.orElseThrow() : row.cell(commit);
        if (label.isEmpty()) {
            throw refuse(row, "the row has no commit; write what was measured");
        }
        HistoricCommit measured = new HistoricCommit(
                label,
                branch < 0 ? "" : row.cell(branch),
                at.map(Instant::toString).orElse(""),
                "",
                "");
        return new HistoricRun(measured, at, "", "", results.document(), results.size());
    }

    private HistoricResults results(CsvRows.Row row) {
        HistoricResults results = new HistoricResults(Harness.OTHER);
        for (int column : values) {
            String name = header.cell(column);
            Matcher unit = UNIT.matcher(name);
            boolean named = unit.matches();
            for (double value : CsvNumbers.of(row.cell(column))) {
                results.add(
                        named ? unit.group(1) : name, Map.of(), 1, named ? unit.group(2) : "", Optional.empty(), value);
            }
        }
        return results;
    }

    private boolean isValue(int column, List<CsvRows.Row> body) {
        String name = key(header.cell(column));
        return column != commit
                && column != time
                && column != branch
                && !name.isEmpty()
                && !OTHERS.contains(name)
                && body.stream().allMatch(row -> CsvNumbers.areNumbers(row.cell(column)))
                && body.stream()
                        .anyMatch(row -> !CsvNumbers.of(row.cell(column)).isEmpty());
    }

    private int column(Set<String> names) {
        for (int column = 0; column < header.cells().size(); column++) {
            if (names.contains(key(header.cell(column)))) {
                return column;
            }
        }
        return -1;
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    private static DocumentException refuse(CsvRows.Row row, String sentence) {
        return new DocumentException(ProblemCode.INVALID_FIELD, sentence, new Place(row.line(), 1, 0, ""));
    }
}
