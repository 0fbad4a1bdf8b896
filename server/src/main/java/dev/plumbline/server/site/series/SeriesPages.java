package dev.plumbline.server.site.series;

import dev.plumbline.analysis.stats.StudentT;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.charts.ChartRenderer;
import dev.plumbline.charts.picture.Theme;
import dev.plumbline.charts.trend.TrendChart;
import dev.plumbline.server.history.HistoryChoices;
import dev.plumbline.server.history.RecentHistory;
import dev.plumbline.server.history.SeriesContext;
import dev.plumbline.server.history.SeriesHistory;
import dev.plumbline.server.history.SeriesIdentity;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.site.frame.CommitView;
import dev.plumbline.server.site.frame.Figures;
import dev.plumbline.server.site.frame.Moment;
import dev.plumbline.server.site.frame.PageFrame;
import dev.plumbline.server.site.frame.Picture;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes pages of series. */
public final class SeriesPages {

    /** The points in the table; the chart has all of them, and so does the CSV. */
    private static final int TABLE_ROWS = 100;

    private static final int WIDE = 1120;
    private static final int WIDE_HEIGHT = 440;
    private static final int NARROW = 400;
    private static final int NARROW_HEIGHT = 320;
    private static final int[] LENGTHS = {30, 100, 300};

    private final ChartRenderer renderer;
    private final SparklinePictures sparklines;

    public SeriesPages(ChartRenderer renderer) {
        this.renderer = renderer;
        this.sparklines = new SparklinePictures(renderer);
    }

    /**
     * The page of a series on a branch.
     *
     * @param from the first commit that was asked for, empty: from the beginning
     * @param to the last commit that was asked for, empty: to the end
     * @param siblings the recent histories of the benchmark's other metrics
     */
    public SeriesPage page(
            PageFrame frame,
            Project project,
            SeriesContext context,
            Optional<HistoryChoices.Branch> branch,
            String from,
            String to,
            SeriesHistory history,
            Map<Long, RecentHistory> siblings) {
        Links links = new Links(project.slug());
        SeriesIdentity series = context.series();
        String parameter = branch.map(chosen -> BranchChoices.parameter(context.branches(), chosen))
                .orElse("");
        Links.Range range = new Links.Range(parameter, from, to);
        TrendChart chart = SeriesTrend.chart("", series, history);
        return new SeriesPage(
                frame,
                SeriesTitle.of(series),
                links.benchmark(series.benchmarkId()),
                facts(context, history),
                BranchChoices.choices(context.branches(), branch),
                links.series(series.seriesId()),
                range,
                SeriesFigures.of(series, history),
                Picture.of(renderer, chart, WIDE, WIDE_HEIGHT),
                Picture.of(renderer, chart, NARROW, NARROW_HEIGHT),
                history.points().stream().map(point -> note(point, links)).toList(),
                ranges(links, series, range, history),
                history.changes().reversed().stream()
                        .map(change -> shift(change, links))
                        .toList(),
                rows(series, history, links),
                history.points().size() == history.total()
                        ? Figures.count(history.total(), "point")
                        : history.points().size() + " of " + Figures.count(history.total(), "point"),
                context.siblings().stream()
                        .map(sibling -> sibling(sibling, siblings, links, parameter))
                        .toList(),
                context.elsewhere().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> new SeriesPage.Link(
                                Printable.line(entry.getKey()), links.series(entry.getValue()), false))
                        .toList(),
                context.previous().map(other -> link(other, links, parameter)),
                context.next().map(other -> link(other, links, parameter)),
                links.points(series.seriesId(), range, ".csv"),
                links.points(series.seriesId(), range, ""),
                links.chart(series.seriesId(), range, Theme.LIGHT, 960, 400));
    }

    private static List<String> facts(SeriesContext context, SeriesHistory history) {
        SeriesIdentity series = context.series();
        List<String> facts = new ArrayList<>();
        facts.add(SeriesTitle.of(series).metric());
        facts.add(series.direction().known() ? series.direction().words() : "which way is better isn't known");
        facts.add(Printable.line(context.environment()));
        history.earlierNames()
                .forEach(name -> facts.add(
                        "until " + Moment.of(name.until()).day() + " measured as " + Printable.line(name.benchmark())));
        return facts;
    }

    private static SeriesPage.Link link(SeriesIdentity series, Links links, String branch) {
        return new SeriesPage.Link(SeriesTitle.of(series).line(), links.series(series.seriesId(), branch), false);
    }

    private static List<SeriesPage.Link> ranges(
            Links links, SeriesIdentity series, Links.Range range, SeriesHistory history) {
        List<SeriesHistory.Point> points = history.points();
        List<SeriesPage.Link> ranges = new ArrayList<>();
        boolean whole = range.from().isEmpty() && range.to().isEmpty();
        ranges.add(new SeriesPage.Link(
                "All", links.series(series.seriesId(), new Links.Range(range.branch(), "", "")), whole));
        for (int length : LENGTHS) {
            if (points.size() > length) {
                String from = CommitView.abbreviated(
                        points.get(points.size() - length).commit().sha());
                ranges.add(new SeriesPage.Link(
                        "Last " + length,
                        links.series(series.seriesId(), new Links.Range(range.branch(), from, "")),
                        range.from().equals(from) && range.to().isEmpty()));
            }
        }
        return ranges;
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

    private static SeriesPage.Note note(SeriesHistory.Point point, Links links) {
        CommitView commit = CommitView.of(point.commit());
        Moment day = commit.committedAt().orElseGet(() -> Moment.of(point.uploadedAt()));
        String text = Stream.of(commit.subject(), day.day(), Printable.line(point.machine()))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        return new SeriesPage.Note(commit.hash(), links.run(point.runId()), text);
    }

    private static List<SeriesPage.PointRow> rows(SeriesIdentity series, SeriesHistory history, Links links) {
        List<SeriesPage.PointRow> rows = new ArrayList<>();
        StudentT studentT = new StudentT();
        String before = "";
        for (SeriesHistory.Point point : history.points()) {
            String machine = point.machine().equals(before) ? "" : Printable.line(point.machine());
            before = point.machine();
            double halfWidth = PointSpread.of(point.forks(), studentT).halfWidthOfMean();
            rows.add(new SeriesPage.PointRow(
                    links.run(point.runId()),
                    CommitView.of(point.commit()),
                    Moment.of(point.uploadedAt()),
                    Figures.value(point.value(), series.unit()),
                    Double.isFinite(halfWidth) ? "± " + Figures.value(halfWidth, series.unit()) : "",
                    Figures.values(point.forks(), series.unit()),
                    machine,
                    point.outcome(),
                    point.outcome().map(Tone::of).orElse(Tone.NEUTRAL)));
        }
        List<SeriesPage.PointRow> latestFirst = rows.reversed();
        return latestFirst.subList(0, Math.min(TABLE_ROWS, latestFirst.size()));
    }

    private SeriesPage.Sibling sibling(
            SeriesIdentity series, Map<Long, RecentHistory> histories, Links links, String branch) {
        RecentHistory history = histories.getOrDefault(series.seriesId(), RecentHistory.empty());
        return new SeriesPage.Sibling(
                SeriesTitle.of(series).metric(),
                links.series(series.seriesId(), branch),
                history.points().isEmpty()
                        ? "no runs here"
                        : Figures.value(history.points().getLast().value(), series.unit()),
                sparklines.draw(series, history, 240, 48));
    }
}
