package dev.plumbline.charts;

import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** A forest plot laid out: names at the left, intervals in the middle, changes at the right, the scale below. */
final class ForestPicture {

    private static final double PADDING = 14;
    private static final double ROW = 22;
    private static final double HEADER = 26;
    private static final double AXIS = 24;
    private static final double NAMES = 0.44;
    private static final double CHANGES = 78;
    private static final double GAP = 12;
    private static final double MARK = 3.5;

    private static final Lettering NAME = Lettering.regular(12);
    private static final Lettering CHANGE = Lettering.bold(12).anchored(Lettering.Anchor.END);
    private static final Lettering TICK = Lettering.regular(11).anchored(Lettering.Anchor.MIDDLE);

    private final ForestChart chart;
    private final ForestStyle style;
    private final Palette palette;
    private final ForestScale scale;
    private final boolean titled;

    ForestPicture(ForestChart chart, ForestStyle style) {
        this.chart = chart;
        this.style = style;
        this.palette = style.theme().palette();
        this.titled = !OneLine.of(chart.title()).isEmpty();
        double left = PADDING + NAMES * style.width();
        this.scale = ForestScale.of(chart.rows(), left, style.width() - PADDING - CHANGES - GAP - left);
    }

    String title() {
        return titled ? OneLine.of(chart.title()) : "Changes";
    }

    String description() {
        int all = chart.rows().size() + chart.more();
        return all == 1 ? "1 change with its interval" : all + " changes with their intervals";
    }

    int height() {
        return (int) Math.ceil(bottom() + AXIS + (chart.more() > 0 ? ROW : 0) + PADDING / 2);
    }

    private double top() {
        return titled ? PADDING + HEADER : PADDING;
    }

    private double bottom() {
        return top() + ROW * chart.rows().size();
    }

    void draw(Canvas canvas) {
        canvas.fill("background", new Rectangle2D.Double(0, 0, style.width(), height()), Ink.of(palette.background()));
        if (titled) {
            Lettering lettering = Lettering.bold(13);
            String text = TextWidth.fitStart(title(), lettering, style.width() - 2 * PADDING);
            canvas.text("title", text, PADDING, PADDING + 11, lettering, Ink.of(palette.text()));
        }
        axis(canvas);
        for (int i = 0; i < chart.rows().size(); i++) {
            row(canvas, chart.rows().get(i), top() + ROW * (i + 0.5));
        }
        if (chart.more() > 0) {
            canvas.text(
                    "more",
                    "and " + chart.more() + " more",
                    PADDING,
                    bottom() + AXIS + ROW / 2,
                    NAME,
                    Ink.of(palette.muted()));
        }
    }

    private void axis(Canvas canvas) {
        for (double tick : scale.ticks()) {
            double x = scale.x(1 + tick);
            String colour = tick == 0 ? palette.neutral() : palette.grid();
            canvas.stroke("grid", new Line2D.Double(x, top(), x, bottom()), Ink.of(colour), Pen.solid(1));
            String sign = tick > 0 ? "+" : "";
            canvas.text(
                    "tick",
                    sign + Figures.significant(tick * 100, 3) + "\u2009%",
                    x,
                    bottom() + 15,
                    TICK,
                    Ink.of(palette.muted()));
        }
    }

    private void row(Canvas canvas, ForestChart.Row row, double middle) {
        Ink ink = Ink.of(
                switch (row.direction()) {
                    case WORSE -> palette.worse();
                    case BETTER -> palette.better();
                    case NEITHER -> palette.neutral();
                });
        String name = TextWidth.fitEnd(OneLine.of(row.label()), NAME, NAMES * style.width() - GAP);
        canvas.text("name", name, PADDING, middle + 4, NAME, Ink.of(palette.text()));
        canvas.text("change", OneLine.of(row.change()), style.width() - PADDING, middle + 4, CHANGE, ink);
        if (!row.isDrawn()) {
            return;
        }
        if (row.low() > 0 && row.high() > row.low()) {
            interval(canvas, row, middle, ink);
        }
        double x = scale.x(row.ratio());
        canvas.fill("ratio", new Rectangle2D.Double(x - MARK, middle - MARK, 2 * MARK, 2 * MARK), ink);
    }

    private void interval(Canvas canvas, ForestChart.Row row, double middle, Ink ink) {
        double from = scale.x(row.low());
        double to = scale.x(row.high());
        canvas.stroke("interval", new Line2D.Double(from, middle, to, middle), ink, Pen.solid(2));
        if (scale.isBeyond(row.low())) {
            arrow(canvas, from, middle, -1, ink);
        }
        if (scale.isBeyond(row.high())) {
            arrow(canvas, to, middle, 1, ink);
        }
    }

    /** That the interval goes on. */
    private static void arrow(Canvas canvas, double x, double y, int direction, Ink ink) {
        Path2D arrow = new Path2D.Double();
        arrow.moveTo(x - direction * 2.0, y - 4);
        arrow.lineTo(x + direction * 5.0, y);
        arrow.lineTo(x - direction * 2.0, y + 4);
        arrow.closePath();
        canvas.fill("beyond", arrow, ink);
    }
}
