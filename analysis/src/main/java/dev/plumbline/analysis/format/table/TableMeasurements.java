package dev.plumbline.analysis.format.table;

import dev.plumbline.analysis.format.document.MetricName;
import dev.plumbline.analysis.format.document.NoteCode;
import dev.plumbline.analysis.format.document.ResultNotes;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Fork;
import dev.plumbline.analysis.model.Measurement;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Mode;
import dev.plumbline.analysis.model.SamplePercentile;
import dev.plumbline.analysis.model.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Makes one result of its rows.
 *
 * @param number its place in the document, from 1
 * @param benchmark what was measured
 * @param log what the log says about it
 * @param threadsKnown whether the document says how many threads ran
 */
record TableMeasurements(int number, BenchmarkId benchmark, MeasuredForks log, boolean threadsKnown) {

    /** Units of results that are a text or a file of a profiler, and have no number. */
    private static final Set<String> TEXT_UNITS = Set.of("---", "N/A", "");

    /** The result of the row with the score and those of its other metrics. */
    BenchmarkResult result(List<TableRow> rows) {
        ResultNotes notes = new ResultNotes();
        TableRow primary = rows.get(0);
        Measurement score = measurement(primary, Metric.SCORE, notes);
        if (!Double.isFinite(score.score())) {
            notes.add(NoteCode.NOT_MEASURED, "the score is not known, so nothing can be compared");
        } else if (!score.forks().isEmpty()) {
            notes.addToAll(
                    NoteCode.FORKS_FROM_LOG,
                    "the forks are those of the log, whose values are rounded; -rf json keeps them");
        } else if (log.benchmark().isEmpty()) {
            notes.addToAll(
                    NoteCode.MEAN_ONLY,
                    "the table has a mean and no forks, so it counts as one fork; -rf json keeps them");
        } else {
            notes.add(
                    NoteCode.MEAN_ONLY,
                    "the log doesn't have every fork of it with enough digits, so the mean of the table counts as one"
                            + " fork; -rf json keeps them");
        }
        if (!threadsKnown) {
            notes.addToAll(NoteCode.THREADS_ASSUMED, "the table doesn't say how many threads ran; 1 is assumed");
        }
        List<Measurement> secondary = new ArrayList<>();
        for (TableRow row : rows.subList(1, rows.size())) {
            add(row, primary, secondary, notes);
        }
        return new BenchmarkResult(
                number, benchmark, log.setup(), score, secondary, notes.of(number, benchmark.name()));
    }

    private void add(TableRow row, TableRow primary, List<Measurement> secondary, ResultNotes notes) {
        String name = MetricName.of(row.label(), row.benchmark());
        if (Double.isNaN(row.score().value()) && TEXT_UNITS.contains(row.unit())) {
            notes.textOnly(name);
            return;
        }
        int percentile = primary.mode() == Mode.SAMPLE_TIME ? SamplePercentile.indexOf(name) : -1;
        boolean supported = percentile < 0
                || primary.samples() == 0
                || primary.samples() >= SamplePercentile.ALL.get(percentile).leastSamples();
        if (supported) {
            secondary.add(measurement(row, name, notes));
        }
    }

    private Measurement measurement(TableRow row, String name, ResultNotes notes) {
        Unit unit = Unit.of(row.unit());
        if (!unit.known()) {
            notes.unknownUnit(row.unit(), name);
        }
        double score = score(row, name, unit, notes);
        List<Fork> forks = log.forks().getOrDefault(row.label(), List.of()).stream()
                .map(fork -> scaled(fork, unit.factor()))
                .toList();
        return new Measurement(
                Metric.reported(name, unit), score * unit.factor(), row.error().value() * unit.factor(), forks);
    }

    /** The score; NaN for a time or a rate that is known by its order of magnitude only, or rounded to nothing. */
    private static double score(TableRow row, String name, Unit unit, ResultNotes notes) {
        TableNumber score = row.score();
        boolean counted = unit.family().mayRepeat();
        if (!counted && (score.magnitude() || (score.value() == 0 && score.decimals() >= 0))) {
            notes.add(
                    NoteCode.ROUNDED,
                    "the table has only the order of magnitude of " + name
                            + "; have it in a smaller unit, with -tu, or " + "with -rf json");
            return Double.NaN;
        }
        if (!counted && Double.isFinite(score.value()) && !score.precise()) {
            notes.add(
                    NoteCode.ROUNDED,
                    "the table has " + name + " with few digits, so that it may be off by "
                            + percent(score.rounding() / Math.abs(score.value()))
                            + "; have it in a smaller unit, with -tu, or with -rf json");
        }
        return score.value();
    }

    private static String percent(double share) {
        return Math.round(Math.ceil(100 * share)) + " %";
    }

    private static Fork scaled(Fork fork, double factor) {
        double[] iterations = fork.iterations().clone();
        for (int i = 0; i < iterations.length; i++) {
            iterations[i] *= factor;
        }
        return new Fork(fork.value() * factor, iterations, fork.samples());
    }
}
