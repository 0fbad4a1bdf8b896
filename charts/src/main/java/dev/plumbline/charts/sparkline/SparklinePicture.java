package dev.plumbline.charts.sparkline;

import dev.plumbline.charts.picture.Fonts;
import dev.plumbline.charts.picture.Ink;
import dev.plumbline.charts.picture.Marks;
import dev.plumbline.charts.picture.OneLine;
import dev.plumbline.charts.picture.Palette;
import dev.plumbline.charts.picture.Picture;
import dev.plumbline.charts.picture.PictureTheme;
import dev.plumbline.charts.picture.Points;
import dev.plumbline.charts.picture.Strokes;
import dev.plumbline.charts.scale.ValueRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultIntervalXYDataset;

/** A sparkline as a picture: a thin line in the band of its intervals, the level of each stretch between change points, a dot for the last value. */
public final class SparklinePicture {

    private static final double DOT = 5;
    private static final double BAND_OPACITY = 0.2;
    private static final double LEFT = 2;
    private static final double RIGHT = 4;

    private final Sparkline sparkline;
    private final Palette palette;
    private final double[] values;
    private final List<Stretch> stretches;
    private final ValueRange range;
    private final double width;

    /** The values from one change point to the next, both as indices, and their median. */
    private record Stretch(int from, int to, double level) {}

    private SparklinePicture(Sparkline sparkline, SparklineStyle style) {
        this.sparkline = sparkline;
        this.palette = style.theme().palette();
        this.width = style.width() - LEFT - RIGHT;
        this.values = sparkline.values();
        this.stretches = stretches();
        double[] levels = stretches.stream().mapToDouble(Stretch::level).toArray();
        this.range = ValueRange.of(
                values,
                levels,
                DoubleStream.concat(
                                Arrays.stream(sparkline.interval().low()),
                                Arrays.stream(sparkline.interval().high()))
                        .toArray());
    }

    /** The picture of a sparkline. */
    public static Picture of(Sparkline sparkline, SparklineStyle style, Fonts fonts) {
        SparklinePicture picture = new SparklinePicture(sparkline, style);
        PictureTheme theme = new PictureTheme(style.theme().palette(), fonts, true, true);
        String title = OneLine.of(sparkline.title());
        return new Picture(
                picture.drawn(),
                theme,
                style.width(),
                style.height(),
                title.isEmpty() ? "Trend" : title,
                picture.description());
    }

    private JFreeChart drawn() {
        XYPlot plot =
                new XYPlot(null, axis(-0.5, Math.max(1, values.length) - 0.5), axis(range.low(), range.high()), null);
        plot.setInsets(new RectangleInsets(4, LEFT, 4, RIGHT));
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        addIntervals(plot);
        Points line = new Points();
        for (int i = 0; i < values.length; i++) {
            line.add(i, y(values[i]));
        }
        boolean dense = values.length > width;
        if (dense) {
            line.end(1.01 * values.length / width);
        }
        Ink ink = new Ink("line", palette.series(), dense ? 1 : 0.55);
        Marks.add(plot, line.dataset(), Marks.sampled(ink, Strokes.solid(dense ? 1 : 1.25)));
        for (int i = 0; i < stretches.size() && stretches.size() > 1; i++) {
            String colour = i == stretches.size() - 1 ? accent() : palette.neutral();
            Marks.add(plot, step(i).dataset(), Marks.path(new Ink("level", colour), Strokes.solid(1.5)));
        }
        Marks.add(plot, last().dataset(), Marks.path(new Ink("last", accent()), Strokes.round(DOT)));
        return new JFreeChart(null, null, plot, false);
    }

    /** The intervals as one band, broken where one is not known. */
    private void addIntervals(XYPlot plot) {
        DefaultIntervalXYDataset bands = new DefaultIntervalXYDataset();
        double[] low = sparkline.interval().low();
        double[] high = sparkline.interval().high();
        for (int from = 0; from < low.length; from++) {
            int to = from;
            while (to < low.length && ValueRange.usable(low[to]) && ValueRange.usable(high[to])) {
                to++;
            }
            if (to > from) {
                double[] x = IntStream.range(from, to).asDoubleStream().toArray();
                double[] lower = Arrays.stream(low, from, to).map(this::y).toArray();
                double[] upper = Arrays.stream(high, from, to).map(this::y).toArray();
                bands.addSeries(bands.getSeriesCount(), new double[][] {x, x, x, lower, lower, upper});
                from = to;
            }
        }
        DeviationRenderer band = new DeviationRenderer(false, false);
        band.setAlpha(1);
        band.setAutoPopulateSeriesFillPaint(false);
        band.setDefaultFillPaint(new Ink("interval", palette.series(), BAND_OPACITY));
        Marks.add(plot, bands, band);
    }

    private static NumberAxis axis(double low, double high) {
        NumberAxis axis = new NumberAxis();
        axis.setVisible(false);
        axis.setRange(low, high);
        axis.setTickUnit(new NumberTickUnit(2 * (high - low)));
        return axis;
    }

    private double y(double value) {
        return ValueRange.usable(value) ? Math.min(range.high(), Math.max(range.low(), value)) : Double.NaN;
    }

    private String accent() {
        return sparkline.shifts().isEmpty() ? palette.series() : palette.change(lastIsWorse());
    }

    private String description() {
        int runs = values.length;
        int shifts = sparkline.shifts().size();
        String text = (runs == 1 ? "1 run, " : runs + " runs, ")
                + (shifts == 0 ? "no change point" : shifts == 1 ? "1 change point" : shifts + " change points");
        return shifts == 0 ? text : text + ", the last for the " + (lastIsWorse() ? "worse" : "better");
    }

    private boolean lastIsWorse() {
        List<Sparkline.Shift> shifts = sparkline.shifts();
        return !shifts.isEmpty() && shifts.get(shifts.size() - 1).worse();
    }

    private List<Stretch> stretches() {
        List<Integer> bounds = new ArrayList<>(List.of(0));
        sparkline.shifts().stream()
                .map(Sparkline.Shift::index)
                .filter(index -> index > 0)
                .forEach(bounds::add);
        bounds.add(values.length);
        List<Stretch> found = new ArrayList<>();
        for (int i = 0; i + 1 < bounds.size(); i++) {
            double[] usable = Arrays.stream(values, bounds.get(i), bounds.get(i + 1))
                    .filter(ValueRange::usable)
                    .toArray();
            if (usable.length > 0) {
                found.add(new Stretch(bounds.get(i), bounds.get(i + 1), ValueRange.median(usable)));
            }
        }
        return found;
    }

    /** The level of a stretch, with the riser from the level before it. */
    private Points step(int index) {
        Stretch stretch = stretches.get(index);
        Points step = new Points();
        if (index > 0) {
            step.add(stretch.from() - 0.5, y(stretches.get(index - 1).level()));
        }
        step.add(stretch.from() - 0.5, y(stretch.level()));
        step.add(stretch.to() - 0.5, y(stretch.level()));
        return step;
    }

    private Points last() {
        Points dot = new Points();
        for (int i = values.length - 1; i >= 0 && dot.isEmpty(); i--) {
            if (ValueRange.usable(values[i])) {
                dot.dot(i, y(values[i]));
            }
        }
        return dot;
    }
}
