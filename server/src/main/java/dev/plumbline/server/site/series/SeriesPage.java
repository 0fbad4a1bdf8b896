package dev.plumbline.server.site.series;

import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.server.site.frame.Choice;
import dev.plumbline.server.site.frame.CommitView;
import dev.plumbline.server.site.frame.InlinePicture;
import dev.plumbline.server.site.frame.Moment;
import dev.plumbline.server.site.frame.Page;
import dev.plumbline.server.site.frame.PageFrame;
import dev.plumbline.server.site.frame.Pager;
import dev.plumbline.server.site.frame.Tone;
import dev.plumbline.server.site.part.ChangeKind;
import dev.plumbline.server.site.part.SeriesTitle;
import java.util.List;
import java.util.Optional;

/**
 * One series: the trend, where its level shifted, its points, and what surrounds it.
 *
 * @param frame what surrounds it
 * @param title the series' name
 * @param benchmarkUrl the page of all parameters and metrics of the benchmark
 * @param facts what is measured where: unit, direction, environment
 * @param branches to choose from
 * @param url the page's address without its query
 * @param here the query
 * @param compared the run that is compared with the series
 * @param figures the key figures
 * @param wide the trend chart for wide screens
 * @param narrow the trend chart for narrow screens
 * @param tipsUrl what the chart's tooltips say, as data
 * @param zoomed which part is shown, empty for the whole
 * @param ranges parts of the history to look at
 * @param moves parts next to the one that is shown
 * @param axes what the horizontal axis can show
 * @param changes where the level shifted, latest first
 * @param points a page of the points that are shown, latest first
 * @param pager the other pages
 * @param shown how many of how many points are shown: {@code 60 of 312 commits}
 * @param forks what the harness calls its forks
 * @param siblings the other metrics of the benchmark
 * @param elsewhere the same in other environments
 * @param previous the series before in the list of benchmarks
 * @param next the series after
 * @param csvUrl the points as CSV
 * @param jsonUrl the points as JSON
 * @param svgUrl the picture for other pages
 * @param pngUrl the same as PNG
 */
public record SeriesPage(
        PageFrame frame,
        SeriesTitle title,
        String benchmarkUrl,
        List<String> facts,
        List<Choice> branches,
        String url,
        SeriesAddress here,
        Optional<ComparedRun> compared,
        List<Figure> figures,
        InlinePicture wide,
        InlinePicture narrow,
        String tipsUrl,
        String zoomed,
        List<Link> ranges,
        List<Link> moves,
        List<Link> axes,
        List<Shift> changes,
        List<PointRow> points,
        Pager pager,
        String shown,
        String forks,
        List<Sibling> siblings,
        List<Link> elsewhere,
        Optional<Link> previous,
        Optional<Link> next,
        String csvUrl,
        String jsonUrl,
        String svgUrl,
        String pngUrl)
        implements Page {

    public SeriesPage {
        facts = List.copyOf(facts);
        branches = List.copyOf(branches);
        figures = List.copyOf(figures);
        ranges = List.copyOf(ranges);
        moves = List.copyOf(moves);
        axes = List.copyOf(axes);
        changes = List.copyOf(changes);
        points = List.copyOf(points);
        siblings = List.copyOf(siblings);
        elsewhere = List.copyOf(elsewhere);
    }

    /** A key figure, with its name and a remark. */
    public record Figure(String name, String value, String remark, Tone tone) {}

    /** A link to another page. */
    public record Link(String label, String url, boolean current) {}

    /**
     * Another metric of the benchmark.
     *
     * @param trend its latest runs; empty if there are too many metrics to draw them all
     */
    public record Sibling(String label, String url, String latest, Optional<Picture> trend) {}

    /** Whether any of the points in the table has an interval. */
    public boolean hasIntervals() {
        return points.stream().anyMatch(point -> !point.interval().isEmpty());
    }

    /** The other metrics that are drawn. */
    public List<Sibling> drawnSiblings() {
        return siblings.stream().filter(sibling -> sibling.trend().isPresent()).toList();
    }

    /** The other metrics that are only named. */
    public List<Sibling> otherSiblings() {
        return siblings.stream().filter(sibling -> sibling.trend().isEmpty()).toList();
    }

    /**
     * A level shift.
     *
     * @param tone worse or better
     * @param kind what it is
     * @param state how far its change point has come
     * @param change the size
     * @param words what that means
     * @param interval the interval of the size
     * @param before the level before
     * @param after the level after
     * @param pValue of the shift
     * @param commit the first commit measured at the new level
     * @param range where else it may be, empty when nowhere
     * @param runUrl the run
     * @param regressionUrl its regression, with what moved with it and what people decided; empty if there is none yet
     */
    public record Shift(
            Tone tone,
            ChangeKind kind,
            ChangePoint.State state,
            String change,
            String words,
            String interval,
            String before,
            String after,
            String pValue,
            CommitView commit,
            String range,
            String runUrl,
            String regressionUrl) {}

    /**
     * A point.
     *
     * @param runUrl its newest run
     * @param commit the measured commit
     * @param committedAt when it was committed; if that isn't known, when it was uploaded
     * @param runs how many runs the commit has, empty for one
     * @param value the value
     * @param interval half the width of its interval, empty if it is not known
     * @param forks the forks' values
     * @param machine what was observed, where it differs from the point before
     * @param outcome the verdict, empty without one
     * @param tone the verdict's tone
     */
    public record PointRow(
            String runUrl,
            CommitView commit,
            Moment committedAt,
            String runs,
            String value,
            String interval,
            String forks,
            String machine,
            Optional<Outcome> outcome,
            Tone tone) {}

    @Override
    public String template() {
        return "series.jte";
    }
}
