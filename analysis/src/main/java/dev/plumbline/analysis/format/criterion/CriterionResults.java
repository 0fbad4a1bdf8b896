package dev.plumbline.analysis.format.criterion;

import dev.plumbline.analysis.format.criterion.Estimates.Estimate;
import dev.plumbline.analysis.format.document.CheckedResults;
import dev.plumbline.analysis.format.document.NoteCode;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.document.ResultNotes;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Fork;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Measurement;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Setup;
import dev.plumbline.analysis.model.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Results of what Criterion's files say. */
final class CriterionResults {

    /**
     * What cargo-criterion calls the figure that Criterion prints: the slope, or the mean if all samples are equally long. Criterion
     * chooses by how long an iteration takes, so one name for both keeps a series whole.
     */
    static final String TYPICAL = "typical";

    private static final Unit TIME = Unit.of("ns/op");
    private static final Setup SETUP = Setup.unknown(Harness.CRITERION);

    private final CheckedResults results;
    private final ResultNotes notes = new ResultNotes();

    CriterionResults(ReadLimits limits, Consumer<BenchmarkResult> results) {
        this.results = new CheckedResults(limits, results);
    }

    /**
     * A benchmark with its samples.
     *
     * @param place where they are
     * @param estimates what Criterion makes of them
     */
    void add(Place place, CriterionBenchmark benchmark, Samples samples, Optional<Estimates> estimates) {
        double[] seconds = samples.seconds();
        double median = median(seconds);
        double error = estimates
                .map(all -> all.median().error())
                .filter(Double::isFinite)
                .orElse(Double.NaN);
        Fork fork = new Fork(median, seconds);
        Measurement score = new Measurement(Metric.reported(Metric.SCORE, TIME), median, error, List.of(fork));
        Measurement typical = samples.flat()
                ? of(TYPICAL, Arrays.stream(seconds).average().orElse(Double.NaN), estimates.map(Estimates::mean))
                : of(TYPICAL, samples.slope(), estimates.map(Estimates::slope));
        add(place, benchmark, score, List.of(typical), fork);
    }

    /** A benchmark of which only the estimates are known. */
    void add(CriterionBenchmark benchmark, Estimates estimates) {
        notes.add(NoteCode.MEAN_ONLY, "there is no sample.json, so only Criterion's estimates are known");
        Estimate typical = estimates.slope().known() ? estimates.slope() : estimates.mean();
        Estimate median = estimates.median().known() ? estimates.median() : typical;
        Fork fork = new Fork(median.seconds(), new double[0]);
        Measurement score = of(Metric.SCORE, median.seconds(), Optional.of(median));
        List<Measurement> others =
                typical.known() ? List.of(of(TYPICAL, typical.seconds(), Optional.of(typical))) : List.of();
        add(Place.UNKNOWN, benchmark, score, others, fork);
    }

    private void add(
            Place place, CriterionBenchmark benchmark, Measurement score, List<Measurement> others, Fork fork) {
        List<Measurement> secondary = new ArrayList<>(others);
        if (Double.isFinite(fork.value()) && fork.value() > 0) {
            benchmark.throughputs().forEach(throughput -> secondary.add(throughput.of(fork)));
        }
        if (!Double.isFinite(fork.value())) {
            notes.add(NoteCode.NOT_MEASURED, "there is no number, so the benchmark counts as failed");
        }
        results.add(place, benchmark.id(), SETUP, score, secondary, notes);
        notes.clear();
    }

    void requireSome() {
        results.requireSome("there are no results: Criterion completed no benchmark");
    }

    private static Measurement of(String name, double seconds, Optional<Estimate> estimate) {
        double error = estimate.map(Estimate::error).filter(Double::isFinite).orElse(Double.NaN);
        return new Measurement(Metric.reported(name, TIME), seconds, error, List.of(new Fork(seconds, new double[0])));
    }

    /** The median; the mean of the two in the middle if their number is even, as Criterion has it. */
    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
