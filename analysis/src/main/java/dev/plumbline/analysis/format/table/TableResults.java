package dev.plumbline.analysis.format.table;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.MetricName;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.document.SeenIdentities;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.BenchmarkResult;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Makes results of the rows of a table: a row with a score begins one, and the rows below it are its other metrics. */
public final class TableResults {

    private final ReadLimits limits;
    private final Function<List<TableRow>, MeasuredForks> log;
    private final Consumer<BenchmarkResult> results;
    private final SeenIdentities seen = new SeenIdentities();
    private final List<TableRow> rows = new ArrayList<>();
    private final Set<String> labels = new HashSet<>();
    private int number;

    /**
     * Begins a document.
     *
     * @param log what else is known of a benchmark, by its rows
     */
    public TableResults(
            ReadLimits limits, Function<List<TableRow>, MeasuredForks> log, Consumer<BenchmarkResult> results) {
        this.limits = limits;
        this.log = log;
        this.results = results;
    }

    /** How many results began. */
    public int count() {
        return number;
    }

    /** Adds the next row. */
    public void add(TableRow row) {
        requireNames(row);
        if (row.isScore()) {
            finish();
            number++;
            if (number > limits.maxResults()) {
                throw refuse(
                        row,
                        ProblemCode.TOO_MANY_RESULTS,
                        "the document has more than " + limits.maxResults() + " results; upload it in parts");
            }
            rows.add(row);
            return;
        }
        if (rows.isEmpty() || !row.belongsTo(rows.get(0))) {
            throw refuse(
                    row,
                    ProblemCode.MISSING_FIELD,
                    "the row of " + Place.printable(row.label())
                            + " has no row with the score of its benchmark above it; give the whole table");
        }
        if (rows.size() > limits.maxMetrics()) {
            throw refuse(
                    row,
                    ProblemCode.TOO_MANY_VALUES,
                    "the benchmark has more than " + limits.maxMetrics() + " secondary metrics");
        }
        if (!labels.add(MetricName.of(row.label(), row.benchmark()))) {
            throw refuse(
                    row,
                    ProblemCode.DUPLICATE_METRIC,
                    "the benchmark has " + Place.printable(row.label()) + " twice; keep one of them");
        }
        rows.add(row);
    }

    /** Passes on the last result. */
    public void finish() {
        if (rows.isEmpty()) {
            return;
        }
        TableRow primary = rows.get(0);
        MeasuredForks measured = log.apply(rows);
        int threads = Math.max(primary.threads(), measured.threads());
        BenchmarkId benchmark = new BenchmarkId(
                measured.benchmark().isEmpty() ? primary.benchmark() : measured.benchmark(),
                primary.params(),
                primary.mode(),
                Math.max(1, threads));
        int earlier = seen.remember(benchmark, number);
        if (earlier != 0) {
            throw refuse(
                    primary,
                    ProblemCode.DUPLICATE_RESULT,
                    "it has the benchmark, parameters, mode and threads of result " + earlier
                            + "; keep one of them, and upload the results of several runs each on its own");
        }
        results.accept(new TableMeasurements(number, benchmark, measured, threads > 0).result(rows));
        rows.clear();
        labels.clear();
    }

    private void requireNames(TableRow row) {
        if (row.benchmark().isEmpty()) {
            throw refuse(row, ProblemCode.MISSING_FIELD, "the row has no benchmark; JMH always writes one");
        }
        if (row.params().size() > limits.maxParams()) {
            throw refuse(
                    row, ProblemCode.TOO_MANY_VALUES, "the table has more than " + limits.maxParams() + " parameters");
        }
        requireText(row, "the name", row.benchmark() + row.label());
        requireText(row, "the unit", row.unit());
        row.params().forEach((param, value) -> {
            requireText(row, "the name of a parameter", param);
            requireText(row, "the value of a parameter", value);
        });
    }

    private void requireText(TableRow row, String what, String text) {
        if (text.length() > limits.maxNameLength()) {
            throw refuse(
                    row,
                    ProblemCode.TEXT_TOO_LONG,
                    what + " has more than " + limits.maxNameLength() + " characters; shorten it");
        }
        if (text.indexOf('\0') >= 0) {
            throw refuse(row, ProblemCode.INVALID_TEXT, what + " contains U+0000; remove it");
        }
        if (text.indexOf('\uFFFD') >= 0) {
            throw refuse(
                    row,
                    ProblemCode.NOT_UTF_8,
                    what + " isn't encoded in UTF-8; write it so, for example with java -Dfile.encoding=UTF-8");
        }
    }

    private DocumentException refuse(TableRow row, ProblemCode problem, String sentence) {
        Place place = row.place();
        return new DocumentException(
                problem, sentence, new Place(place.line(), place.column(), Math.max(1, number), row.benchmark()));
    }
}
