package dev.plumbline.analysis.format.jmh;

import dev.plumbline.analysis.format.document.NoteCode;
import dev.plumbline.analysis.format.document.ResultNotes;
import dev.plumbline.analysis.model.Fork;
import dev.plumbline.analysis.model.Measurement;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Mode;
import dev.plumbline.analysis.model.SamplePercentile;
import dev.plumbline.analysis.model.Unit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes measurements from what the document says: each fork's value, in the metric's base unit. */
final class Measurements {

    /** Units of results that are a text or a file of a profiler, and have no number. */
    private static final Set<String> TEXT_UNITS = Set.of("---", "N/A", "");

    private static final int UNITS_KEPT = 256;
    private static final double[] NO_ITERATIONS = {};

    private final RawValues raw;
    private final Map<String, Unit> units = new HashMap<>();

    Measurements(RawValues raw) {
        this.raw = raw;
    }

    /**
     * The primary score.
     *
     * @param forksAskedFor as the document says; less than 1 when nothing was forked or it does not say
     * @param mode how it was measured
     */
    Measurement primary(MetricDraft primary, int forksAskedFor, Mode mode, ResultNotes notes) {
        Unit unit = unit(primary, notes);
        List<Fork> forks = primary.hasIterations(raw) ? forks(primary, primary, Aggregation.AVERAGE, unit) : List.of();
        boolean unweighted = isUnweighted(primary, mode);
        if (unweighted) {
            forks = weighted(forks, primary.score * unit.factor());
        }
        if (!Double.isFinite(primary.score)) {
            notes.add(NoteCode.NOT_MEASURED, "the score is " + primary.score + ", so nothing was measured");
        } else if (forks.isEmpty()) {
            notes.add(
                    NoteCode.NO_RAW_DATA,
                    "the document has no raw data, so the forks are not known;"
                            + " leave out -Djmh.json.rawData=false to have a verdict");
        } else {
            checkForks(primary, forksAskedFor, unweighted, notes);
        }
        return new Measurement(
                new Metric(Metric.SCORE, unit),
                primary.score * unit.factor(),
                primary.scoreError * unit.factor(),
                forks);
    }

    /**
     * All other metrics: those of the document, and the percentiles of a sampled benchmark, computed fork by fork. A
     * percentile that any fork has too few samples for is left out: of all forks, since forks with fewer samples are the
     * slow ones.
     */
    List<Measurement> secondary(List<MetricDraft> drafts, MetricDraft primary, Mode mode, ResultNotes notes) {
        List<Measurement> measurements = new ArrayList<>(drafts.size() + SamplePercentile.ALL.size());
        boolean sampled = primary.samples > 0;
        boolean[] given = new boolean[SamplePercentile.ALL.size()];
        for (MetricDraft draft : drafts) {
            int percentile = sampled ? SamplePercentile.indexOf(draft.name) : -1;
            if (percentile >= 0) {
                given[percentile] = true;
                if (supported(percentile, primary)) {
                    measurements.add(percentile(percentile, draft.score, primary));
                }
            } else if (Double.isNaN(draft.score) && TEXT_UNITS.contains(draft.unit)) {
                notes.textOnly(draft.name);
            } else {
                measurements.add(secondary(draft, primary, notes));
            }
        }
        for (int percentile = 0; sampled && percentile < given.length; percentile++) {
            if (!given[percentile] && supported(percentile, primary)) {
                measurements.add(percentile(percentile, Double.NaN, primary));
            }
        }
        if (isUnweighted(primary, mode)) {
            addGiven(primary, measurements);
        }
        return measurements;
    }

    /** The percentiles of all samples that the document gives beside the score, as far as it has no metric of their name. */
    private void addGiven(MetricDraft primary, List<Measurement> measurements) {
        Unit unit = unit(primary.unit);
        for (int i = 0; i < primary.percentiles.length; i++) {
            String name = SamplePercentile.ALL.get(i).name();
            boolean given = measurements.stream()
                    .anyMatch(other -> other.metric().name().equals(name));
            if (!given && Double.isFinite(primary.percentiles[i])) {
                measurements.add(new Measurement(
                        new Metric(name, unit), primary.percentiles[i] * unit.factor(), Double.NaN, List.of()));
            }
        }
    }

    private Measurement secondary(MetricDraft draft, MetricDraft primary, ResultNotes notes) {
        Unit unit = unit(draft, notes);
        Aggregation aggregation = Aggregation.of(draft, raw);
        List<Fork> forks;
        if (draft.hasIterations(raw)) {
            forks = forks(draft, primary, aggregation, unit);
        } else {
            forks = recovered(draft, aggregation, unit);
            if (forks.isEmpty() && Double.isFinite(draft.score)) {
                notes.forksUnknown(draft.name);
            }
        }
        return new Measurement(
                Metric.reported(draft.name, unit),
                draft.score * unit.factor(),
                draft.scoreError * unit.factor(),
                forks);
    }

    private static boolean supported(int percentile, MetricDraft primary) {
        long needed = SamplePercentile.ALL.get(percentile).leastSamples();
        return primary.sampled.stream().allMatch(fork -> fork.samples() >= needed || fork.samples() == 0);
    }

    /** A percentile of each fork's whole histogram; the score is the document's, or the forks' mean when it has none. */
    private Measurement percentile(int percentile, double documentScore, MetricDraft primary) {
        Unit unit = unit(primary.unit);
        List<Fork> forks = new ArrayList<>(primary.sampled.size());
        double sum = 0;
        for (SampledFork fork : primary.sampled) {
            double value = fork.percentiles()[percentile] * unit.factor();
            forks.add(new Fork(value, NO_ITERATIONS, fork.samples()));
            sum += value;
        }
        double score = Double.isNaN(documentScore) ? sum / forks.size() : documentScore * unit.factor();
        return new Measurement(new Metric(SamplePercentile.ALL.get(percentile).name(), unit), score, Double.NaN, forks);
    }

    private List<Fork> forks(MetricDraft draft, MetricDraft primary, Aggregation aggregation, Unit unit) {
        boolean padded = countsSilenceAsZero(draft, primary, aggregation);
        List<Fork> forks = new ArrayList<>(draft.forkCount);
        for (int i = 0; i < draft.forkCount; i++) {
            int fork = draft.firstFork + i;
            double value = draft.sampled.isEmpty()
                    ? aggregation.value(raw, raw.start(fork), raw.end(fork), padded ? missing(draft, primary, i) : 0)
                    : draft.sampled.get(i).mean();
            forks.add(new Fork(
                    value * unit.factor(),
                    raw.scaled(raw.start(fork), raw.end(fork), unit.factor()),
                    draft.sampled.isEmpty() ? 0 : draft.sampled.get(i).samples()));
        }
        return forks;
    }

    private static List<Fork> recovered(MetricDraft draft, Aggregation aggregation, Unit unit) {
        List<Fork> forks = new ArrayList<>();
        for (double value : ForkRecovery.values(draft, aggregation)) {
            forks.add(new Fork(value * unit.factor(), NO_ITERATIONS));
        }
        return forks;
    }

    /**
     * Whether iterations in which a profiler reported nothing count as 0. JMH does so for what its profilers and
     * event counters report, and not for sub-benchmarks; an average shows which, because the score follows from it.
     */
    private boolean countsSilenceAsZero(MetricDraft draft, MetricDraft primary, Aggregation aggregation) {
        int missing = 0;
        for (int i = 0; i < draft.forkCount; i++) {
            missing += missing(draft, primary, i);
        }
        if (missing == 0 || aggregation != Aggregation.AVERAGE) {
            return missing > 0;
        }
        int from = raw.start(draft.firstFork);
        int to = raw.end(draft.firstFork + draft.forkCount - 1);
        return Aggregation.agree(aggregation.value(raw, from, to, missing), draft.score);
    }

    /** In how many iterations of a fork the benchmark has a score and the metric has none. */
    private int missing(MetricDraft draft, MetricDraft primary, int fork) {
        return draft.forkCount == primary.forkCount
                ? Math.max(0, raw.count(primary.firstFork + fork) - raw.count(draft.firstFork + fork))
                : 0;
    }

    /**
     * Whether the iterations are means of samples whose number isn't known: JMH before 1.14 wrote no histogram, and its score
     * weighs an iteration by its samples.
     */
    private boolean isUnweighted(MetricDraft primary, Mode mode) {
        return mode == Mode.SAMPLE_TIME && primary.sampled.isEmpty() && primary.hasIterations(raw);
    }

    /** Forks whose mean is the score: each fork's mean of iterations times the same factor, near 1. */
    private static List<Fork> weighted(List<Fork> forks, double score) {
        double mean = forks.stream().mapToDouble(Fork::value).average().orElse(Double.NaN);
        double factor = score / mean;
        return Double.isFinite(factor) && factor > 0
                ? forks.stream()
                        .map(fork -> new Fork(fork.value() * factor, fork.iterations()))
                        .toList()
                : forks;
    }

    private void checkForks(MetricDraft primary, int forksAskedFor, boolean unweighted, ResultNotes notes) {
        if (forksAskedFor > 0 && primary.forkCount != forksAskedFor) {
            notes.add(
                    NoteCode.FORK_COUNT,
                    "the raw data have " + primary.forkCount + " forks, forks says " + forksAskedFor
                            + "; the raw data count");
        }
        if (unweighted) {
            notes.add(
                    NoteCode.SAMPLES_UNKNOWN,
                    "the score weighs each iteration by its samples, whose numbers JMH writes from 1.14 on; the forks are"
                            + " the means of their iterations, scaled to the score");
            return;
        }
        int from = raw.start(primary.firstFork);
        int to = raw.end(primary.firstFork + primary.forkCount - 1);
        double mean = primary.sampled.isEmpty()
                ? Aggregation.AVERAGE.value(raw, from, to, 0)
                : primary.sampleSum / primary.samples;
        if (Double.isFinite(mean) && !Aggregation.agree(mean, primary.score)) {
            notes.add(
                    NoteCode.SCORE_DIFFERS,
                    "the score is " + primary.score + ", the raw data give " + mean + "; the raw data count");
        }
    }

    private Unit unit(MetricDraft draft, ResultNotes notes) {
        Unit unit = unit(draft.unit);
        if (!unit.known()) {
            notes.unknownUnit(draft.unit, draft.name);
        }
        return unit;
    }

    private Unit unit(String symbol) {
        Unit unit = units.get(symbol);
        if (unit == null) {
            unit = Unit.of(symbol);
            if (units.size() < UNITS_KEPT) {
                units.put(symbol, unit);
            }
        }
        return unit;
    }
}
