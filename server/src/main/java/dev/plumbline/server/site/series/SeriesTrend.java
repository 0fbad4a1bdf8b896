package dev.plumbline.server.site.series;

import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.analysis.stats.StudentT;
import dev.plumbline.analysis.threshold.Limits;
import dev.plumbline.analysis.verdict.Effect;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.charts.trend.Candidate;
import dev.plumbline.charts.trend.MarkedRun;
import dev.plumbline.charts.trend.TrendChart;
import dev.plumbline.server.history.SeriesHistory;
import dev.plumbline.server.history.SeriesIdentity;
import dev.plumbline.server.report.SeriesInRun;
import dev.plumbline.server.report.StoredVerdict;
import dev.plumbline.server.site.frame.CommitView;
import dev.plumbline.server.site.frame.Figures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A series as the input of its trend chart. */
final class SeriesTrend {

    private static final int LEAST_FOR_BAND = 4;

    private final SeriesView view;
    private final StudentT studentT = new StudentT();

    private SeriesTrend(SeriesView view) {
        this.view = view;
    }

    /**
     * The chart of what is looked at.
     *
     * @param title the title above it, empty for none
     */
    static TrendChart chart(String title, SeriesView view) {
        SeriesTrend trend = new SeriesTrend(view);
        SeriesIdentity series = view.series();
        return new TrendChart(
                        title,
                        new ChartUnit(series.unit()),
                        series.direction() != Direction.HIGHER_IS_BETTER,
                        view.commits().stream().map(trend::point).toList(),
                        view.levels().stream().map(SeriesTrend::segment).toList(),
                        view.history().changes().stream()
                                .filter(change -> trend.place(change.runId()) >= 0)
                                .map(trend::mark)
                                .toList(),
                        trend.environmentChanges(),
                        series.direction().known(),
                        view.zoom().axis(),
                        view.candidate().filter(run -> !view.isOnTrend(run)).map(trend::candidate))
                .naming(new TrendChart.ForkName(
                        series.harness().forks(1), series.harness().forks(2)))
                .marking(view.candidate().filter(view::isOnTrend).map(trend::marked))
                .part(view.first(), view.last());
    }

    private TrendChart.TrendPoint point(MeasuredCommit commit) {
        return point(commit.commit().sha(), commit.value(), commit.forks(), commit.halfWidth(studentT), (double)
                commit.time().getEpochSecond());
    }

    /** The interval of what can't be negative doesn't go below zero. */
    private TrendChart.TrendPoint point(String sha, double value, double[] forks, double halfWidth, double time) {
        return new TrendChart.TrendPoint(
                CommitView.abbreviated(sha), value, lowest(value, halfWidth), value + halfWidth, forks, time);
    }

    private static double lowest(double value, double halfWidth) {
        return value >= 0 ? Math.max(0, value - halfWidth) : value - halfWidth;
    }

    private int place(long runId) {
        return view.places().getOrDefault(runId, -1);
    }

    private TrendChart.ChangeMark mark(SeriesHistory.Change change) {
        return new TrendChart.ChangeMark(
                place(change.runId()),
                change.moved().worse(),
                change.moved().state() == ChangePoint.State.CONFIRMED,
                Figures.change(change.moved().ratio()));
    }

    private static TrendChart.Segment segment(SeriesLevel level) {
        double halfWidth = level.spread().count() < LEAST_FOR_BAND
                ? Double.NaN
                : level.spread().halfWidthOfNext();
        return new TrendChart.Segment(
                level.from(), level.to(), level.level(), lowest(level.level(), halfWidth), level.level() + halfWidth);
    }

    /**
     * The interval is the verdict's, at the baseline's level: where it doesn't reach the level, the change is significant. The band is where
     * the next run of the baseline is expected, or within the limits that the project's rule sets.
     */
    private Candidate candidate(SeriesInRun run) {
        double[] forks = run.forks().stream().mapToDouble(Double::doubleValue).toArray();
        if (run.verdict().isEmpty()) {
            double halfWidth = PointSpread.of(forks, studentT).halfWidthOfMean();
            return new Candidate(
                    point(run.commit().sha(), run.value(), forks, halfWidth, Double.NaN),
                    -1,
                    -1,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Candidate.Found.NEITHER,
                    "");
        }
        StoredVerdict verdict = run.verdict().get();
        Effect effect = verdict.verdict().effect();
        int from = view.indexOf(verdict.baseline().firstCommit());
        int to = view.indexOf(verdict.baseline().lastCommit());
        double level = verdict.verdict().baseline().value();
        double halfWidth = from < 0 || to - from + 1 < LEAST_FOR_BAND
                ? Double.NaN
                : PointSpread.of(
                                view.commits().subList(from, to + 1).stream()
                                        .mapToDouble(MeasuredCommit::value)
                                        .toArray(),
                                studentT)
                        .halfWidthOfNext();
        Limits limits = verdict.verdict().limits();
        return new Candidate(
                new TrendChart.TrendPoint(
                        CommitView.abbreviated(run.commit().sha()),
                        run.value(),
                        effect.low() * level,
                        effect.high() * level,
                        forks),
                from,
                to,
                level,
                Double.isNaN(limits.lower()) ? lowest(level, halfWidth) : limits.lower(),
                Double.isNaN(limits.upper()) ? level + halfWidth : limits.upper(),
                found(verdict.outcome()),
                Figures.change(verdict));
    }

    private MarkedRun marked(SeriesInRun run) {
        return new MarkedRun(
                place(run.runId()),
                run.verdict().map(verdict -> found(verdict.outcome())).orElse(Candidate.Found.NEITHER));
    }

    private static Candidate.Found found(Outcome outcome) {
        return switch (outcome) {
            case REGRESSED -> Candidate.Found.WORSE;
            case IMPROVED -> Candidate.Found.BETTER;
            case CHANGED, UNCHANGED, INCONCLUSIVE -> Candidate.Found.NEITHER;
        };
    }

    private List<TrendChart.EnvironmentMark> environmentChanges() {
        Map<Integer, String> suite = new HashMap<>();
        view.history().shifts().stream()
                .filter(shift -> place(shift.runId()) >= 0)
                .forEach(shift -> suite.put(
                        place(shift.runId()),
                        "suite " + speed(shift.ratio()) + " (" + shift.moved() + " of " + shift.series() + ")"));
        List<TrendChart.EnvironmentMark> marks = new ArrayList<>();
        String before = "";
        for (int i = 0; i < view.commits().size(); i++) {
            String machine = view.commits().get(i).machine();
            boolean other = !machine.isEmpty() && !before.isEmpty() && !machine.equals(before);
            String shift = suite.getOrDefault(i, "");
            if (other || !shift.isEmpty()) {
                String what = other ? difference(before, machine) : "";
                marks.add(new TrendChart.EnvironmentMark(
                        i, shift + (shift.isEmpty() || what.isEmpty() ? "" : ", ") + what));
            }
            before = machine.isEmpty() ? before : machine;
        }
        view.history().baselines().stream()
                .filter(baseline -> place(baseline.runId()) >= 0)
                .map(baseline -> new TrendChart.EnvironmentMark(
                        place(baseline.runId()), baseline.note(), TrendChart.EnvironmentMark.Kind.BASELINE))
                .forEach(marks::add);
        marks.sort(Comparator.comparingInt(TrendChart.EnvironmentMark::index));
        return marks;
    }

    /** A suite's figures are changes of time, without a sign, since a faster suite moves times down and throughputs up. */
    private static String speed(double ratio) {
        return Figures.magnitude(Math.abs(ratio - 1)) + (ratio > 1 ? " slower" : " faster");
    }

    /** The part of the description that is new. */
    private static String difference(String before, String after) {
        List<String> known = Arrays.asList(before.split(" · ", -1));
        return Arrays.stream(after.split(" · ", -1))
                .filter(part -> !known.contains(part))
                .findFirst()
                .orElse("other machine");
    }
}
