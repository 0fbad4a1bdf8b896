package dev.plumbline.charts.trend;

import dev.plumbline.charts.picture.Ink;
import dev.plumbline.charts.picture.Marks;
import dev.plumbline.charts.picture.Palette;
import dev.plumbline.charts.picture.Strokes;
import dev.plumbline.charts.scale.ValueRange;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.data.xy.DefaultIntervalXYDataset;

/** The intervals of the run means as one band, broken at gaps; a single run between gaps has a bar. */
final class Intervals {

    private static final double OPACITY = 0.14;

    private final DefaultIntervalXYDataset bands = new DefaultIntervalXYDataset();
    private final DefaultIntervalXYDataset bars = new DefaultIntervalXYDataset();
    private final PlotFrame frame;

    /** The interval of a run, or of neighbours that are drawn as one. */
    private record Span(double place, double low, double high) {

        Span with(TrendChart.TrendPoint point) {
            return new Span(place, Math.min(low, point.low()), Math.max(high, point.high()));
        }
    }

    private Intervals(PlotFrame frame) {
        this.frame = frame;
    }

    static void add(XYPlot plot, List<TrendChart.TrendPoint> points, PlotFrame frame, Palette palette) {
        Intervals intervals = new Intervals(frame);
        intervals.collect(points);
        DeviationRenderer band = new DeviationRenderer(false, false);
        band.setAlpha(1);
        band.setAutoPopulateSeriesFillPaint(false);
        band.setDefaultFillPaint(new Ink("interval", palette.series(), OPACITY));
        Marks.add(plot, intervals.bands, band);
        XYErrorRenderer bar = new XYErrorRenderer();
        bar.setDefaultShapesVisible(false);
        bar.setDrawXError(false);
        bar.setCapLength(0);
        bar.setErrorPaint(new Ink("interval", palette.series(), 2 * OPACITY));
        bar.setErrorStroke(Strokes.solid(4));
        Marks.add(plot, intervals.bars, bar);
    }

    private void collect(List<TrendChart.TrendPoint> points) {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            TrendChart.TrendPoint point = points.get(i);
            Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
            if (!hasInterval(point)) {
                flush(spans);
            } else if (last != null && (frame.places().at(i) - last.place()) * frame.step() < Column.WIDTH) {
                spans.set(spans.size() - 1, last.with(point));
            } else {
                spans.add(new Span(frame.places().at(i), point.low(), point.high()));
            }
        }
        flush(spans);
    }

    private void flush(List<Span> spans) {
        if (!spans.isEmpty()) {
            double[] x = spans.stream().mapToDouble(Span::place).toArray();
            double[] low =
                    spans.stream().mapToDouble(span -> frame.y(span.low())).toArray();
            double[] high =
                    spans.stream().mapToDouble(span -> frame.y(span.high())).toArray();
            DefaultIntervalXYDataset kind = spans.size() == 1 ? bars : bands;
            kind.addSeries(kind.getSeriesCount(), new double[][] {x, x, x, low, low, high});
        }
        spans.clear();
    }

    private static boolean hasInterval(TrendChart.TrendPoint point) {
        return ValueRange.usable(point.value())
                && ValueRange.usable(point.low())
                && ValueRange.usable(point.high())
                && point.low() <= point.high();
    }
}
