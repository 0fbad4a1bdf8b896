package dev.plumbline.server.site.pullrequest;

import dev.plumbline.analysis.report.verdict.SeriesLabels;
import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.charts.forest.ForestChart;
import dev.plumbline.charts.forest.ForestChart.Direction;
import dev.plumbline.charts.sparkline.Sparkline;
import dev.plumbline.server.history.RecentHistory;
import dev.plumbline.server.report.StoredReport;
import dev.plumbline.server.report.StoredVerdict;
import dev.plumbline.server.site.frame.Figures;
import dev.plumbline.server.site.part.SeriesTitle;
import dev.plumbline.server.site.part.SparklinePictures;
import dev.plumbline.server.site.part.VerdictList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the pictures of a report show. */
public final class ReportPictures {

    private static final int MOST_ROWS = 12;

    private ReportPictures() {}

    /** The intervals of what changed in a run, worst first. */
    public static ForestChart forest(StoredReport.Run run) {
        List<StoredVerdict> changed = VerdictList.worstFirst(
                run.verdicts().stream().filter(StoredVerdict::changed).toList());
        SeriesLabels labels = SeriesLabels.distinguishing(
                changed.stream().map(StoredVerdict::row).toList(), Glyphs.UNICODE);
        List<ForestChart.Row> rows = changed.stream()
                .limit(MOST_ROWS)
                .map(verdict -> new ForestChart.Row(
                        labels.label(verdict.row()),
                        verdict.verdict().effect().ratio(),
                        verdict.verdict().effect().low(),
                        verdict.verdict().effect().high(),
                        Figures.change(verdict),
                        direction(verdict.outcome())))
                .toList();
        return new ForestChart(
                "What changed in " + run.environment() + ", with 95 % intervals", rows, changed.size() - rows.size());
    }

    /**
     * The history of a series on the base branch, ended by the value of the run that is judged, in the colour of its verdict; empty
     * if the run has no such series.
     */
    public static Optional<Sparkline> sparkline(StoredReport.Run run, long series, RecentHistory history) {
        return run.verdicts().stream()
                .filter(verdict -> verdict.series().seriesId() == series)
                .findFirst()
                .map(verdict -> ended(verdict, history));
    }

    private static Sparkline ended(StoredVerdict verdict, RecentHistory history) {
        Sparkline before = SparklinePictures.sparkline(verdict.series(), history);
        double[] values = before.values();
        double[] all = new double[values.length + 1];
        System.arraycopy(values, 0, all, 0, values.length);
        all[values.length] = verdict.verdict().candidate().value();
        List<Sparkline.Shift> shifts = new ArrayList<>(before.shifts());
        if (verdict.changed() && verdict.outcome() != Outcome.CHANGED && values.length > 0) {
            shifts.add(new Sparkline.Shift(values.length, verdict.outcome() == Outcome.REGRESSED));
        }
        String unit = verdict.series().unit();
        String title = SeriesTitle.of(verdict.series()).line() + ": " + Figures.count(values.length, "run")
                + " before, now " + Figures.value(verdict.verdict().candidate().value(), unit);
        return new Sparkline(title, all, shifts);
    }

    private static Direction direction(Outcome outcome) {
        return switch (outcome) {
            case REGRESSED -> Direction.WORSE;
            case IMPROVED -> Direction.BETTER;
            case CHANGED, UNCHANGED, INCONCLUSIVE -> Direction.NEITHER;
        };
    }
}
