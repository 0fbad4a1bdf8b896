package dev.plumbline.server.site.series;

import dev.plumbline.charts.trend.TrendChart;
import dev.plumbline.server.http.Parameters;
import dev.plumbline.server.http.RangeEnd;
import java.time.Instant;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Which part of a series is looked at, and along which axis. What is said of the series doesn't depend on it.
 *
 * @param from the first commit or time, open for the beginning
 * @param to the last commit or time, open for the end
 * @param axis what the horizontal axis shows
 */
record Zoom(RangeEnd from, RangeEnd to, TrendChart.Axis axis) {

    private static final String TIME = "time";

    /** The part that a query asks for. */
    static Zoom of(Parameters query) {
        return new Zoom(
                RangeEnd.from(query),
                RangeEnd.to(query),
                query.word("axis", List.of("commit", TIME)).orElse("").equals(TIME)
                        ? TrendChart.Axis.TIME
                        : TrendChart.Axis.COMMITS);
    }

    boolean byTime() {
        return axis == TrendChart.Axis.TIME;
    }

    /** The axis as an address says it, empty for the standard one. */
    String axisParameter() {
        return byTime() ? TIME : "";
    }

    /** Whether a part is asked for and not the whole. */
    boolean isPart() {
        return !from.text().isEmpty() || !to.text().isEmpty();
    }

    /** The index of the first commit shown; the number of commits if none is. A commit that wasn't measured is no bound. */
    int first(List<MeasuredCommit> commits) {
        IntPredicate within = bound(commits, from, true);
        return IntStream.range(0, commits.size()).filter(within).findFirst().orElse(commits.size());
    }

    /** The index of the last commit shown, -1 if none is. */
    int last(List<MeasuredCommit> commits) {
        IntPredicate within = bound(commits, to, false);
        return IntStream.iterate(commits.size() - 1, index -> index >= 0, index -> index - 1)
                .filter(within)
                .findFirst()
                .orElse(-1);
    }

    /** The ends that name a commit that wasn't measured. */
    List<String> unmeasured(List<MeasuredCommit> commits) {
        return List.of(from, to).stream()
                .flatMap(end -> end.commit().stream())
                .filter(sha -> commits.stream()
                        .noneMatch(measured -> measured.commit().sha().startsWith(sha)))
                .toList();
    }

    private static IntPredicate bound(List<MeasuredCommit> commits, RangeEnd end, boolean from) {
        if (end.time().isPresent()) {
            Instant time = end.time().get();
            return index -> from
                    ? !commits.get(index).time().isBefore(time)
                    : !commits.get(index).time().isAfter(time);
        }
        if (end.commit().isPresent()) {
            String sha = end.commit().get();
            return commits.stream().anyMatch(measured -> measured.commit().sha().startsWith(sha))
                    ? index -> commits.get(index).commit().sha().startsWith(sha)
                    : index -> true;
        }
        return index -> true;
    }
}
