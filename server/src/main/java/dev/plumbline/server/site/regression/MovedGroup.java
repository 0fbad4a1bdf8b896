package dev.plumbline.server.site.regression;

import dev.plumbline.analysis.text.Printable;
import dev.plumbline.server.history.MovedSeries;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.regression.RegressionSummary;
import dev.plumbline.server.regression.surroundings.RegressionSurroundings;
import dev.plumbline.server.site.part.ChangeCard;
import dev.plumbline.server.site.part.SeriesTitle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The series of one metric that moved, and those that did not.
 *
 * @param metric the metric in words
 * @param rows the series that moved, the largest change first
 * @param moved how many of how many moved
 * @param stayed what is to say about the series that did not move
 * @param open whether it is unfolded
 */
public record MovedGroup(String metric, List<Row> rows, String moved, String stayed, boolean open) {

    /** Longer lists are folded. */
    private static final int UNFOLDED = 25;

    public MovedGroup {
        rows = List.copyOf(rows);
    }

    /** A series on one line. */
    public record Row(String name, String url, String before, String after, String change, String interval) {}

    /** The groups of a regression: those in which something moved, then the other metrics of the same benchmarks. */
    static List<MovedGroup> of(RegressionSummary change, RegressionSurroundings surroundings, Links links) {
        Map<String, List<MovedSeries>> byMetric = new LinkedHashMap<>();
        change.series()
                .forEach(moved -> byMetric.computeIfAbsent(moved.series().metric(), metric -> new ArrayList<>())
                        .add(moved));
        List<MovedGroup> groups = new ArrayList<>();
        byMetric.forEach((metric, moved) -> groups.add(group(metric, moved, surroundings, links, groups.isEmpty())));
        for (RegressionSurroundings.Measured measured : surroundings.metrics()) {
            if (!byMetric.containsKey(measured.metric()) && measured.ofThese() > 0) {
                groups.add(new MovedGroup(
                        words(measured.metric()),
                        List.of(),
                        "0 of " + measured.series() + " moved",
                        measured.ofThese() == 1
                                ? "The one of this benchmark didn't move either."
                                : "The " + measured.ofThese() + " of these benchmarks didn't move either.",
                        false));
            }
        }
        return groups;
    }

    private static MovedGroup group(
            String metric, List<MovedSeries> moved, RegressionSurroundings surroundings, Links links, boolean first) {
        int all = surroundings.metrics().stream()
                .filter(measured -> measured.metric().equals(metric))
                .mapToInt(RegressionSurroundings.Measured::series)
                .findFirst()
                .orElse(moved.size());
        int rest = Math.max(0, all - moved.size());
        return new MovedGroup(
                words(metric),
                moved.stream().map(one -> row(one, links)).toList(),
                moved.size() + " of " + Math.max(all, moved.size()) + " moved",
                rest == 0 ? "" : rest == 1 ? "The other one didn't move." : "The other " + rest + " didn't move.",
                first && moved.size() <= UNFOLDED);
    }

    private static Row row(MovedSeries moved, Links links) {
        ChangeCard.Moved shown = ChangeCard.Moved.of(moved, links);
        return new Row(
                SeriesTitle.of(moved.series()).benchmarkLine(),
                shown.url(),
                shown.before(),
                shown.after(),
                shown.change(),
                shown.interval());
    }

    private static String words(String metric) {
        return metric.equals("score") ? "Score" : Printable.line(metric);
    }
}
