package dev.plumbline.charts;

import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Optional;

/**
 * The tooltips: a strip from top to bottom for each run, in charts that leave a strip at least two pixels; in others
 * one strip for several runs, for the first change point among them or else their last run.
 */
record TipLayer(TrendChart chart, DisplayUnit unit) implements Layer {

    private static final double LEAST_STRIP = 2;

    @Override
    public void draw(Canvas canvas, Plane plane, Palette palette) {
        int count = chart.points().size();
        int together = Math.max(1, (int) Math.ceil(LEAST_STRIP / plane.step()));
        for (int start = 0; start < count; start += together) {
            int end = Math.min(count, start + together);
            int shown = chosen(start, end);
            double left = plane.x(start - 0.5);
            canvas.tip(
                    shown,
                    new Rectangle2D.Double(
                            left,
                            plane.area().getMinY(),
                            plane.x(end - 0.5) - left,
                            plane.area().getHeight()),
                    text(shown));
        }
    }

    private int chosen(int start, int end) {
        return chart.changes().stream()
                .mapToInt(TrendChart.ChangeMark::index)
                .filter(index -> index >= start && index < end)
                .findFirst()
                .orElse(end - 1);
    }

    private String text(int index) {
        TrendChart.TrendPoint point = chart.points().get(index);
        StringBuilder text = new StringBuilder(OneLine.of(point.label())).append('\n');
        text.append(ValueRange.usable(point.value()) ? unit.describe(point.value()) : "no value");
        if (ValueRange.usable(point.low()) && ValueRange.usable(point.high())) {
            text.append("\ninterval ")
                    .append(Figures.significant(point.low() * unit.factor(), 4))
                    .append(" to ")
                    .append(Figures.significant(point.high() * unit.factor(), 4));
        }
        long forks = Arrays.stream(point.forks()).filter(ValueRange::usable).count();
        if (forks > 0) {
            text.append('\n').append(forks).append(forks == 1 ? " fork" : " forks");
        }
        change(index).ifPresent(change -> text.append('\n').append(Description.of(change)));
        chart.environmentChanges().stream()
                .filter(mark -> mark.index() == index)
                .forEach(mark -> text.append("\nnew environment: ").append(OneLine.of(mark.label())));
        return text.toString();
    }

    private Optional<TrendChart.ChangeMark> change(int index) {
        return chart.changes().stream()
                .filter(change -> change.index() == index)
                .findFirst();
    }
}
