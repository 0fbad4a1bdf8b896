package dev.plumbline.analysis.format.go;

import dev.plumbline.analysis.format.document.CheckedResults;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.NoteCode;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.document.ResultNotes;
import dev.plumbline.analysis.format.repeat.Repeated;
import dev.plumbline.analysis.format.repeat.Repetitions;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.model.Fork;
import dev.plumbline.analysis.model.Measurement;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Setup;
import dev.plumbline.analysis.model.Unit;
import dev.plumbline.analysis.stats.Median;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What {@code go test} printed, by benchmark. Each line of a benchmark is one observation (its count), and takes the place of a fork:
 * {@code go test} doesn't say which lines are of one process, and benchstat judges the lines, too.
 */
final class GoResults {

    /** What the time per operation is called: by Go, and by benchstat once it has tidied it. */
    private static final List<String> TIMES = List.of("ns/op", "sec/op");
    /** What the time of a benchmark that failed would have been in. */
    private static final String NANOSECONDS = "ns/op";

    /** Stands between the path of a package and a name, and in neither. */
    private static final char END_OF_PATH = '\n';

    private static final double[] NO_ITERATIONS = {};
    private static final int MOST_UNITS = 1_000;
    private static final int MOST_FAILURES = 10_000;

    private final Repetitions repetitions;
    private final List<Failure> failures = new ArrayList<>();
    private final Map<String, Direction> directions = new HashMap<>();
    /** GOMAXPROCS of the first benchmark that says it; that of one that failed isn't printed. */
    private int threads = 1;

    /**
     * A benchmark that failed.
     *
     * @param exact whether it is this benchmark, and not a sub-benchmark of it
     */
    private record Failure(String path, GoName name, boolean exact, Setup setup, String sentence, Place place) {

        String key() {
            return path + END_OF_PATH + name.whole();
        }
    }

    GoResults(ReadLimits limits) {
        this.repetitions = new Repetitions(limits);
    }

    /** A benchmark by the path of its package and its name as Go prints it. */
    Repeated of(String path, String written, Setup setup, Place place) {
        GoName name = GoName.of(written);
        threads = threads == 1 ? Math.max(1, name.threads()) : threads;
        return repetitions.of(place, name.in(path, 1), path + END_OF_PATH + name.whole(), setup);
    }

    /** A benchmark failed, by its name as Go prints it. */
    void fail(String path, String written, Setup setup, String sentence, Place place) {
        add(new Failure(path, GoName.of(written), true, setup, sentence, place));
    }

    /** A benchmark failed, or a sub-benchmark of it that isn't known. */
    void failIn(String path, String written, Setup setup, String sentence, Place place) {
        add(new Failure(path, GoName.of(written), false, setup, sentence, place));
    }

    private void add(Failure failure) {
        if (failures.size() == MOST_FAILURES) {
            throw new DocumentException(
                    ProblemCode.TOO_MANY_RESULTS,
                    "more than " + MOST_FAILURES + " benchmarks failed; upload the document in parts",
                    failure.place());
        }
        failures.add(failure);
    }

    /** Reads {@code Unit ns/op better=lower}: which way a unit of this document gets better. */
    void readUnit(List<String> fields) {
        for (String field : fields.subList(Math.min(2, fields.size()), fields.size())) {
            if (field.startsWith("better=") && directions.size() < MOST_UNITS) {
                directions.put(
                        fields.get(1),
                        field.endsWith("=higher") ? Direction.HIGHER_IS_BETTER : Direction.LOWER_IS_BETTER);
            }
        }
    }

    /** Notes that a setting changed from one count to the next, or rejects it if it is one of the machine. */
    void requireOneMachine(
            Repeated benchmark, boolean ofTheMachine, String key, String before, String after, Place place) {
        if (ofTheMachine && !before.isEmpty()) {
            throw new DocumentException(
                    ProblemCode.DUPLICATE_RESULT,
                    Place.printable(benchmark.benchmark().name()) + " was measured with " + key + " "
                            + Place.printable(before) + " and with " + Place.printable(after)
                            + "; upload what each machine measured on its own",
                    place);
        }
        benchmark.remark(Place.printable(key));
    }

    /** Passes on all benchmarks. */
    void pass(CheckedResults results) {
        addFailures();
        for (Repeated benchmark : repetitions.all()) {
            pass(benchmark, results);
        }
    }

    /** A benchmark also fails if one of its sub-benchmarks did; then there is nothing of its own to be measured. */
    private void addFailures() {
        Set<String> parents = new HashSet<>();
        repetitions.all().forEach(benchmark -> addParents(benchmark.written(), parents));
        failures.forEach(failure -> addParents(failure.key(), parents));
        for (Failure failure : failures) {
            if (!failure.exact() || !parents.contains(failure.key())) {
                BenchmarkId benchmark = failure.name().in(failure.path(), threads);
                repetitions
                        .of(failure.place(), benchmark, failure.key(), failure.setup())
                        .fail(failure.sentence());
            }
        }
    }

    private static void addParents(String key, Set<String> parents) {
        for (int slash = key.lastIndexOf('/');
                slash > key.indexOf(END_OF_PATH);
                slash = key.lastIndexOf('/', slash - 1)) {
            parents.add(key.substring(0, slash));
        }
    }

    private void pass(Repeated benchmark, CheckedResults results) {
        ResultNotes notes = new ResultNotes();
        String primary = TIMES.stream()
                .filter(benchmark.metrics()::contains)
                .findFirst()
                .or(() -> benchmark.metrics().stream().findFirst())
                .orElse(NANOSECONDS);
        Measurement score = measurement(benchmark, primary, Metric.SCORE, notes);
        if (benchmark.failure().isPresent()) {
            score = new Measurement(score.metric(), Double.NaN, Double.NaN, List.of());
            notes.add(NoteCode.NOT_MEASURED, benchmark.failure().get() + ", so there is nothing to compare");
        }
        if (!benchmark.remarks().isEmpty()) {
            notes.add(
                    NoteCode.SETTINGS_VARY,
                    "its counts were measured with different values of "
                            + String.join(", ", new TreeSet<>(benchmark.remarks())) + "; they are judged together");
        }
        List<Measurement> secondary = benchmark.failure().isPresent()
                ? List.of()
                : benchmark.metrics().stream()
                        .filter(unit -> !unit.equals(primary))
                        .map(unit -> measurement(
                                benchmark, unit, unit.equals(Metric.SCORE) ? "secondary:score" : unit, notes))
                        .toList();
        results.add(benchmark.place(), benchmark.benchmark(), benchmark.setup(), score, secondary, notes);
    }

    private Measurement measurement(Repeated benchmark, String symbol, String name, ResultNotes notes) {
        Unit unit = Unit.of(symbol);
        Direction given = directions.getOrDefault(symbol, Direction.NOT_KNOWN);
        if (!unit.known() && !given.known()) {
            notes.unknownUnit(symbol, name);
        }
        double[] counts = Arrays.stream(benchmark.values(symbol))
                .map(value -> value * unit.factor())
                .toArray();
        List<Fork> forks = Arrays.stream(counts)
                .mapToObj(value -> new Fork(value, NO_ITERATIONS))
                .toList();
        Metric metric = Metric.reported(name, unit);
        return new Measurement(given.known() ? metric.with(given) : metric, Median.of(counts), Double.NaN, forks);
    }
}
