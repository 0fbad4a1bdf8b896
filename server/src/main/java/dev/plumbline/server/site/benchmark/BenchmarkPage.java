package dev.plumbline.server.site.benchmark;

import dev.plumbline.analysis.text.Printable;
import dev.plumbline.charts.ChartRenderer;
import dev.plumbline.server.history.BenchmarkFamily;
import dev.plumbline.server.history.HistoryChoices;
import dev.plumbline.server.history.RecentHistory;
import dev.plumbline.server.history.SeriesIdentity;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.site.frame.Choice;
import dev.plumbline.server.site.frame.Figures;
import dev.plumbline.server.site.frame.InlinePicture;
import dev.plumbline.server.site.frame.Page;
import dev.plumbline.server.site.frame.PageFrame;
import dev.plumbline.server.site.part.SeriesTitle;
import dev.plumbline.server.site.part.SparklinePictures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One benchmark: all its parameters and metrics as small pictures.
 *
 * @param frame what surrounds it
 * @param title the benchmark's name
 * @param url the page's address without its query
 * @param environments to choose from
 * @param variants one for each set of parameters, mode and thread count
 */
public record BenchmarkPage(
        PageFrame frame, SeriesTitle title, String url, List<Choice> environments, List<Variant> variants)
        implements Page {

    /** So many metrics of a variant are drawn; some harnesses measure fifty. */
    private static final int DRAWN = 12;

    private static final int TREND_WIDTH = 280;
    private static final int TREND_HEIGHT = 64;

    public BenchmarkPage {
        environments = List.copyOf(environments);
        variants = List.copyOf(variants);
    }

    /**
     * A set of parameters with its metrics, the primary score first.
     *
     * @param cells the first of them
     * @param more the others
     */
    public record Variant(SeriesTitle title, List<Cell> cells, List<Latest> more) {

        public Variant {
            cells = List.copyOf(cells);
            more = List.copyOf(more);
        }
    }

    /** A metric that isn't drawn. */
    public record Latest(String label, String url, String latest) {}

    /** A metric. */
    public record Cell(String label, String url, String latest, InlinePicture trend) {}

    /** The page of a benchmark in one environment. */
    public static BenchmarkPage of(
            PageFrame frame,
            Project project,
            long benchmarkId,
            List<HistoryChoices.Environment> environments,
            HistoryChoices.Environment environment,
            BenchmarkFamily family,
            ChartRenderer renderer) {
        Links links = new Links(project.slug());
        SparklinePictures pictures = new SparklinePictures(renderer);
        Map<Long, List<SeriesIdentity>> byBenchmark = new LinkedHashMap<>();
        family.series()
                .forEach(series -> byBenchmark
                        .computeIfAbsent(series.benchmarkId(), key -> new ArrayList<>())
                        .add(series));
        return new BenchmarkPage(
                frame,
                SeriesTitle.of(family.series().get(0)),
                links.benchmark(benchmarkId),
                environments.stream()
                        .map(candidate -> new Choice(
                                candidate.label(),
                                Printable.line(candidate.label()),
                                candidate.id() == environment.id()))
                        .toList(),
                byBenchmark.values().stream()
                        .map(members -> new Variant(
                                SeriesTitle.of(members.get(0)),
                                members.stream()
                                        .limit(DRAWN)
                                        .map(series -> cell(series, family.histories(), links, pictures))
                                        .toList(),
                                members.stream()
                                        .skip(DRAWN)
                                        .map(series -> latest(series, family.histories(), links))
                                        .toList()))
                        .toList());
    }

    private static Cell cell(
            SeriesIdentity series, Map<Long, RecentHistory> histories, Links links, SparklinePictures pictures) {
        RecentHistory history = history(series, histories);
        Latest latest = latest(series, histories, links);
        return new Cell(
                latest.label(),
                latest.url(),
                latest.latest(),
                pictures.draw(series, history, TREND_WIDTH, TREND_HEIGHT));
    }

    private static Latest latest(SeriesIdentity series, Map<Long, RecentHistory> histories, Links links) {
        RecentHistory history = history(series, histories);
        return new Latest(
                SeriesTitle.of(series).metric(),
                links.series(series.seriesId()),
                history.points().isEmpty()
                        ? "no runs here"
                        : Figures.value(history.points().getLast().value(), series.unit()));
    }

    private static RecentHistory history(SeriesIdentity series, Map<Long, RecentHistory> histories) {
        return Optional.ofNullable(histories.get(series.seriesId())).orElse(RecentHistory.empty());
    }

    @Override
    public String template() {
        return "benchmark.jte";
    }
}
