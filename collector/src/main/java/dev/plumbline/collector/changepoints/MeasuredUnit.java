package dev.plumbline.collector.changepoints;

import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Unit;
import java.util.Arrays;
import java.util.List;

/**
 * What follows from a unit, which may be any text.
 *
 * @param unit the unit, with the direction that was given
 */
public record MeasuredUnit(Unit unit) {

    /** What follows for a series. A given direction takes precedence over the unit's. */
    public static MeasuredUnit of(GivenSeries series) {
        Unit known = Unit.of(series.unit());
        Unit unit = areWhole(series.runs()) ? known : known.measured();
        return switch (series.direction()) {
            case LOWER -> new MeasuredUnit(unit.with(Direction.LOWER_IS_BETTER));
            case HIGHER -> new MeasuredUnit(unit.with(Direction.HIGHER_IS_BETTER));
            case UNKNOWN -> new MeasuredUnit(unit);
        };
    }

    /** The metric whose change points are searched for. */
    public Metric metric() {
        return new Metric("value", unit);
    }

    /**
     * Whether values may be counts. Other numbers in an unknown unit are assumed to scatter as times do: the resolution of
     * a count is absolute, and would hide differences of small measured values.
     */
    private static boolean areWhole(List<double[]> runs) {
        return runs.stream()
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .allMatch(value -> value == Math.rint(value));
    }
}
