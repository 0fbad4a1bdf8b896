package dev.plumbline.analysis.format.google;

import dev.plumbline.analysis.format.document.CheckedResults;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.NoteCode;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.document.ResultNotes;
import dev.plumbline.analysis.format.repeat.Repeated;
import dev.plumbline.analysis.format.repeat.Repetitions;
import dev.plumbline.analysis.model.Fork;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Measurement;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Setup;
import dev.plumbline.analysis.model.Unit;
import dev.plumbline.analysis.stats.Median;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What a report says, by benchmark. One process measured all of it, so a benchmark has one fork: its repetitions are the samples, and
 * their median is its value, as it is the one aggregate of the report that one disturbed repetition doesn't move.
 */
final class GoogleResults {

    private static final String REAL = "real_time";
    private static final String CPU = "cpu_time";
    private static final double[] NO_SAMPLES = {};
    private static final Map<String, String> TIME_UNITS =
            Map.of("ns", "ns/op", "us", "us/op", "ms", "ms/op", "s", "s/op", "", "ns/op");

    /** The repetitions of each benchmark; values have the base units of times and rates. */
    private final Repetitions repetitions;
    /** The aggregates, for benchmarks whose repetitions aren't reported. */
    private final Repetitions medians;

    private final Repetitions means;

    GoogleResults(ReadLimits limits) {
        this.repetitions = new Repetitions(limits);
        this.medians = new Repetitions(limits);
        this.means = new Repetitions(limits);
    }

    /** Adds a row that says what it is. */
    void add(GoogleRow row) {
        if (row.fit || row.outcome == GoogleRow.Outcome.SKIPPED) {
            return;
        }
        switch (row.aggregate) {
            case "" -> keep(row, repetitions);
            case "median" -> keep(row, medians);
            case "mean" -> keep(row, means);
            default -> {}
        }
    }

    private static void keep(GoogleRow row, Repetitions kept) {
        GoogleName name = GoogleName.of(row.runName.isEmpty() ? row.name : row.runName);
        Repeated benchmark =
                kept.of(row.place, name.benchmark(), name.whole(), Setup.unknown(Harness.GOOGLE_BENCHMARK));
        if (row.outcome == GoogleRow.Outcome.FAILED) {
            benchmark.fail(row.message.isEmpty() ? "it failed" : "it failed: " + Place.printable(row.message));
            return;
        }
        double factor = Unit.of(timeUnit(row)).factor();
        benchmark.add(REAL, row.realTime * factor, row.place);
        benchmark.add(CPU, row.cpuTime * factor, row.place);
        row.counters.forEach((counter, value) -> benchmark.add("#" + counter, value, row.place));
    }

    private static String timeUnit(GoogleRow row) {
        String symbol = TIME_UNITS.get(row.timeUnit);
        if (symbol == null) {
            throw new DocumentException(
                    ProblemCode.INVALID_FIELD,
                    "time_unit is \"" + Place.printable(row.timeUnit) + "\", expected ns, us, ms or s",
                    row.place);
        }
        return symbol;
    }

    /** Passes on all benchmarks. */
    void pass(Setup setup, CheckedResults results) {
        for (Repeated benchmark : repetitions.all()) {
            pass(benchmark, true, setup, results);
        }
        for (Repeated benchmark : medians.all()) {
            if (!repetitions.has(benchmark.benchmark())) {
                pass(benchmark, false, setup, results);
            }
        }
        for (Repeated benchmark : means.all()) {
            if (!repetitions.has(benchmark.benchmark()) && !medians.has(benchmark.benchmark())) {
                pass(benchmark, false, setup, results);
            }
        }
    }

    private static void pass(Repeated benchmark, boolean samples, Setup setup, CheckedResults results) {
        ResultNotes notes = new ResultNotes();
        boolean realTime = GoogleName.of(benchmark.written()).realTime();
        Measurement score =
                measurement(benchmark, realTime ? REAL : CPU, Metric.reported(Metric.SCORE, Unit.of("s/op")), samples);
        List<Measurement> secondary = new ArrayList<>();
        if (benchmark.failure().isPresent()) {
            score = new Measurement(score.metric(), Double.NaN, Double.NaN, List.of());
            notes.add(NoteCode.NOT_MEASURED, benchmark.failure().get() + "; there is nothing to compare");
        } else {
            for (String metric : benchmark.metrics()) {
                if (metric.startsWith("#")) {
                    String counter = metric.substring(1);
                    Unit unit = Unit.of(GoogleCounter.unit(counter));
                    secondary.add(measurement(
                            benchmark, metric, Metric.reported(GoogleCounter.metric(counter), unit), samples));
                }
            }
            String other = realTime ? CPU : REAL;
            secondary.add(measurement(benchmark, other, Metric.reported(other, Unit.of("s/op")), samples));
            if (!samples) {
                notes.addToAll(
                        NoteCode.MEAN_ONLY,
                        "the report has aggregates only, so the median (or the mean, if there is none) counts as one process;"
                                + " leave out --benchmark_report_aggregates_only to keep the repetitions");
            }
        }
        results.add(benchmark.place(), benchmark.benchmark(), setup, score, secondary, notes);
    }

    private static Measurement measurement(Repeated benchmark, String key, Metric metric, boolean samples) {
        double factor = key.startsWith("#") ? metric.unit().factor() : 1;
        double[] values = Arrays.stream(benchmark.values(key))
                .map(value -> value * factor)
                .toArray();
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        double median = Median.of(finite);
        return new Measurement(
                metric,
                median,
                Double.NaN,
                values.length == 0 ? List.of() : List.of(new Fork(median, samples ? finite : NO_SAMPLES)));
    }
}
