package dev.plumbline.charts.trend;

import dev.plumbline.charts.picture.Fit;
import dev.plumbline.charts.picture.Fonts;
import dev.plumbline.charts.picture.Ink;
import dev.plumbline.charts.picture.OneLine;
import dev.plumbline.charts.picture.PictureTheme;
import dev.plumbline.charts.picture.Strokes;
import java.awt.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jfree.chart.annotations.XYLineAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;

/**
 * Where the environment changed, as dashed lines down through the data area, and where a new baseline begins, as solid ones; with labels in the
 * strip below it.
 */
final class EnvironmentLane {

    /** The height of the strip. */
    static final double HEIGHT = 18;

    private static final double WIDEST = 240;

    /** With less space than this before the next line, a label isn't shortened; it may be placed before its own line. */
    private static final double LEAST_ROOM = 64;

    private static final double LABEL_MARGINS = 12;

    private final List<TrendChart.EnvironmentMark> marks;
    private final PlotFrame frame;
    private final PictureTheme theme;

    EnvironmentLane(List<TrendChart.EnvironmentMark> marks, PlotFrame frame, PictureTheme theme) {
        this.marks = marks;
        this.frame = frame;
        this.theme = theme;
    }

    boolean isEmpty() {
        return marks.isEmpty();
    }

    /** Draws the lines through a plot. */
    void addLines(XYPlot plot) {
        Ink ink = new Ink("environment", theme.palette().neutral());
        for (TrendChart.EnvironmentMark mark : marks) {
            ValueMarker line = new ValueMarker(frame.places().before(mark.index()), ink, stroke(mark));
            line.setAlpha(1);
            plot.addDomainMarker(line, Layer.BACKGROUND);
        }
    }

    /** The strip. */
    XYPlot plot() {
        XYPlot lane = TrendPicture.lane(1);
        List<Double> places = marks.stream()
                .map(mark -> frame.x(frame.places().before(mark.index())))
                .toList();
        List<String> labels = labels(places);
        List<Optional<Lane.Spot>> spots = new Lane(0, frame.width(), 1, 0)
                .place(
                        places,
                        labels.stream()
                                .map(label -> Fonts.width(label, theme.tickFont()))
                                .toList());
        Ink ink = new Ink("environment-tick", theme.palette().neutral());
        for (int i = 0; i < marks.size(); i++) {
            String label = labels.get(i);
            double place = frame.places().before(marks.get(i).index());
            lane.addAnnotation(new XYLineAnnotation(place, 0.5, place, -0.4, stroke(marks.get(i)), ink));
            spots.get(i).ifPresent(spot -> lane.addAnnotation(label(label, spot)));
        }
        return lane;
    }

    private static Stroke stroke(TrendChart.EnvironmentMark mark) {
        return switch (mark.kind()) {
            case ENVIRONMENT -> Strokes.dashed(1, 4);
            case BASELINE -> Strokes.solid(1.5);
        };
    }

    private List<String> labels(List<Double> places) {
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < marks.size(); i++) {
            double room = (i + 1 < marks.size() ? places.get(i + 1) : frame.width()) - places.get(i) - LABEL_MARGINS;
            double width = room < LEAST_ROOM ? WIDEST : Math.min(WIDEST, room);
            labels.add(Fit.start(OneLine.of(marks.get(i).caption()), theme.tickFont(), width));
        }
        return labels;
    }

    private XYTextAnnotation label(String text, Lane.Spot spot) {
        XYTextAnnotation label = new XYTextAnnotation(text, frame.place(spot.x()), 0);
        label.setFont(theme.tickFont());
        label.setPaint(new Ink("environment-label", theme.palette().muted()));
        label.setTextAnchor(spot.anchor().text());
        return label;
    }
}
