package dev.plumbline.charts.trend;

import dev.plumbline.charts.picture.Marks;
import dev.plumbline.charts.picture.OneLine;
import dev.plumbline.charts.scale.PlainNumbers;
import dev.plumbline.charts.scale.ValueRange;
import java.awt.Graphics2D;
import java.awt.geom.RectangularShape;
import java.util.Arrays;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.xy.DefaultIntervalXYDataset;

/**
 * The tooltips: an invisible bar from top to bottom for each run, in charts that leave a bar at least ten pixels; in others
 * one bar for several runs, for the first change point among them or else their last run, all bars with as many runs as each other or one
 * more: of {@code n} runs the bar {@code k} of {@code b} has those from {@code n k / b} to before {@code n (k + 1) / b}, rounded down. The place of a bar on the commit axis is the
 * index of the run that it describes; the candidate's is the number of runs.
 */
final class Tips {

    private static final double LEAST_WIDTH = 10;

    private final TrendChart chart;
    private final PlotFrame frame;

    private Tips(TrendChart chart, PlotFrame frame) {
        this.chart = chart;
        this.frame = frame;
    }

    static void add(XYPlot plot, TrendChart chart, PlotFrame frame) {
        Tips tips = new Tips(chart, frame);
        XYBarRenderer renderer = new XYBarRenderer();
        renderer.setUseYInterval(true);
        renderer.setShadowVisible(false);
        renderer.setBarPainter(new Unseen());
        renderer.setDefaultToolTipGenerator((data, series, item) -> tips.text((int) data.getXValue(series, item)));
        Marks.add(plot, tips.bars(), renderer);
        renderer.setSeriesCreateEntities(0, true);
    }

    private DefaultIntervalXYDataset bars() {
        int count = chart.points().size();
        int together = Math.max(1, (int) Math.ceil(LEAST_WIDTH / frame.step()));
        int bars = (count + together - 1) / together;
        int compared = chart.candidate().isPresent() ? 1 : 0;
        double[][] data = new double[6][bars + compared];
        for (int bar = 0; bar < bars; bar++) {
            int start = (int) ((long) count * bar / bars);
            int end = (int) ((long) count * (bar + 1) / bars);
            data[0][bar] = chosen(start, end);
            data[1][bar] = frame.places().before(start);
            data[2][bar] = frame.places().before(end);
        }
        if (compared > 0) {
            data[0][bars] = count;
            data[1][bars] = frame.places().before(count);
            data[2][bars] = frame.places().slots() - 0.5;
        }
        Arrays.fill(data[3], frame.low());
        Arrays.fill(data[4], frame.low());
        Arrays.fill(data[5], frame.high());
        DefaultIntervalXYDataset dataset = new DefaultIntervalXYDataset();
        dataset.addSeries(0, data);
        return dataset;
    }

    private int chosen(int start, int end) {
        return chart.changes().stream()
                .mapToInt(TrendChart.ChangeMark::index)
                .filter(index -> index >= start && index < end)
                .findFirst()
                .orElse(end - 1);
    }

    private String text(int index) {
        TrendChart.TrendPoint point = index < chart.points().size()
                ? chart.points().get(index)
                : chart.candidate().orElseThrow().run();
        StringBuilder text = new StringBuilder(OneLine.of(point.label())).append('\n');
        text.append(ValueRange.usable(point.value()) ? frame.unit().describe(point.value()) : "no value");
        if (ValueRange.usable(point.low()) && ValueRange.usable(point.high())) {
            text.append("\ninterval ")
                    .append(figure(point.low()))
                    .append(" to ")
                    .append(figure(point.high()));
        }
        long forks = Arrays.stream(point.forks()).filter(ValueRange::usable).count();
        if (forks > 0) {
            text.append('\n')
                    .append(forks)
                    .append(' ')
                    .append(forks == 1 ? chart.fork().one() : chart.fork().many());
        }
        chart.marksAt(index).forEach(mark -> text.append('\n').append(mark));
        return text.toString();
    }

    private String figure(double value) {
        return PlainNumbers.significant(value * frame.unit().factor(), 4);
    }

    /** Paints nothing. */
    private static final class Unseen implements XYBarPainter {

        @Override
        public void paintBar(
                Graphics2D graphics,
                XYBarRenderer renderer,
                int row,
                int column,
                RectangularShape bar,
                RectangleEdge base) {}

        @Override
        public void paintBarShadow(
                Graphics2D graphics,
                XYBarRenderer renderer,
                int row,
                int column,
                RectangularShape bar,
                RectangleEdge base,
                boolean pegShadow) {}
    }
}
