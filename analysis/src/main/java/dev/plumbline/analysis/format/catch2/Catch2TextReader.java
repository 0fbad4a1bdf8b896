package dev.plumbline.analysis.format.catch2;

import dev.plumbline.analysis.format.document.CheckedResults;
import dev.plumbline.analysis.format.document.DocumentInput;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.document.ResultReader;
import dev.plumbline.analysis.format.text.TextLines;
import dev.plumbline.analysis.model.BenchmarkResult;
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
 * Reads what Catch2 2 and 3 print. A heading between two lines of dashes names the test case and, indented, its sections; below
 * comes a table whose names are wrapped over several lines, the last of which has figures. The times of a benchmark follow on two
 * lines, or stand on its own where {@code --benchmark-no-analysis} left out the intervals.
 */
public final class Catch2TextReader implements ResultReader {

    private static final Pattern VERSION =
            Pattern.compile("^.{0,500} is a Catch2? v([\\w.-]{1,40}) host application\\.");
    private static final String TIME = "([-+\\w.]{1,40}) (ns|us|ms|s|m)";
    private static final Pattern ROW = Pattern.compile(
            "^(.{0,200}?)\\s{1,300}+(\\d{1,15})\\s{1,300}+(\\d{1,18})(?:\\s{1,300}+" + TIME + ")?\\s*$");
    private static final Pattern TIMES =
            Pattern.compile("^\\s{1,300}+" + TIME + "\\s{1,300}+" + TIME + "\\s{1,300}+" + TIME + "\\s*$");
    private static final String FAILED = "Benchmark failed (";
    private static final Pattern DASHES = Pattern.compile("-{20,}");

    @Override
    public void read(InputStream in, ReadLimits limits, Consumer<BenchmarkResult> results) throws IOException {
        CheckedResults checked = new CheckedResults(limits, results);
        try (DocumentInput document = DocumentInput.open(in, limits.maxDecompressedBytes());
                BufferedInputStream bytes = new BufferedInputStream(document, 1 << 16)) {
            Output output = new Output(new BenchmarkEstimates(checked), limits);
            TextLines lines = new TextLines(bytes);
            for (Optional<TextLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                output.read(line.get());
            }
            output.finish();
        }
        checked.requireSome(
                "the text has no table of benchmarks, which Catch2 prints as they run; give its whole output, or"
                        + " that of -r xml");
    }

    /** What the lines are part of. */
    private enum Part {
        OTHER,
        /** The names of a test case and its sections. */
        HEADING,
        /** The lines above a table's dashes. */
        TABLE_HEAD,
        ROWS
    }

    /** One output while it is read. */
    private static final class Output {

        private final BenchmarkEstimates results;
        private final ReadLimits limits;
        private final List<String> heading = new ArrayList<>();
        private final StringBuilder name = new StringBuilder();
        private Part part = Part.OTHER;
        private boolean meanInRow;
        private String version = "";
        private Place place = Place.UNKNOWN;
        private Optional<BenchmarkEstimates.Draft> open = Optional.empty();
        private int times;

        Output(BenchmarkEstimates results, ReadLimits limits) {
            this.results = results;
            this.limits = limits;
        }

        void read(TextLines.Line line) {
            String text = line.text();
            Matcher application = VERSION.matcher(text);
            if (application.find()) {
                version = application.group(1);
            }
            if (DASHES.matcher(text).matches()) {
                afterDashes();
            } else if (text.startsWith("benchmark name ")) {
                finish();
                part = Part.TABLE_HEAD;
                meanInRow = text.stripTrailing().endsWith(" mean");
            } else if (part == Part.HEADING && !text.isBlank() && heading.size() < limits.maxNesting()) {
                addToHeading(text);
            } else if (part == Part.ROWS) {
                readRow(line);
            }
        }

        /** A line of the heading; the name of a test case is wrapped without being indented. */
        private void addToHeading(String text) {
            if (heading.size() == 1 && !Character.isWhitespace(text.charAt(0))) {
                heading.set(0, heading.get(0) + " " + text.strip());
            } else {
                heading.add(text.strip());
            }
        }

        /** Dashes open a heading, close it, or stand between the head of a table and its rows. */
        private void afterDashes() {
            switch (part) {
                case TABLE_HEAD -> part = Part.ROWS;
                case HEADING -> part = Part.OTHER;
                case OTHER, ROWS -> {
                    finish();
                    heading.clear();
                    part = Part.HEADING;
                }
            }
        }

        private void readRow(TextLines.Line line) {
            String text = line.text();
            Matcher three = TIMES.matcher(text);
            Matcher row = ROW.matcher(text);
            if (text.startsWith("=====") || text.startsWith(".....")) {
                finish();
                part = Part.OTHER;
            } else if (text.contains(FAILED)) {
                readFailure(line);
            } else if (open.isPresent() && three.matches()) {
                readTimes(open.get(), three);
            } else if (row.matches()) {
                finish();
                place = new Place(line.number(), 1, 0, "");
                open = Optional.of(draft(row));
                times = 0;
            } else if (!text.isBlank() && name.length() + text.length() < limits.maxNameLength()) {
                finish();
                name.append(name.isEmpty() ? "" : " ").append(text.strip());
            }
        }

        /** A failure stands in the columns of a benchmark that has begun, or behind the name of one that hasn't. */
        private void readFailure(TextLines.Line line) {
            int begin = line.text().indexOf(FAILED);
            if (open.isEmpty()) {
                place = new Place(line.number(), 1, 0, "");
                open = Optional.of(draft(line.text().substring(0, begin)));
            }
            open.get().failure = "Catch2 says: " + line.text().substring(begin).strip();
            finish();
        }

        private BenchmarkEstimates.Draft draft(String endOfName) {
            String last = endOfName.strip();
            String benchmark = name.isEmpty() ? last : last.isEmpty() ? name.toString() : name + " " + last;
            name.setLength(0);
            return new BenchmarkEstimates.Draft(heading, benchmark);
        }

        private BenchmarkEstimates.Draft draft(Matcher row) {
            BenchmarkEstimates.Draft draft = draft(row.group(1));
            draft.samples = Double.parseDouble(row.group(2));
            if (meanInRow && row.group(4) != null) {
                draft.mean = nanoseconds(row.group(4), row.group(5));
            }
            return draft;
        }

        private void readTimes(BenchmarkEstimates.Draft draft, Matcher three) {
            times++;
            if (times == 1) {
                draft.mean = nanoseconds(three.group(1), three.group(2));
                draft.low = nanoseconds(three.group(3), three.group(4));
                draft.high = nanoseconds(three.group(5), three.group(6));
            }
        }

        void finish() {
            open.ifPresent(draft -> results.add(place, version, draft));
            open = Optional.empty();
        }

        private static double nanoseconds(String number, String unit) {
            double factor = switch (unit) {
                case "ns" -> 1;
                case "us" -> 1e3;
                case "ms" -> 1e6;
                case "s" -> 1e9;
                default -> 60e9;
            };
            try {
                double value = Double.parseDouble(number) * factor;
                return Math.abs(value) < 1e150 ? value : Double.NaN;
            } catch (NumberFormatException none) {
                return Double.NaN;
            }
        }
    }
}
