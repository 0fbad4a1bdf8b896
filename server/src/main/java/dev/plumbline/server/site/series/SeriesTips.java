package dev.plumbline.server.site.series;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.plumbline.analysis.stats.StudentT;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.charts.trend.TrendChart;
import dev.plumbline.server.forges.ForgeLinks;
import dev.plumbline.server.history.SeriesIdentity;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.report.SeriesInRun;
import dev.plumbline.server.site.frame.CommitView;
import dev.plumbline.server.site.frame.Figures;
import dev.plumbline.server.site.frame.Moment;
import java.util.ArrayList;
import java.util.List;

/**
 * What the tooltips of a trend chart say, in words.
 *
 * @param runs one for each point of the chart in its order, then one for the candidate if it is apart from these
 */
record SeriesTips(List<Tip> runs) {

    SeriesTips {
        runs = List.copyOf(runs);
    }

    /**
     * What is known of a point; what isn't known is absent.
     *
     * @param commit the abbreviated hash
     * @param subject the first line of the message
     * @param author the author's name
     * @param day when it was committed
     * @param value the value with its interval and unit, and over how many forks
     * @param verdict what was found
     * @param marks what the chart marks there: shifts of the level, new environments, new baselines
     * @param machine what was observed of the machine
     * @param url the newest run
     * @param commitUrl the commit on the forge
     * @param authorUrl the author's commits on the forge
     * @param apart {@code yes} of a candidate, which is drawn apart from the trend
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Tip(
            String commit,
            String subject,
            String author,
            String day,
            String value,
            String verdict,
            List<String> marks,
            String machine,
            String url,
            String commitUrl,
            String authorUrl,
            String apart) {

        Tip {
            marks = List.copyOf(marks);
        }
    }

    /**
     * The tooltips of a view.
     *
     * @param forge where commits and authors lead to
     */
    static SeriesTips of(SeriesView view, Links links, ForgeLinks forge) {
        StudentT studentT = new StudentT();
        TrendChart chart = SeriesTrend.chart("", view);
        SeriesIdentity series = view.series();
        List<Tip> tips = new ArrayList<>();
        for (int i = 0; i < view.shown().size(); i++) {
            MeasuredCommit commit = view.shown().get(i);
            CommitView shown = CommitView.of(commit.commit());
            tips.add(new Tip(
                    shown.hash(),
                    shown.subject(),
                    shown.author(),
                    Moment.of(commit.time()).day(),
                    value(commit, series, studentT),
                    commit.outcome().map(Outcome::label).orElse(""),
                    chart.marksAt(i),
                    Printable.line(commit.machine()),
                    links.run(commit.runId()),
                    forge.commit(shown.fullHash()).orElse(""),
                    forge.author(shown.author()).orElse(""),
                    ""));
        }
        view.candidate()
                .filter(run -> !view.isOnTrend(run))
                .ifPresent(run -> tips.add(candidate(run, series, links, forge)));
        return new SeriesTips(tips);
    }

    private static Tip candidate(SeriesInRun run, SeriesIdentity series, Links links, ForgeLinks forge) {
        CommitView shown = CommitView.of(run.commit());
        return new Tip(
                shown.hash(),
                shown.subject(),
                shown.author(),
                Moment.of(run.commit().committedAt().orElse(run.uploadedAt())).day(),
                Figures.value(run.value(), series.unit()) + ", "
                        + counted(run.forks().size(), series),
                ComparedRun.of(run, false, links).sentence(),
                List.of(),
                "",
                links.run(run.runId()),
                forge.commit(shown.fullHash()).orElse(""),
                forge.author(shown.author()).orElse(""),
                "yes");
    }

    private static String counted(int forks, SeriesIdentity series) {
        return Figures.count(forks) + " " + series.harness().forks(forks);
    }

    /** For example: 31.9 µs/op ± 0.40, 3 forks. */
    private static String value(MeasuredCommit commit, SeriesIdentity series, StudentT studentT) {
        int runs = commit.runs().size();
        return new HalfWidth(commit.value(), commit.halfWidth(studentT), series.unit()).withValue() + ", "
                + counted(commit.forks().length, series)
                + (runs == 1 ? "" : " in " + runs + " runs");
    }
}
