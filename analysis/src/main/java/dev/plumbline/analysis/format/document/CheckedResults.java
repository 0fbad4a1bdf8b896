package dev.plumbline.analysis.format.document;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Measurement;
import dev.plumbline.analysis.model.Setup;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Passes on the results of a document, numbered, within the limits: names of an allowed length that a database and a page can
 * show, each metric of a benchmark once, each benchmark once.
 */
public final class CheckedResults {

    private final ReadLimits limits;
    private final Consumer<BenchmarkResult> results;
    private final SeenIdentities seen = new SeenIdentities();
    private int number;

    public CheckedResults(ReadLimits limits, Consumer<BenchmarkResult> results) {
        this.limits = limits;
        this.results = results;
    }

    /** How many results were passed on. */
    public int count() {
        return number;
    }

    /**
     * Passes on a result.
     *
     * @param place where it is in the document
     * @throws DocumentException when it is beyond a limit, or is there a second time
     */
    public void add(
            Place place,
            BenchmarkId benchmark,
            Setup setup,
            Measurement primary,
            List<Measurement> secondary,
            ResultNotes notes) {
        number++;
        Place here = new Place(place.line(), place.column(), number, Place.printable(benchmark.name()));
        require(
                number <= limits.maxResults(),
                here,
                ProblemCode.TOO_MANY_RESULTS,
                "the document has more than " + limits.maxResults() + " results; upload it in parts");
        requireName(here, "the benchmark's name", benchmark.name());
        require(
                benchmark.params().size() <= limits.maxParams(),
                here,
                ProblemCode.TOO_MANY_VALUES,
                "it has more than " + limits.maxParams() + " parameters");
        for (Map.Entry<String, String> param : benchmark.params().entrySet()) {
            requireName(here, "the name of a parameter", param.getKey());
            requireName(here, "the value of a parameter", param.getValue());
        }
        require(
                secondary.size() <= limits.maxMetrics(),
                here,
                ProblemCode.TOO_MANY_VALUES,
                "it has more than " + limits.maxMetrics() + " secondary metrics");
        Set<String> names = new HashSet<>();
        requireMetric(here, primary, names);
        secondary.forEach(measurement -> requireMetric(here, measurement, names));
        int earlier = seen.remember(benchmark, number);
        require(
                earlier == 0,
                here,
                ProblemCode.DUPLICATE_RESULT,
                "it has the benchmark, parameters, mode and threads of result " + earlier
                        + "; keep one of them, and upload the results of several runs each on its own");
        results.accept(
                new BenchmarkResult(number, benchmark, setup, primary, secondary, notes.of(number, benchmark.name())));
    }

    /**
     * Rejects a document without results.
     *
     * @param sentence what it means that there are none, and what to do
     */
    public void requireSome(String sentence) {
        require(number > 0, Place.UNKNOWN, ProblemCode.NO_RESULTS, sentence);
    }

    private void requireMetric(Place place, Measurement measurement, Set<String> names) {
        String name = measurement.metric().name();
        require(
                !name.isEmpty(),
                place,
                ProblemCode.INVALID_FIELD,
                "a metric of it has an empty name; give each one a name");
        requireName(place, "the name of a metric", name);
        requireName(
                place,
                "the unit of " + Place.printable(name),
                measurement.metric().unit().symbol());
        require(
                names.add(name),
                place,
                ProblemCode.DUPLICATE_METRIC,
                "it has the metric " + Place.printable(name) + " twice; keep one of them");
        long values = measurement.forks().stream()
                .mapToLong(fork -> fork.iterations().length)
                .sum();
        require(
                Math.max(values, measurement.forks().size()) <= limits.maxValues(),
                place,
                ProblemCode.TOO_MANY_VALUES,
                "it has more than " + limits.maxValues() + " samples");
    }

    private void requireName(Place place, String what, String text) {
        require(
                text.length() <= limits.maxNameLength(),
                place,
                ProblemCode.TEXT_TOO_LONG,
                what + " has " + text.length() + " characters, expected at most " + limits.maxNameLength());
        require(
                text.indexOf('\0') < 0,
                place,
                ProblemCode.INVALID_TEXT,
                what + " contains the character U+0000; remove it");
    }

    private static void require(boolean holds, Place place, ProblemCode problem, String sentence) {
        if (!holds) {
            throw new DocumentException(problem, sentence, place);
        }
    }
}
