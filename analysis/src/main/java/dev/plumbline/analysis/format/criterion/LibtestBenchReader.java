package dev.plumbline.analysis.format.criterion;

import dev.plumbline.analysis.format.document.CheckedResults;
import dev.plumbline.analysis.format.document.DocumentInput;
import dev.plumbline.analysis.format.document.NoteCode;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.document.ResultNotes;
import dev.plumbline.analysis.format.document.ResultReader;
import dev.plumbline.analysis.format.text.TextLines;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Fork;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Measurement;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Setup;
import dev.plumbline.analysis.model.Unit;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the lines that libtest prints for {@code #[bench]}, and Criterion with {@code --output-format bencher}: {@code test NAME ...
 * bench: 1,234 ns/iter (+/- 56)}. Which of the two printed a line can't be told. libtest's figure is the median of its samples and
 * what follows it is their range; Criterion's is the slope or the mean, with half of its interval.
 */
public final class LibtestBenchReader implements ResultReader {

    private static final String NUMBER = "\\d[\\d,]{0,40}(?:\\.\\d{1,20})?";
    private static final String BEFORE = "test ";
    private static final String BEHIND = " ... ";
    private static final Pattern OUTCOME =
            Pattern.compile("bench: {1,99}(?<time>" + NUMBER + ") ns/iter \\(\\+/- (?<range>" + NUMBER
                    + ")\\)(?: = (?<rate>" + NUMBER + ") MB/s)? {0,99}|(?<failed>FAILED) {0,99}");

    private static final Unit TIME = Unit.of("ns/op");
    private static final Unit RATE = Unit.of("MB/s");

    @Override
    public void read(InputStream in, ReadLimits limits, Consumer<BenchmarkResult> results) throws IOException {
        CheckedResults checked = new CheckedResults(limits, results);
        ResultNotes notes = new ResultNotes();
        CargoProfile profile = new CargoProfile(Harness.LIBTEST);
        try (DocumentInput document = DocumentInput.open(in, limits.maxDecompressedBytes());
                BufferedInputStream bytes = new BufferedInputStream(document, 1 << 16)) {
            TextLines lines = new TextLines(bytes);
            Optional<TextLines.Line> next = lines.next();
            while (next.isPresent()) {
                profile.read(next.get().text());
                read(next.get(), profile.setup(), checked, notes);
                next = lines.next();
            }
        }
        checked.requireSome(
                "the text has no line of a benchmark (test NAME ... bench: 12 ns/iter (+/- 3)); give what cargo bench"
                        + " prints on standard output");
    }

    private static void read(TextLines.Line line, Setup setup, CheckedResults checked, ResultNotes notes) {
        String text = line.text();
        int name = text.lastIndexOf(BEHIND);
        if (!text.startsWith(BEFORE)
                || name <= BEFORE.length()
                || text.substring(BEFORE.length(), name).isBlank()) {
            return;
        }
        Matcher outcome = OUTCOME.matcher(text.substring(name + BEHIND.length()));
        if (outcome.matches()) {
            add(
                    new Place(line.number(), 1, 0, ""),
                    text.substring(BEFORE.length(), name).strip(),
                    outcome,
                    setup,
                    checked,
                    notes);
        }
    }

    private static void add(
            Place place, String name, Matcher line, Setup setup, CheckedResults results, ResultNotes notes) {
        boolean failed = line.group("failed") != null;
        if (failed) {
            notes.add(NoteCode.NOT_MEASURED, "it panicked, so it counts as failed");
        } else {
            notes.addToAll(
                    NoteCode.MEAN_ONLY,
                    "The lines have one figure for each benchmark and no samples. With Criterion, give the folder target/criterion");
        }
        List<Measurement> rate = line.group("rate") == null
                ? List.of()
                : List.of(of("throughput.bytes", RATE, number(line.group("rate"))));
        results.add(
                place,
                CriterionBenchmark.of(name),
                setup,
                of(Metric.SCORE, TIME, failed ? Double.NaN : number(line.group("time"))),
                rate,
                notes);
        notes.clear();
    }

    private static Measurement of(String name, Unit unit, double value) {
        double kept = value * unit.factor();
        return new Measurement(Metric.reported(name, unit), kept, Double.NaN, List.of(new Fork(kept, new double[0])));
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace(",", ""));
    }
}
