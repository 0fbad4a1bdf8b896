package dev.plumbline.charts.trend;

import dev.plumbline.charts.picture.OneLine;
import dev.plumbline.charts.scale.AxisUnit;
import dev.plumbline.charts.scale.ValueRange;
import java.util.List;
import java.util.stream.Collectors;

/** What a chart shows, in words, for those who can't see it. */
final class Description {

    /** More changes than this are only counted. */
    private static final int MOST_CHANGES = 10;

    private Description() {}

    /** The description of a trend chart. */
    static String of(TrendChart chart, AxisUnit.Scale unit) {
        List<TrendChart.TrendPoint> points = chart.points();
        if (points.isEmpty()) {
            return "No runs yet.";
        }
        StringBuilder text = new StringBuilder();
        text.append(points.size() == 1 ? "1 run" : points.size() + " runs");
        text.append(" in ").append(unit.label().isEmpty() ? "plain numbers" : unit.label());
        text.append(chart.better().isEmpty() ? "" : ", " + chart.better());
        chart.candidate()
                .ifPresent(candidate -> text.append(". At the right, commit ")
                        .append(OneLine.of(candidate.run().label()))
                        .append(", ")
                        .append(candidate.found().words())
                        .append(candidate.label().isEmpty() ? "" : ": " + OneLine.of(candidate.label())));
        chart.marked()
                .ifPresent(run -> text.append(". Marked is commit ")
                        .append(OneLine.of(points.get(run.index()).label()))
                        .append(", ")
                        .append(run.found().words()));
        TrendChart.TrendPoint last = points.get(points.size() - 1);
        text.append(". From commit ").append(OneLine.of(points.get(0).label()));
        text.append(" to ").append(OneLine.of(last.label())).append('.');
        if (ValueRange.usable(last.value())) {
            text.append(" The newest value is ")
                    .append(unit.describe(last.value()))
                    .append('.');
        }
        List<TrendChart.ChangeMark> changes = chart.changes();
        if (changes.isEmpty()) {
            text.append(" No change points.");
        } else if (changes.size() > MOST_CHANGES) {
            text.append(' ').append(changes.size()).append(" change points.");
        } else {
            text.append(changes.stream()
                    .map(change -> of(chart, change) + " at commit "
                            + OneLine.of(points.get(change.index()).label()))
                    .collect(Collectors.joining("; ", " Change points: ", ".")));
        }
        chart.environmentChanges().stream()
                .filter(mark -> mark.kind() == TrendChart.EnvironmentMark.Kind.BASELINE)
                .limit(MOST_CHANGES)
                .forEach(mark -> text.append(" A new baseline begins at commit ")
                        .append(OneLine.of(points.get(mark.index()).label()))
                        .append(": ")
                        .append(OneLine.of(mark.label()))
                        .append('.'));
        return text.toString();
    }

    /** The description of a change point. */
    static String of(TrendChart chart, TrendChart.ChangeMark change) {
        String label = OneLine.of(change.label());
        return (change.confirmed() ? "confirmed" : "suspected")
                + (!chart.directed() ? " change" : change.worse() ? " change for the worse" : " change for the better")
                + (label.isEmpty() ? "" : " " + label);
    }
}
