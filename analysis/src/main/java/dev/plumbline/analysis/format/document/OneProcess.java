package dev.plumbline.analysis.format.document;

import dev.plumbline.analysis.model.Fork;
import dev.plumbline.analysis.model.Measurement;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Unit;
import java.util.Arrays;
import java.util.List;

/**
 * What one process measured in a unit: harnesses that start no processes of their own have a single one, which counts as one
 * fork.
 *
 * @param unit the unit of the document's values
 */
public record OneProcess(Unit unit) {

    private static final double[] NO_SAMPLES = {};

    /** Measurements in the unit of a symbol. */
    public static OneProcess in(String symbol) {
        return new OneProcess(Unit.of(symbol));
    }

    /** A measurement of which only the figure is known. */
    public Measurement of(String metric, double value) {
        return of(metric, value, Double.NaN, NO_SAMPLES);
    }

    /**
     * A measurement.
     *
     * @param value the harness' figure in the document's unit; NaN when nothing was measured
     * @param error half the width of the harness' interval; NaN when it has none
     * @param samples each one in the document's unit; none when they aren't known
     */
    public Measurement of(String metric, double value, double error, double[] samples) {
        List<Fork> forks = Double.isFinite(value) ? List.of(fork(value, samples)) : List.of();
        return of(metric, value, error, forks);
    }

    /** A measurement by several processes. */
    public Measurement of(String metric, double value, double error, List<Fork> processes) {
        double finite = Double.isFinite(value) ? value * unit.factor() : Double.NaN;
        double width = Double.isFinite(error) ? Math.abs(error) * unit.factor() : Double.NaN;
        return new Measurement(Metric.reported(metric, unit), finite, width, processes);
    }

    /** A process with its figure and its samples, in the document's unit. */
    public Fork fork(double value, double[] samples) {
        return new Fork(
                value * unit.factor(),
                Arrays.stream(samples).map(sample -> sample * unit.factor()).toArray());
    }
}
