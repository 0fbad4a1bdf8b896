package dev.plumbline.charts.trend;

import dev.plumbline.charts.picture.Fonts;
import dev.plumbline.charts.picture.OneLine;
import dev.plumbline.charts.picture.PictureTheme;
import dev.plumbline.charts.scale.AxisUnit;
import dev.plumbline.charts.scale.Ticks;
import dev.plumbline.charts.scale.ValueRange;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The data area of a trend chart: which values it shows, in which unit, and how wide it is. Values are drawn in that unit.
 *
 * @param range the values shown, in the base unit
 * @param unit the unit of the value axis
 * @param ticks the ticks of the value axis, in its unit
 * @param left pixels to the left of the data area, which the labels of the value axis take
 * @param right pixels to the right of the data area, into which the newest commit's label may reach
 * @param width of the data area in pixels
 * @param height of the data area in pixels, about
 * @param places where the runs are in the width
 */
record PlotFrame(
        ValueRange range,
        AxisUnit.Scale unit,
        Ticks ticks,
        double left,
        double right,
        double width,
        double height,
        RunSlots places) {

    /** Pixels between the labels of the value axis and the data area. */
    static final double GAP = 10;

    private static final double LEAST_RIGHT = 20;
    private static final double TICK_DISTANCE = 48;
    private static final int MOST_TICKS = 8;

    /**
     * The frame of a chart.
     *
     * @param height of the data area in pixels, about
     */
    static PlotFrame of(TrendChart chart, PictureTheme theme, int width, double height, double padding) {
        double[] means = chart.points().stream()
                .mapToDouble(TrendChart.TrendPoint::value)
                .toArray();
        ValueRange range = ValueRange.of(means, kept(chart), whiskers(chart));
        double[] usable = DoubleStream.concat(
                        DoubleStream.of(means),
                        chart.candidate().stream()
                                .mapToDouble(candidate -> candidate.run().value()))
                .filter(ValueRange::usable)
                .toArray();
        AxisUnit.Scale scale = chart.unit().scale(typical(usable, range));
        AxisUnit.Scale unit = new AxisUnit.Scale(OneLine.of(scale.label()), scale.factor());
        int count = (int) Math.max(2, Math.min(MOST_TICKS, height / TICK_DISTANCE));
        Ticks ticks = usable.length == 0
                ? new Ticks(List.of(), 0)
                : Ticks.between(range.low() * unit.factor(), range.high() * unit.factor(), count);
        double widestTick = ticks.values().stream()
                .mapToDouble(tick -> Fonts.width(ticks.label(tick), theme.tickFont()))
                .max()
                .orElse(0);
        double left = Math.ceil(padding + widestTick + GAP);
        double room = width - left - LEAST_RIGHT;
        RunSlots places = RunSlots.of(chart, room);
        double step = room / places.slots();
        double right = Math.ceil(Math.max(LEAST_RIGHT, newest(chart, theme) / 2 - step / 2 + 6));
        return new PlotFrame(range, unit, ticks, left, right, width - left - right, height, places);
    }

    /** How wide the label of the newest run is; the candidate has room for its own. */
    private static double newest(TrendChart chart, PictureTheme theme) {
        return chart.points().isEmpty() || chart.candidate().isPresent() || chart.axis() == TrendChart.Axis.TIME
                ? 0
                : Fonts.width(CommitAxis.label(chart.points().get(chart.points().size() - 1), theme), theme.tickFont());
    }

    /** Whether no run has a value. */
    boolean isEmpty() {
        return ticks.values().isEmpty();
    }

    /** A value as it is drawn: in the unit of the axis, at the edge when it is outside, not a number for a gap. */
    double y(double value) {
        return ValueRange.usable(value) ? Math.min(high(), Math.max(low(), value * unit.factor())) : Double.NaN;
    }

    double low() {
        return range.low() * unit.factor();
    }

    double high() {
        return range.high() * unit.factor();
    }

    /** Pixels from one run to the next. */
    double step() {
        return width / places.slots();
    }

    /** Pixels from the left edge of the data area to a place. */
    double x(double place) {
        return (place + 0.5) * step();
    }

    /** The place at pixels from the left edge of the data area. */
    double place(double x) {
        return x / step() - 0.5;
    }

    /** The value for which the axis' unit is chosen: the median, unless the range is so much wider that it would be unreadable. */
    private static double typical(double[] usable, ValueRange range) {
        double widest = Math.max(Math.abs(range.low()), Math.abs(range.high()));
        return usable.length == 0 ? 1 : Math.max(Math.abs(ValueRange.median(usable)), widest / 1e9);
    }

    private static double[] kept(TrendChart chart) {
        DoubleStream found = DoubleStream.concat(
                chart.segments().stream().mapToDouble(TrendChart.Segment::level),
                chart.changes().stream()
                        .mapToDouble(
                                change -> chart.points().get(change.index()).value()));
        DoubleStream marked = chart.marked().stream()
                .mapToDouble(run -> chart.points().get(run.index()).value());
        DoubleStream compared = chart.candidate().stream()
                .flatMapToDouble(candidate ->
                        DoubleStream.of(candidate.run().value(), candidate.level(), candidate.low(), candidate.high()));
        return DoubleStream.concat(DoubleStream.concat(found, marked), compared).toArray();
    }

    private static double[] whiskers(TrendChart chart) {
        return Stream.concat(chart.points().stream(), chart.candidate().stream().map(Candidate::run))
                .flatMapToDouble(point ->
                        DoubleStream.concat(DoubleStream.of(point.low(), point.high()), DoubleStream.of(point.forks())))
                .toArray();
    }
}
