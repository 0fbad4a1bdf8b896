package dev.plumbline.collector.changepoints;

import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Unit;
import java.util.Arrays;
import java.util.List;

/**
 * What follows from a unit that may be any text.
 *
 * @param unit the unit, with the direction that was given
 * @param assumed whether the direction is only a rule: lower is better
 */
public record MeasuredUnit(Unit unit, boolean assumed) {

    /** What follows for a series. A direction that was given wins over what the unit says. */
    public static MeasuredUnit of(GivenSeries series) {
        Unit known = Unit.of(series.unit());
        Unit unit = areWhole(series.runs()) ? known : known.measured();
        return switch (series.direction()) {
            case LOWER -> new MeasuredUnit(unit.with(Direction.LOWER_IS_BETTER), false);
            case HIGHER -> new MeasuredUnit(unit.with(Direction.HIGHER_IS_BETTER), false);
            case UNKNOWN -> new MeasuredUnit(unit, !unit.directed());
        };
    }

    /** What the change points are found for. */
    public Metric metric() {
        return new Metric("value", unit);
    }

    /**
     * Whether values may be counts. Other numbers in a unit that nobody knows are taken to scatter as times do: the resolution of
     * a count is absolute, and would swallow small measured values.
     */
    private static boolean areWhole(List<double[]> runs) {
        return runs.stream()
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .allMatch(value -> value == Math.rint(value));
    }
}
