package dev.plumbline.analysis.report.series;

import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.text.Paint;
import dev.plumbline.analysis.text.PlotCanvas;
import dev.plumbline.analysis.text.PlotScale;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.analysis.text.Quantities;
import dev.plumbline.analysis.text.TableStyle;
import dev.plumbline.analysis.text.TextTone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A small drawing of a series' history: a dot for the mean of each run, a line for the level of each segment, marks below
 * where the change points are. Runs far away from all others are arrows at the edge.
 */
final class SeriesPlot {

    private static final int HEIGHT = 10;
    private static final int NARROWEST = 20;

    /** A few runs are not stretched too far: at most this many characters each. */
    private static final int WIDEST_RUN = 4;

    private final SeriesReport series;
    private final Glyphs glyphs;
    private final Paint paint;
    private final PlotScale scale;
    private final List<String> ticks;
    private final int axisWidth;
    private final int width;
    private final PlotCanvas canvas;

    SeriesPlot(SeriesReport series, TableStyle style) {
        this.series = series;
        this.glyphs = style.glyphs();
        this.paint = style.paint();
        this.scale = PlotScale.of(
                series.means(),
                series.segments().stream().map(SeriesReport.Segment::level).toList());
        this.ticks = ticks();
        this.axisWidth = ticks.stream().mapToInt(Printable::width).max().orElse(0);
        int room = Math.max(NARROWEST, style.width() - axisWidth - 2);
        this.width =
                Math.min(room, Math.max(NARROWEST, WIDEST_RUN * series.runs().size()));
        this.canvas = new PlotCanvas(width, HEIGHT, glyphs);
    }

    /** The lines of the drawing. */
    List<String> lines() {
        drawRuns();
        drawLevels();
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < HEIGHT; row++) {
            String tick = ticks.get(row);
            String axis = tick.isEmpty() ? bar() : tee();
            lines.add(paint.apply(TextTone.MUTED, " ".repeat(axisWidth - Printable.width(tick)) + tick + " " + axis)
                    + canvas.line(row, paint));
        }
        lines.add(paint.apply(TextTone.MUTED, " ".repeat(axisWidth + 1) + floor()));
        marks().ifPresent(lines::add);
        return lines;
    }

    private void drawRuns() {
        double[] means = series.means();
        for (int run = 0; run < means.length; run++) {
            if (!Double.isFinite(means[run])) {
                continue;
            }
            double share = scale.share(means[run]);
            if (share > 1) {
                canvas.put(0, canvas.column(place(run)), up(), TextTone.MUTED);
            } else if (share < 0) {
                canvas.put(HEIGHT - 1, canvas.column(place(run)), down(), TextTone.MUTED);
            } else {
                canvas.dot(place(run), share);
            }
        }
    }

    private void drawLevels() {
        List<SeriesReport.Segment> segments = series.segments();
        for (int i = 0; i < segments.size(); i++) {
            SeriesReport.Segment segment = segments.get(i);
            TextTone tone = i == 0 ? TextTone.STRONG : tone(i - 1);
            int row = canvas.row(scale.share(segment.level()));
            int last = segment.to() == series.runs().size() ? width - 1 : canvas.column(edge(segment.to())) - 1;
            for (int column = canvas.column(edge(segment.from())); column <= last; column++) {
                canvas.put(row, column, level(), tone);
            }
        }
    }

    private TextTone tone(int change) {
        return TextTone.of(series.outcome(series.changePoints().get(change)));
    }

    private Optional<String> marks() {
        if (series.changePoints().isEmpty()) {
            return Optional.empty();
        }
        StringBuilder plain = new StringBuilder(" ".repeat(axisWidth + 2));
        StringBuilder line = new StringBuilder(plain);
        for (int i = 0; i < series.changePoints().size(); i++) {
            int column = axisWidth
                    + 2
                    + canvas.column(edge(series.changePoints().get(i).index()));
            String mark = mark() + (i + 1);
            if (column < plain.length() || column + mark.length() > axisWidth + 2 + width) {
                mark = column < plain.length() || column + 1 > axisWidth + 2 + width ? "" : mark();
            }
            if (!mark.isEmpty()) {
                String padding = " ".repeat(column - plain.length());
                plain.append(padding).append(mark);
                line.append(padding).append(paint.apply(tone(i), mark));
            }
        }
        return Optional.of(line.toString());
    }

    private double place(int run) {
        return (run + 0.5) / series.runs().size();
    }

    private double edge(int run) {
        return (double) run / series.runs().size();
    }

    /** The values at the upper and lower edge and in the middle; nothing next to the other rows. */
    private List<String> ticks() {
        double[] values = {scale.value(1), scale.value(0.5), scale.value(0)};
        Quantities shown = Quantities.of(series.unit(), values[0], values[2]);
        List<String> texts = new ArrayList<>();
        for (int row = 0; row < HEIGHT; row++) {
            texts.add("");
        }
        texts.set(0, shown.format(values[0], glyphs));
        texts.set(HEIGHT / 2, shown.format(values[1], glyphs));
        texts.set(HEIGHT - 1, shown.format(values[2], glyphs));
        return texts;
    }

    private String floor() {
        return switch (glyphs) {
            case UNICODE -> "└" + "─".repeat(width);
            case ASCII -> "+" + "-".repeat(width);
        };
    }

    private String bar() {
        return glyphs == Glyphs.UNICODE ? "│" : "|";
    }

    private String tee() {
        return glyphs == Glyphs.UNICODE ? "┤" : "+";
    }

    private String level() {
        return glyphs == Glyphs.UNICODE ? "━" : "=";
    }

    private String up() {
        return glyphs == Glyphs.UNICODE ? "↑" : "^";
    }

    private String down() {
        return glyphs == Glyphs.UNICODE ? "↓" : "v";
    }

    private String mark() {
        return glyphs == Glyphs.UNICODE ? "▲" : "^";
    }
}
