package dev.plumbline.charts;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/** A trend chart laid out: a JFreeChart plot whose axes and annotations are our layers. */
final class TrendPicture {

    private final TrendChart chart;
    private final ChartStyle style;
    private final Layout layout;
    private final ValueLabels values;
    private final DisplayUnit unit;
    private final ValueRange range;
    private final boolean empty;
    private final double left;

    TrendPicture(TrendChart chart, ChartStyle style) {
        this.chart = chart;
        this.style = style;
        double[] means = chart.points().stream()
                .mapToDouble(TrendChart.TrendPoint::value)
                .toArray();
        range = ValueRange.of(means, kept(chart), whiskers(chart));
        double[] usable = DoubleStream.of(means).filter(ValueRange::usable).toArray();
        empty = usable.length == 0;
        unit = DisplayUnit.of(OneLine.of(chart.unit()), typical(usable));
        Layout plain = Layout.of(chart, style);
        values = new ValueLabels(ticks(plain.valueTicks()), unit, plain.tickLettering());
        left = Math.ceil(plain.padding() + values.width());
        layout = plain.withChangeRows(changeRows(plain));
    }

    String title() {
        String title = OneLine.of(chart.title());
        return title.isEmpty() ? "Trend" : title;
    }

    String description() {
        return Description.of(chart, unit);
    }

    void draw(Canvas canvas) {
        Palette palette = style.theme().palette();
        Rectangle2D whole = new Rectangle2D.Double(0, 0, style.width(), style.height());
        canvas.fill("background", whole, Ink.of(palette.background()));

        int points = chart.points().size();
        CommitLabels commits = new CommitLabels(chart.points(), layout.commitDrop(), layout.tickLettering());
        TickAxis valueAxis = new TickAxis(range.low(), range.high(), left, values, canvas, palette, points);
        TickAxis commitAxis =
                new TickAxis(-0.5, Math.max(1, points) - 0.5, layout.bottom(), commits, canvas, palette, points);

        XYPlot plot = new XYPlot(null, commitAxis, valueAxis, null);
        plot.setInsets(new RectangleInsets(layout.top(), 0, 0, Layout.RIGHT));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        for (Layer layer : layers()) {
            plot.addAnnotation(new LayerAnnotation(layer, canvas, palette, points), false);
        }
        JFreeChart picture = new JFreeChart(null, null, plot, false);
        picture.setBackgroundPaint(null);
        picture.setPadding(RectangleInsets.ZERO_INSETS);
        picture.draw(canvas.graphics(), whole);
    }

    private List<Layer> layers() {
        List<Layer> layers = new ArrayList<>();
        layers.add(
                new HeaderLayer(OneLine.of(chart.title()), subtitle(), Key.of(chart, layout.noteLettering()), layout));
        if (empty) {
            String sentence = chart.points().isEmpty() ? "No runs yet" : "No run has a value";
            layers.add(new NoticeLayer(sentence, layout.noteLettering()));
            return layers;
        }
        layers.add(new EnvironmentLayer(chart.environmentChanges(), layout.tickLettering()));
        layers.add(new IntervalLayer(chart.points()));
        layers.add(new ForkLayer(chart.points()));
        layers.add(new SegmentLayer(chart.segments(), chart.changes()));
        layers.add(new RunLayer(chart.points(), chart.changes()));
        layers.add(
                new ChangeLayer(chart.changes(), chart.lowerIsBetter(), layout.changeRows(), layout.changeLettering()));
        layers.add(new OutlierLayer(chart.points(), unit, layout.tickLettering()));
        layers.add(new TipLayer(chart, unit));
        return layers;
    }

    private String subtitle() {
        String direction = chart.lowerIsBetter() ? "lower is better" : "higher is better";
        return unit.label().isEmpty() ? direction : unit.label() + " · " + direction;
    }

    /** What the axis' unit is chosen for: the median, unless the range is so much wider that it would not be read. */
    private double typical(double[] usable) {
        double widest = Math.max(Math.abs(range.low()), Math.abs(range.high()));
        return empty ? 1 : Math.max(Math.abs(ValueRange.median(usable)), widest / 1e9);
    }

    private Ticks ticks(int count) {
        return empty
                ? new Ticks(List.of(), 0)
                : Ticks.between(range.low() * unit.factor(), range.high() * unit.factor(), count);
    }

    private int changeRows(Layout plain) {
        Rectangle2D area = new Rectangle2D.Double(left, 0, style.width() - left - Layout.RIGHT, 1);
        return changeLayer(plain.withChangeRows(plain.mostChangeRows()))
                .rowsNeeded(new Plane(area, range, chart.points().size()));
    }

    private ChangeLayer changeLayer(Layout within) {
        return new ChangeLayer(chart.changes(), chart.lowerIsBetter(), within.changeRows(), within.changeLettering());
    }

    private static double[] kept(TrendChart chart) {
        return DoubleStream.concat(
                        chart.segments().stream().mapToDouble(TrendChart.Segment::level),
                        chart.changes().stream()
                                .mapToDouble(change ->
                                        chart.points().get(change.index()).value()))
                .toArray();
    }

    private static double[] whiskers(TrendChart chart) {
        return chart.points().stream()
                .flatMapToDouble(point ->
                        DoubleStream.concat(DoubleStream.of(point.low(), point.high()), DoubleStream.of(point.forks())))
                .toArray();
    }
}
