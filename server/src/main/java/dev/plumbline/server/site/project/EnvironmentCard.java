package dev.plumbline.server.site.project;

import dev.plumbline.analysis.text.Printable;
import dev.plumbline.charts.ChartRenderer;
import dev.plumbline.charts.sparkline.Sparkline;
import dev.plumbline.server.history.SuiteTrend;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.report.EnvironmentState;
import dev.plumbline.server.site.frame.Figures;
import dev.plumbline.server.site.frame.InlinePicture;
import dev.plumbline.server.site.part.RunRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An environment as the overview shows it.
 *
 * @param label the environment's label
 * @param runsUrl its runs
 * @param benchmarksUrl its benchmarks
 * @param last its newest run on the base branch
 * @param suite the suite's mean in the newest run and its interval, empty if it is not known
 * @param over what it is compared with
 * @param trend the suite's mean over the last runs; empty where it isn't drawn
 */
public record EnvironmentCard(
        String label,
        String runsUrl,
        String benchmarksUrl,
        RunRow last,
        String suite,
        String over,
        Optional<InlinePicture> trend) {

    private static final int TREND_WIDTH = 420;
    private static final int TREND_HEIGHT = 64;
    private static final int FEWEST_RUNS = 2;

    /** The card of an environment. */
    static EnvironmentCard of(EnvironmentState state, Links links, ChartRenderer renderer, Instant now) {
        String label = state.last().environment();
        List<SuiteTrend.Point> points = state.suite().points();
        boolean drawn = points.size() >= FEWEST_RUNS;
        return new EnvironmentCard(
                Printable.line(label),
                links.runs(label),
                links.benchmarks(label),
                RunRow.of(state.last(), links, now),
                drawn ? words(points.getLast()) : "",
                drawn
                        ? "of " + Figures.count(points.getLast().benchmarks(), "benchmark") + ", against the last "
                                + Figures.count(points.size(), "run") + "; + is worse"
                        : "",
                drawn
                        ? Optional.of(InlinePicture.of(
                                renderer, sparkline(Printable.line(label), points), TREND_WIDTH, TREND_HEIGHT))
                        : Optional.empty());
    }

    private static String words(SuiteTrend.Point point) {
        String interval = Figures.interval(point.low(), point.high());
        String change = Figures.change(point.ratio());
        return change + (interval.isEmpty() || interval.equals(change) ? "" : " (" + interval + ")");
    }

    private static Sparkline sparkline(String label, List<SuiteTrend.Point> points) {
        return new Sparkline(
                label + ": geometric mean of all benchmarks over " + Figures.count(points.size(), "run") + ", "
                        + words(points.getLast()) + " in the last",
                points.stream().mapToDouble(SuiteTrend.Point::ratio).toArray(),
                List.of(),
                new Sparkline.Interval(
                        points.stream().mapToDouble(SuiteTrend.Point::low).toArray(),
                        points.stream().mapToDouble(SuiteTrend.Point::high).toArray()));
    }
}
