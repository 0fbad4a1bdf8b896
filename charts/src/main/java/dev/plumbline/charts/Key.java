package dev.plumbline.charts;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** The key: a sample of each kind of mark that the chart has, with its name. */
record Key(List<Entry> entries, boolean worseIsUp, Lettering lettering) {

    private static final double SAMPLE = 16;

    private static final double GAP = 5;

    private static final double BETWEEN = 16;

    /** A kind of mark, the most needed first: the last ones are left out when there is no room. */
    enum Entry {
        RUN("run mean"),
        SUSPECTED("suspected"),
        LEVEL("segment level"),
        INTERVAL("interval"),
        FORK("fork");

        private final String label;

        Entry(String label) {
            this.label = label;
        }
    }

    /** The key of a chart: only what it shows. */
    static Key of(TrendChart chart, Lettering lettering) {
        List<Entry> entries = new ArrayList<>();
        entries.add(Entry.RUN);
        if (chart.changes().stream().anyMatch(change -> !change.confirmed())) {
            entries.add(Entry.SUSPECTED);
        }
        if (!chart.segments().isEmpty()) {
            entries.add(Entry.LEVEL);
        }
        if (chart.points().stream().anyMatch(point -> point.low() < point.high())) {
            entries.add(Entry.INTERVAL);
        }
        if (chart.points().stream().anyMatch(point -> point.forks().length > 1)) {
            entries.add(Entry.FORK);
        }
        return new Key(List.copyOf(entries), chart.lowerIsBetter(), lettering);
    }

    /** Draws as many entries as fit into a width, ending at {@code right}; none when fewer than two fit. */
    void draw(Canvas canvas, Palette palette, double right, double baseline, double width) {
        int count = entries.size();
        while (count > 0 && width(count) > width) {
            count--;
        }
        if (count < 2) {
            return;
        }
        double x = right - width(count);
        for (Entry entry : entries.subList(0, count)) {
            sample(canvas, palette, entry, x, baseline - lettering.size() * 0.34);
            canvas.text("key", entry.label, x + SAMPLE + GAP, baseline, lettering, Ink.of(palette.muted()));
            x += width(entry) + BETWEEN;
        }
    }

    private double width(int count) {
        return entries.subList(0, count).stream().mapToDouble(this::width).sum() + BETWEEN * Math.max(0, count - 1);
    }

    private double width(Entry entry) {
        return SAMPLE + GAP + TextWidth.of(entry.label, lettering);
    }

    private void sample(Canvas canvas, Palette palette, Entry entry, double x, double y) {
        double middle = x + SAMPLE / 2;
        Line2D line = new Line2D.Double(x, y, x + SAMPLE, y);
        switch (entry) {
            case RUN -> {
                canvas.stroke("key-sample", line, Ink.faint(palette.series(), 0.6), Pen.solid(1.25));
                canvas.fill("key-sample", new Ellipse2D.Double(middle - 3, y - 3, 6, 6), Ink.of(palette.series()));
            }
            case SUSPECTED ->
                canvas.stroke(
                        "key-sample",
                        Glyphs.triangle(middle, y, ChangeLayer.HALF - 0.75, worseIsUp),
                        Ink.of(palette.worse()),
                        Pen.solid(1.5));
            case LEVEL -> canvas.stroke("key-sample", line, Ink.faint(palette.text(), 0.75), Pen.solid(1.5));
            case INTERVAL ->
                canvas.fill(
                        "key-sample", new Rectangle2D.Double(x, y - 4, SAMPLE, 8), Ink.faint(palette.series(), 0.2));
            case FORK ->
                canvas.fill(
                        "key-sample",
                        new Ellipse2D.Double(middle - 1.8, y - 1.8, 3.6, 3.6),
                        Ink.faint(palette.series(), 0.5));
        }
    }
}
