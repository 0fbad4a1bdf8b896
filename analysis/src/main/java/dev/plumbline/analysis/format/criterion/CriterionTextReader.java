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
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Measurement;
import dev.plumbline.analysis.model.Metric;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what Criterion prints: for each benchmark a time with its interval, and a throughput where it has one. The time is the
 * slope, or the mean if all samples are equally long; it has five digits, and the samples aren't there.
 */
public final class CriterionTextReader implements ResultReader {

    private static final Pattern INTERVAL = Pattern.compile(": {1,9}\\[(?<lower>" + ConsoleFigure.PATTERN
            + ") (?<middle>" + ConsoleFigure.PATTERN + ") (?<upper>" + ConsoleFigure.PATTERN + ")]\\s{0,99}");
    private static final String TIME = "time";
    private static final String RATE = "thrpt";

    @Override
    public void read(InputStream in, ReadLimits limits, Consumer<BenchmarkResult> results) throws IOException {
        try (DocumentInput document = DocumentInput.open(in, limits.maxDecompressedBytes());
                BufferedInputStream bytes = new BufferedInputStream(document, 1 << 16)) {
            new Document(new CheckedResults(limits, results)).read(new TextLines(bytes));
        }
    }

    /** One document while it is read. */
    private static final class Document {

        private final CheckedResults results;
        private final CargoProfile profile = new CargoProfile(Harness.CRITERION);
        private final ResultNotes notes = new ResultNotes();
        private String before = "";
        private Place place = Place.UNKNOWN;
        private String name = "";
        private Optional<Measurement> score = Optional.empty();
        private final List<Measurement> rates = new ArrayList<>();

        Document(CheckedResults results) {
            this.results = results;
        }

        void read(TextLines lines) throws IOException {
            Optional<TextLines.Line> next = lines.next();
            while (next.isPresent()) {
                read(next.get());
                next = lines.next();
            }
            pass();
            results.requireSome(
                    "the text has no line with a time ([1.2 µs 1.3 µs 1.4 µs]); give all that cargo bench prints, or the"
                            + " folder target/criterion");
        }

        private void read(TextLines.Line line) {
            String text = line.text();
            profile.read(text);
            Optional<Matcher> time = interval(text, TIME);
            Optional<Matcher> rate = interval(text, RATE);
            if (time.isPresent()) {
                pass();
                place = new Place(line.number(), 1, 0, "");
                String named = text.substring(0, text.lastIndexOf(TIME)).strip();
                name = named.isEmpty() ? before.strip() : named;
                score = measurement(Metric.SCORE, time.get());
            } else if (rate.isPresent() && score.isPresent() && rates.isEmpty()) {
                measurement("throughput", rate.get()).ifPresent(rates::add);
            } else if (!text.isBlank()) {
                before = text;
            }
        }

        /** The interval that ends a line, behind blanks and a word. A change is in percent, so it is none. */
        private static Optional<Matcher> interval(String text, String word) {
            int at = text.lastIndexOf(word + ":");
            if (at <= 0 || !Character.isWhitespace(text.charAt(at - 1))) {
                return Optional.empty();
            }
            Matcher interval = INTERVAL.matcher(text.substring(at + word.length()));
            return interval.matches() ? Optional.of(interval) : Optional.empty();
        }

        private static Optional<Measurement> measurement(String name, Matcher line) {
            return ConsoleFigure.of(line.group("middle")).map(middle -> {
                double lower = ConsoleFigure.of(line.group("lower"))
                        .map(ConsoleFigure::kept)
                        .orElse(Double.NaN);
                double upper = ConsoleFigure.of(line.group("upper"))
                        .map(ConsoleFigure::kept)
                        .orElse(Double.NaN);
                return middle.measurement(name, Math.abs(upper - lower) / 2);
            });
        }

        private void pass() {
            if (score.isPresent() && !name.isEmpty()) {
                notes.addToAll(
                        NoteCode.MEAN_ONLY,
                        "Criterion prints five digits of the slope or the mean, and no samples. Give the folder target/criterion");
                results.add(place, CriterionBenchmark.of(name), profile.setup(), score.get(), rates, notes);
                notes.clear();
            }
            score = Optional.empty();
            rates.clear();
        }
    }
}
