package dev.plumbline.charts.trend;

import dev.plumbline.charts.picture.Fonts;
import dev.plumbline.charts.picture.Ink;
import dev.plumbline.charts.picture.Palette;
import dev.plumbline.charts.picture.Strokes;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.LegendItemSource;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.RectangleInsets;

/** The kinds of mark that a chart has, each with its name. */
final class Legend implements LegendItemSource {

    private static final double SAMPLE = 16;
    private static final double BEFORE_NAME = 4;
    private static final double BETWEEN = 12;

    private static final Shape DOT = new Ellipse2D.Double(-3, -3, 6, 6);
    private static final Shape LINE = new Line2D.Double(-8, 0, 8, 0);
    private static final Ink NO_INK = new Ink("", "#000000");

    private final LegendItemCollection items = new LegendItemCollection();

    Legend(TrendChart chart, Palette palette) {
        items.add(line("run mean", true, palette.series(), 0.6, 1.25));
        if (chart.changes().stream().anyMatch(change -> !change.confirmed())) {
            items.add(suspected(chart, palette));
        }
        chart.candidate()
                .ifPresent(candidate -> items.add(filled(
                        "this run",
                        Shapes.diamond(5),
                        new Ink("key-sample", candidate.found().colour(palette)))));
        chart.marked()
                .ifPresent(run -> items.add(filled(
                        "this run",
                        Shapes.diamond(5),
                        new Ink("key-sample", run.found().colour(palette)))));
        if (chart.candidate().map(Candidate::hasBaseline).orElse(false)) {
            items.add(filled(
                    "baseline", new Rectangle2D.Double(-8, -4, 16, 8), new Ink("key-sample", palette.neutral(), 0.35)));
        }
        if (!chart.segments().isEmpty()) {
            items.add(line("segment level", false, palette.text(), 0.75, 1.5));
        }
        if (chart.points().stream().anyMatch(point -> point.low() < point.high())) {
            items.add(filled(
                    "interval", new Rectangle2D.Double(-8, -4, 16, 8), new Ink("key-sample", palette.series(), 0.2)));
        }
        if (chart.points().stream().anyMatch(point -> point.forks().length > 1)) {
            items.add(filled(
                    chart.fork().one(),
                    new Ellipse2D.Double(-1.8, -1.8, 3.6, 3.6),
                    new Ink("key-sample", palette.series(), 0.5)));
        }
    }

    @Override
    public LegendItemCollection getLegendItems() {
        return items;
    }

    /** Whether there is nothing to distinguish. */
    boolean isNeedless() {
        return items.getItemCount() < 2;
    }

    /** The legend as a part of a chart, whose left or right end is at its edge. */
    LegendTitle title(boolean atRight) {
        LegendTitle title = new LegendTitle(this);
        title.setLegendItemGraphicPadding(new RectangleInsets(0, atRight ? BETWEEN : 0, 0, 0));
        title.setItemLabelPadding(new RectangleInsets(0, BEFORE_NAME, 0, atRight ? 0 : BETWEEN));
        return title;
    }

    /** How wide it is in one line. */
    double width(Font font) {
        double width = 0;
        for (int i = 0; i < items.getItemCount(); i++) {
            width += BETWEEN + SAMPLE + BEFORE_NAME + Fonts.width(items.get(i).getLabel(), font);
        }
        return width;
    }

    private static LegendItem suspected(TrendChart chart, Palette palette) {
        return new LegendItem(
                "suspected",
                null,
                null,
                null,
                true,
                Shapes.triangle(Shapes.HALF - 0.75, chart.lowerIsBetter()),
                false,
                NO_INK,
                true,
                new Ink("key-sample", chart.colour(palette, true)),
                Strokes.solid(1.5),
                false,
                LINE,
                Strokes.solid(1),
                NO_INK);
    }

    private static LegendItem filled(String name, Shape shape, Ink ink) {
        return new LegendItem(name, null, null, null, shape, ink);
    }

    private static LegendItem line(String name, boolean dotted, String colour, double opacity, double width) {
        return new LegendItem(
                name,
                null,
                null,
                null,
                dotted,
                DOT,
                true,
                new Ink("key-sample", colour),
                false,
                NO_INK,
                Strokes.solid(1),
                true,
                LINE,
                Strokes.solid(width),
                new Ink("key-sample", colour, opacity));
    }
}
