package dev.plumbline.charts.trend;

import dev.plumbline.charts.picture.Fonts;
import dev.plumbline.charts.picture.Ink;
import dev.plumbline.charts.picture.Marks;
import dev.plumbline.charts.picture.OneLine;
import dev.plumbline.charts.picture.Palette;
import dev.plumbline.charts.picture.PictureTheme;
import dev.plumbline.charts.picture.Points;
import dev.plumbline.charts.picture.Strokes;
import java.awt.Stroke;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYDataset;

/**
 * The change points: in a strip above the data area a triangle that points the way the value went, filled when confirmed and
 * hollow while suspected, with its label; from there a line down through the data area.
 */
final class ChangeLane {

    /** The height of a row of labels. */
    static final double ROW = 18;

    private final TrendChart chart;
    private final PlotFrame frame;
    private final PictureTheme theme;
    private final List<Optional<Lane.Spot>> spots;

    /**
     * The strip of a chart.
     *
     * @param rows the most rows that labels may take
     */
    ChangeLane(TrendChart chart, PlotFrame frame, PictureTheme theme, int rows) {
        this.chart = chart;
        this.frame = frame;
        this.theme = theme;
        this.spots = new Lane(0, frame.width(), rows, Shapes.HALF)
                .place(
                        chart.changes().stream()
                                .map(change -> frame.x(place(change)))
                                .toList(),
                        chart.changes().stream()
                                .map(change -> Fonts.width(OneLine.of(change.label()), theme.labelFont()))
                                .toList());
    }

    /** How many rows the labels take; 0 without change points. */
    int rows() {
        int most = spots.stream()
                .flatMap(Optional::stream)
                .mapToInt(Lane.Spot::row)
                .max()
                .orElse(0);
        return chart.changes().isEmpty() ? 0 : 1 + most;
    }

    /** Draws the lines in the data area. */
    void addGuides(XYPlot values) {
        for (TrendChart.ChangeMark change : chart.changes()) {
            ValueMarker guide = new ValueMarker(place(change), guideInk(change), guideStroke(change));
            guide.setAlpha(1);
            values.addDomainMarker(guide, Layer.FOREGROUND);
        }
    }

    /** The strip. Its range axis counts rows from the data area upwards, each in the middle of its height. */
    XYPlot plot() {
        XYPlot lane = TrendPicture.lane(rows());
        Palette palette = theme.palette();
        for (int i = 0; i < chart.changes().size(); i++) {
            TrendChart.ChangeMark change = chart.changes().get(i);
            double x = place(change);
            lane.addAnnotation(new XYLineAnnotation(x, -0.5, x, -0.26, guideStroke(change), guideInk(change)));
            spots.get(i).ifPresent(spot -> lane.addAnnotation(label(change, spot)));
        }
        for (boolean worse : new boolean[] {true, false}) {
            boolean up = worse == chart.lowerIsBetter();
            Marks.add(
                    lane,
                    places(worse, true),
                    Marks.filled(
                            Shapes.triangle(Shapes.HALF, up),
                            new Ink("change confirmed", chart.colour(palette, worse))));
            Marks.add(
                    lane,
                    places(worse, false),
                    Marks.hollow(
                            Shapes.triangle(Shapes.HALF - 0.75, up),
                            new Ink("change suspected", chart.colour(palette, worse)),
                            Strokes.solid(1.5)));
        }
        return lane;
    }

    private XYDataset places(boolean worse, boolean confirmed) {
        Points places = new Points();
        chart.changes().stream()
                .filter(change -> change.worse() == worse && change.confirmed() == confirmed)
                .forEach(change -> places.add(place(change), 0));
        return places.dataset();
    }

    private XYTextAnnotation label(TrendChart.ChangeMark change, Lane.Spot spot) {
        XYTextAnnotation label = new XYTextAnnotation(OneLine.of(change.label()), frame.place(spot.x()), spot.row());
        label.setFont(theme.labelFont());
        label.setPaint(new Ink("change-label", chart.colour(theme.palette(), change.worse())));
        label.setTextAnchor(spot.anchor().text());
        return label;
    }

    private double place(TrendChart.ChangeMark change) {
        return frame.places().before(change.index());
    }

    private Ink guideInk(TrendChart.ChangeMark change) {
        return new Ink("change-guide", chart.colour(theme.palette(), change.worse()), 0.5);
    }

    private static Stroke guideStroke(TrendChart.ChangeMark change) {
        return change.confirmed() ? Strokes.solid(1) : Strokes.dashed(1, 2);
    }
}
