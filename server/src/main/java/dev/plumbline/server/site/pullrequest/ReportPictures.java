package dev.plumbline.server.site.pullrequest;

import dev.plumbline.charts.forest.ForestChart;
import dev.plumbline.charts.forest.ForestChart.Direction;
import dev.plumbline.charts.sparkline.Sparkline;
import dev.plumbline.server.history.RecentHistory;
import dev.plumbline.server.report.RunDetails;
import dev.plumbline.server.report.StoredReport;
import dev.plumbline.server.site.frame.Figures;
import dev.plumbline.server.site.part.SeriesTitle;
import dev.plumbline.server.site.part.SparklinePictures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the pictures of a report show. */
public final class ReportPictures {

    private static final int MOST_ROWS = 20;

    private ReportPictures() {}

    /** The intervals of what changed in a run, what is worst first. */
    public static ForestChart forest(StoredReport.Run run) {
        List<RunDetails.Verdict> changed =
                run.verdicts().stream().filter(ReportPictures::isChanged).toList();
        List<ForestChart.Row> rows = changed.stream()
                .limit(MOST_ROWS)
                .map(verdict -> new ForestChart.Row(
                        SeriesTitle.of(verdict.series()).line(),
                        verdict.ratio(),
                        verdict.ratioLow(),
                        verdict.ratioHigh(),
                        Figures.change(verdict),
                        verdict.outcome().equals("regressed") ? Direction.WORSE : Direction.BETTER))
                .toList();
        return new ForestChart(
                "What changed in " + run.environment() + ", with 95 % intervals", rows, changed.size() - rows.size());
    }

    /**
     * The history of a series on the base branch, ended by the value of the run that is judged, in the colour of its verdict; empty
     * where the run has no such series.
     */
    public static Optional<Sparkline> sparkline(StoredReport.Run run, long series, RecentHistory history) {
        return run.verdicts().stream()
                .filter(verdict -> verdict.series().seriesId() == series)
                .findFirst()
                .map(verdict -> ended(verdict, history));
    }

    private static Sparkline ended(RunDetails.Verdict verdict, RecentHistory history) {
        Sparkline before = SparklinePictures.sparkline(verdict.series(), history);
        double[] values = before.values();
        double[] all = new double[values.length + 1];
        System.arraycopy(values, 0, all, 0, values.length);
        all[values.length] = verdict.candidate();
        List<Sparkline.Shift> shifts = new ArrayList<>(before.shifts());
        if (isChanged(verdict) && values.length > 0) {
            shifts.add(new Sparkline.Shift(values.length, verdict.outcome().equals("regressed")));
        }
        String unit = verdict.series().unit();
        String title = SeriesTitle.of(verdict.series()).line() + ": " + Figures.count(values.length, "run")
                + " before, now " + Figures.value(verdict.candidate(), unit);
        return new Sparkline(title, all, shifts);
    }

    private static boolean isChanged(RunDetails.Verdict verdict) {
        return verdict.outcome().equals("regressed") || verdict.outcome().equals("improved");
    }
}
