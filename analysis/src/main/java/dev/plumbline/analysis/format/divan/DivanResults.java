package dev.plumbline.analysis.format.divan;

import dev.plumbline.analysis.format.criterion.CargoProfile;
import dev.plumbline.analysis.format.criterion.ConsoleFigure;
import dev.plumbline.analysis.format.document.CheckedResults;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.NoteCode;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.document.ResultNotes;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Fork;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Measurement;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Mode;
import dev.plumbline.analysis.model.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The results of a tree: a benchmark's row, and the rows below it with throughput and allocations. */
final class DivanResults {

    private static final Pattern THREADS = Pattern.compile("t=([1-9]\\d{0,5})");
    private static final Pattern ALLOCATION = Pattern.compile("(max alloc|alloc|dealloc|grow|shrink):");
    private static final Pattern BYTES = Pattern.compile("(\\d{1,40}(?:\\.\\d{1,40})?) ?([kKMGTPE]i?|)B");
    private static final Pattern COUNT = Pattern.compile("\\d{1,40}(?:\\.\\d{1,40})?");

    private final CargoProfile profile = new CargoProfile(Harness.DIVAN);
    private final CheckedResults results;
    private final ResultNotes notes = new ResultNotes();
    private final List<Measurement> others = new ArrayList<>();
    private Optional<BenchmarkId> benchmark = Optional.empty();
    private Optional<Measurement> score = Optional.empty();
    private Place place = Place.UNKNOWN;
    private String allocation = "";

    DivanResults(ReadLimits limits, Consumer<BenchmarkResult> results) {
        this.results = new CheckedResults(limits, results);
    }

    /** A line that is no row of a tree. */
    void other(String line) {
        profile.read(line);
    }

    /** A benchmark begins with its row. */
    void begin(List<String> path, TreeRow row, Place begins) {
        place = begins;
        benchmark = Optional.of(id(path));
        score = Optional.of(time(Metric.SCORE, row.cells().get(TreeRow.MEDIAN)));
        if (row.cells().get(TreeRow.MEDIAN).matches("[0.]{0,9}[1-9]? .*")) {
            notes.add(NoteCode.ROUNDED, "its median has a single digit: it is near the precision of the timer");
        }
        others.add(time("mean", row.cells().get(TreeRow.MEAN)));
        others.add(time("fastest", row.cells().get(0)));
    }

    /** A row that belongs to the last benchmark; rows of nothing are left out. */
    void detail(TreeRow row) {
        if (benchmark.isEmpty()) {
            return;
        }
        String first = row.cells().get(0);
        Matcher block = ALLOCATION.matcher(first);
        if (block.matches()) {
            allocation = block.group(1);
            return;
        }
        String median = row.cells().get(TreeRow.MEDIAN);
        Optional<ConsoleFigure> rate =
                ConsoleFigure.of(median).filter(figure -> !figure.counted().isEmpty());
        if (rate.isPresent()) {
            others.add(rate.get().measurement("throughput", Double.NaN));
        } else if (!allocation.isEmpty()) {
            allocated(median);
        }
    }

    private void allocated(String median) {
        Matcher bytes = BYTES.matcher(median);
        if (bytes.matches()) {
            double value = Double.parseDouble(bytes.group(1)) * ConsoleFigure.factor(bytes.group(2));
            others.add(of(allocation + ".bytes", "B/op", value));
        } else if (COUNT.matcher(median).matches()) {
            String unit = allocation.equals("alloc") ? "allocs/op" : "#/op";
            others.add(of(allocation + ".count", unit, Double.parseDouble(median)));
        }
    }

    /** Passes on the benchmark whose rows are complete, if there is one. */
    void pass() {
        if (benchmark.isPresent() && score.isPresent()) {
            notes.addToAll(
                    NoteCode.MEAN_ONLY,
                    "Divan prints a summary and no samples: the median, with four digits, counts as one process");
            results.add(place, benchmark.get(), profile.setup(), score.get(), others, notes);
            notes.clear();
        }
        benchmark = Optional.empty();
        others.clear();
        allocation = "";
    }

    void requireSome() {
        results.requireSome("no row of the tree has a time: Divan measured no benchmark");
    }

    private static BenchmarkId id(List<String> path) {
        int parts = path.size();
        Matcher threads = THREADS.matcher(path.get(parts - 1));
        return threads.matches()
                ? new BenchmarkId(
                        String.join("::", path.subList(0, parts - 1)),
                        Map.of(),
                        Mode.AVERAGE_TIME,
                        Integer.parseInt(threads.group(1)))
                : new BenchmarkId(String.join("::", path), Map.of(), Mode.AVERAGE_TIME, 1);
    }

    private Measurement time(String name, String cell) {
        return ConsoleFigure.of(cell)
                .filter(figure -> figure.counted().isEmpty())
                .orElseThrow(() -> new DocumentException(
                        ProblemCode.INVALID_FIELD,
                        "the " + (name.equals(Metric.SCORE) ? "median" : name) + " is \"" + Place.printable(cell)
                                + "\", expected a time such as 1.352 µs",
                        place))
                .measurement(name, Double.NaN);
    }

    private static Measurement of(String name, String unit, double value) {
        return new Measurement(
                Metric.reported(name, Unit.of(unit)), value, Double.NaN, List.of(new Fork(value, new double[0])));
    }
}
