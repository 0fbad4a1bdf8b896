package dev.plumbline.analysis.format.catch2;

import dev.plumbline.analysis.format.document.CheckedResults;
import dev.plumbline.analysis.format.document.NoteCode;
import dev.plumbline.analysis.format.document.OneProcess;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ResultNotes;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Mode;
import dev.plumbline.analysis.model.Setup;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The benchmarks of one report of Catch2. It keeps the bootstrapped mean of the samples with its interval, and no samples; the
 * whole report is of one process.
 */
final class BenchmarkEstimates {

    private static final String SEPARATOR = " / ";
    private static final double[] NO_SAMPLES = {};

    private final CheckedResults checked;
    private final ResultNotes notes = new ResultNotes();
    private final Map<String, Integer> times = new HashMap<>();

    BenchmarkEstimates(CheckedResults checked) {
        this.checked = checked;
    }

    /** What a report says of one benchmark. Times are in nanoseconds; NaN is what it doesn't say. */
    static final class Draft {

        private final String name;
        double samples = Double.NaN;
        double mean = Double.NaN;
        double low = Double.NaN;
        double high = Double.NaN;
        /** Why it failed; empty when it didn't. */
        String failure = "";

        /**
         * A benchmark.
         *
         * @param path the test case and the sections around it
         */
        Draft(Collection<String> path, String benchmark) {
            this.name = Stream.concat(path.stream(), Stream.of(benchmark))
                    .map(part -> part.replace(SEPARATOR, " \\/ "))
                    .collect(Collectors.joining(SEPARATOR));
        }
    }

    /**
     * Passes on a benchmark. Catch2 runs a test case once for each of its sections and generated values, and what is outside of
     * them again each time: a repetition has its number as a parameter.
     */
    void add(Place place, String version, Draft draft) {
        notes.clear();
        boolean measured = Double.isFinite(draft.mean) && draft.failure.isEmpty();
        if (measured) {
            notes.addToAll(
                    NoteCode.MEAN_ONLY, "Catch2 reports the mean of the samples and its interval, and not the samples");
        } else {
            notes.add(
                    NoteCode.NOT_MEASURED,
                    draft.failure.isEmpty() ? "it has no mean, so it did not finish" : Place.printable(draft.failure));
        }
        int repetition = times.merge(draft.name, 1, Integer::sum);
        Map<String, String> params = repetition == 1 ? Map.of() : Map.of("repetition", Integer.toString(repetition));
        checked.add(
                place,
                new BenchmarkId(draft.name, params, Mode.AVERAGE_TIME, 1),
                setup(version, draft),
                OneProcess.in("ns/op")
                        .of(Metric.SCORE, measured ? draft.mean : Double.NaN, (draft.high - draft.low) / 2, NO_SAMPLES),
                List.of(),
                notes);
    }

    private static Setup setup(String version, Draft draft) {
        Map<String, String> settings = new TreeMap<>();
        if (Double.isFinite(draft.samples)) {
            settings.put("samples", Long.toString((long) draft.samples));
        }
        return Setup.of(Harness.CATCH2, version, settings);
    }
}
