package dev.plumbline.charts.trend;

import dev.plumbline.charts.picture.Fonts;
import dev.plumbline.charts.picture.Ink;
import dev.plumbline.charts.picture.Marks;
import dev.plumbline.charts.picture.PictureTheme;
import dev.plumbline.charts.picture.Points;
import dev.plumbline.charts.picture.Strokes;
import dev.plumbline.charts.scale.PlainNumbers;
import dev.plumbline.charts.scale.ValueRange;
import java.util.List;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.TextAnchor;

/** Run means outside the range: chevrons at the edge that point outwards, with the value where there is room. */
final class Outliers {

    /** Pixels from the middle of a chevron to its value. */
    private static final double ASIDE = 8;

    private final Points marks = new Points();
    private final PlotFrame frame;
    private final boolean above;
    private final XYLineAndShapeRenderer renderer;
    private final PictureTheme theme;
    private double free;

    private Outliers(PlotFrame frame, boolean above, PictureTheme theme) {
        this.frame = frame;
        this.above = above;
        this.theme = theme;
        this.renderer = Marks.hollow(
                Shapes.beyond(above), new Ink("beyond", theme.palette().text()), Strokes.solid(1.5));
    }

    static void add(XYPlot plot, List<TrendChart.TrendPoint> points, PlotFrame frame, PictureTheme theme) {
        for (boolean above : new boolean[] {true, false}) {
            Outliers outliers = new Outliers(frame, above, theme);
            for (int i = 0; i < points.size(); i++) {
                double value = points.get(i).value();
                boolean outside = above
                        ? value > frame.range().high()
                        : value < frame.range().low();
                if (ValueRange.usable(value) && outside) {
                    outliers.add(frame.places().at(i), value);
                }
            }
            Marks.add(plot, outliers.marks.dataset(), outliers.renderer);
        }
    }

    private void add(double place, double value) {
        double edge = frame.y(value);
        marks.add(place, edge);
        String figure = PlainNumbers.significant(value * frame.unit().factor(), 3);
        double width = Fonts.width(figure, theme.tickFont());
        double x = frame.x(place);
        boolean left = x + ASIDE + width > frame.width();
        double from = left ? x - ASIDE - width : x + ASIDE;
        if (from < free) {
            return;
        }
        free = Math.max(x, from + width) + ASIDE;
        XYTextAnnotation label = new XYTextAnnotation(figure, frame.place(left ? x - ASIDE : x + ASIDE), edge);
        label.setFont(theme.tickFont());
        label.setPaint(new Ink("beyond-value", theme.palette().muted()));
        label.setTextAnchor(
                above
                        ? left ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_LEFT
                        : left ? TextAnchor.BOTTOM_RIGHT : TextAnchor.BOTTOM_LEFT);
        renderer.addAnnotation(label);
    }
}
