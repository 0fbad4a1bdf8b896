package dev.plumbline.server.site.series;

import dev.plumbline.analysis.stats.StudentT;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.charts.ChartRenderer;
import dev.plumbline.charts.trend.TrendChart;
import dev.plumbline.server.history.HistoryChoices;
import dev.plumbline.server.history.RecentHistory;
import dev.plumbline.server.history.SeriesContext;
import dev.plumbline.server.history.SeriesHistory;
import dev.plumbline.server.history.SeriesIdentity;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.report.SeriesInRun;
import dev.plumbline.server.site.frame.CommitView;
import dev.plumbline.server.site.frame.Figures;
import dev.plumbline.server.site.frame.InlinePicture;
import dev.plumbline.server.site.frame.Moment;
import dev.plumbline.server.site.frame.PageFrame;
import dev.plumbline.server.site.frame.Pager;
import dev.plumbline.server.site.frame.Tone;
import dev.plumbline.server.site.part.BranchChoices;
import dev.plumbline.server.site.part.ChangeCard;
import dev.plumbline.server.site.part.ChangeKind;
import dev.plumbline.server.site.part.SeriesTitle;
import dev.plumbline.server.site.part.SparklinePictures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes pages of series. */
public final class SeriesPages {

    /** The rows of a page of the table; the chart has all points, and so does the CSV. */
    private static final int TABLE_ROWS = 25;

    private static final int WIDE = 1120;
    private static final int WIDE_HEIGHT = 440;
    private static final int NARROW = 400;
    private static final int NARROW_HEIGHT = 320;

    /** Of so many other metrics the trend is drawn; some harnesses measure fifty. */
    private static final int DRAWN_SIBLINGS = 12;

    private final ChartRenderer renderer;
    private final SparklinePictures sparklines;

    public SeriesPages(ChartRenderer renderer) {
        this.renderer = renderer;
        this.sparklines = new SparklinePictures(renderer);
    }

    /**
     * The page of a view.
     *
     * @param siblings the recent histories of the benchmark's other metrics
     * @param page the page of the table of points, from 1
     */
    SeriesPage page(PageFrame frame, Project project, SeriesView view, Map<Long, RecentHistory> siblings, int page) {
        Links links = new Links(project.slug());
        SeriesContext context = view.context();
        SeriesIdentity series = view.series();
        String url = links.series(series.seriesId());
        SeriesAddress here = SeriesAddress.of(view);
        SeriesWindows windows = new SeriesWindows(view, url);
        TrendChart chart = SeriesTrend.chart("", view);
        List<MeasuredCommit> shown = view.shown();
        return new SeriesPage(
                frame,
                SeriesTitle.of(series),
                links.benchmark(series.benchmarkId()),
                facts(view),
                BranchChoices.choices(context.branches(), chosen(view)),
                url,
                here,
                view.candidate().map(run -> ComparedRun.of(run, view.isOnTrend(run), links)),
                SeriesFigures.of(view),
                InlinePicture.of(renderer, chart, WIDE, WIDE_HEIGHT),
                InlinePicture.of(renderer, chart, NARROW, NARROW_HEIGHT),
                links.tips(series.seriesId()) + here.query(),
                zoomed(view),
                windows.newest(),
                windows.moves(),
                windows.axes(),
                view.history().changes().reversed().stream()
                        .map(change -> shift(change, links))
                        .toList(),
                rows(view, links, page),
                pager(Pager.of(url, here.parameters(), page, TABLE_ROWS, shown.size())),
                shown.size() == view.commits().size()
                        ? Figures.count(shown.size(), "commit")
                        : shown.size() + " of " + Figures.count(view.commits().size(), "commit"),
                series.harness().forks(2),
                IntStream.range(0, context.siblings().size())
                        .mapToObj(place ->
                                sibling(context.siblings().get(place), siblings, links, here, place < DRAWN_SIBLINGS))
                        .toList(),
                context.elsewhere().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> new SeriesPage.Link(
                                Printable.line(entry.getKey()), links.series(entry.getValue()), false))
                        .toList(),
                context.previous().map(other -> link(other, links, here)),
                context.next().map(other -> link(other, links, here)),
                links.points(series.seriesId(), data(here), ".csv"),
                links.points(series.seriesId(), data(here), ""),
                links.chart(series.seriesId(), ".svg") + here.query(),
                links.chart(series.seriesId(), ".png") + here.query());
    }

    /** The page of the table that a link leads to stays in sight. */
    private static Pager pager(Pager pager) {
        return new Pager(
                pager.text(),
                pager.previous().map(url -> url + "#points"),
                pager.next().map(url -> url + "#points"));
    }

    /** The branch that the selector shows. */
    private static Optional<HistoryChoices.Branch> chosen(SeriesView view) {
        long id =
                view.candidate().map(SeriesInRun::branchId).orElse(view.scope().branchId());
        return view.context().branches().stream()
                .filter(branch -> branch.id() == id)
                .findFirst();
    }

    /** The points as data are those of the branch that is drawn. */
    private static Links.Range data(SeriesAddress here) {
        return new Links.Range(here.branch(), here.from(), here.to(), here.run());
    }

    private static String zoomed(SeriesView view) {
        if (!view.zoom().isPart()) {
            return "";
        }
        List<MeasuredCommit> shown = view.shown();
        List<String> sentences = new ArrayList<>();
        sentences.add(
                shown.isEmpty()
                        ? "No commit of the series is in this part."
                        : "A part is shown: "
                                + CommitView.abbreviated(shown.get(0).commit().sha()) + " to "
                                + CommitView.abbreviated(
                                        shown.getLast().commit().sha()) + ", "
                                + Moment.of(shown.get(0).time()).day() + " to "
                                + Moment.of(shown.getLast().time()).day() + ".");
        view.zoom()
                .unmeasured(view.commits())
                .forEach(sha -> sentences.add(
                        "Commit " + CommitView.abbreviated(sha) + " was not measured here, so it is no bound."));
        sentences.add("Levels, figures and shifts are those of the whole series.");
        return String.join(" ", sentences);
    }

    private static List<String> facts(SeriesView view) {
        SeriesIdentity series = view.series();
        List<String> facts = new ArrayList<>();
        facts.add(SeriesTitle.of(series).metric());
        facts.add(series.direction().known() ? series.direction().words() : "which way is better isn't known");
        facts.add(Printable.line(view.context().environment()));
        facts.add("trend of " + Printable.line(view.branch()));
        view.history()
                .earlierNames()
                .forEach(name -> facts.add(
                        "until " + Moment.of(name.until()).day() + " measured as " + Printable.line(name.benchmark())));
        return facts;
    }

    /** Another series with the same run or branch. */
    private static SeriesPage.Link link(SeriesIdentity series, Links links, SeriesAddress here) {
        return new SeriesPage.Link(
                SeriesTitle.of(series).line(),
                links.series(series.seriesId()) + here.part("", "").query(),
                false);
    }

    private static SeriesPage.Shift shift(SeriesHistory.Change change, Links links) {
        ChangeCard.Moved moved = ChangeCard.Moved.of(change.moved(), links);
        return new SeriesPage.Shift(
                Tone.of(change.moved().outcome()),
                ChangeKind.of(change.moved().outcome()),
                change.moved().state(),
                moved.change(),
                moved.words(),
                moved.interval(),
                moved.before(),
                moved.after(),
                Figures.pValue(change.moved().pValue()),
                ChangeCard.commit(change.previousSha(), change.commit()),
                ChangeCard.range(change.previousSha(), change.commit(), change.unmeasured(), change.moved()),
                links.run(change.runId()),
                change.regressionId().map(links::regression).orElse(""));
    }

    /** Latest first. The machine is said where it differs from the commit before, and of the oldest commit of the page. */
    private static List<SeriesPage.PointRow> rows(SeriesView view, Links links, int page) {
        List<MeasuredCommit> shown = view.shown();
        int last = Math.max(-1, shown.size() - 1 - (page - 1) * TABLE_ROWS);
        List<SeriesPage.PointRow> rows = new ArrayList<>();
        StudentT studentT = new StudentT();
        int first = Math.max(0, last - TABLE_ROWS + 1);
        for (int i = last; i >= first; i--) {
            String before = i == first ? "" : shown.get(i - 1).machine();
            rows.add(row(shown.get(i), before, view.series().unit(), links, studentT));
        }
        return rows;
    }

    private static SeriesPage.PointRow row(
            MeasuredCommit commit, String machineBefore, String unit, Links links, StudentT studentT) {
        int runs = commit.runs().size();
        return new SeriesPage.PointRow(
                links.run(commit.runId()),
                CommitView.of(commit.commit()),
                Moment.of(commit.time()),
                runs == 1 ? "" : Figures.count(runs, "run"),
                Figures.value(commit.value(), unit),
                new HalfWidth(commit.value(), commit.halfWidth(studentT), unit).text(),
                Figures.values(commit.forks(), unit),
                commit.machine().equals(machineBefore) ? "" : Printable.line(commit.machine()),
                commit.outcome(),
                commit.outcome().map(Tone::of).orElse(Tone.NEUTRAL));
    }

    private SeriesPage.Sibling sibling(
            SeriesIdentity series,
            Map<Long, RecentHistory> histories,
            Links links,
            SeriesAddress here,
            boolean drawn) {
        RecentHistory history = histories.getOrDefault(series.seriesId(), RecentHistory.empty());
        return new SeriesPage.Sibling(
                SeriesTitle.of(series).metric(),
                links.series(series.seriesId()) + here.part("", "").query(),
                history.points().isEmpty()
                        ? "no runs here"
                        : Figures.value(history.points().getLast().value(), series.unit()),
                drawn ? Optional.of(sparklines.draw(series, history, 240, 48)) : Optional.empty());
    }
}
