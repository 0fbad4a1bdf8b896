package dev.plumbline.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.plumbline.analysis.text.Csv;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.server.history.CatalogTables;
import dev.plumbline.server.history.NoiseTables;
import dev.plumbline.server.history.PointTables;
import dev.plumbline.server.http.Paging;
import dev.plumbline.server.http.Parameters;
import dev.plumbline.server.http.ProblemException;
import dev.plumbline.server.http.ProblemKind;
import dev.plumbline.server.http.RangeEnd;
import dev.plumbline.server.http.Reply;
import dev.plumbline.server.judging.Baseline;
import dev.plumbline.server.report.SeriesInRunQueries;
import java.util.List;
import java.util.Optional;

/** Series and their points. */
public final class SeriesRoutes {

    private static final int STANDARD_POINTS = 1_000;
    private static final int MOST_POINTS = 20_000;

    private final CatalogTables catalog;
    private final PointTables points;
    private final NoiseTables noise;
    private final SeriesInRunQueries runs;

    /** The points, all or fewer that draw the same line, and the run that they were asked for. */
    private record Points(
            CatalogTables.Series series,
            String branch,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<PointTables.Point> run,
            List<PointTables.Point> points,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Downsampled> downsampled) {}

    private record Downsampled(String method, int of) {}

    public SeriesRoutes(CatalogTables catalog, PointTables points, NoiseTables noise, SeriesInRunQueries runs) {
        this.catalog = catalog;
        this.points = points;
        this.noise = noise;
        this.runs = runs;
    }

    public void mount(Api api) {
        api.read("/projects/{project}/series", this::list);
        api.read("/projects/{project}/noise", this::noise);
        api.read("/projects/{project}/series/{series}", request -> Reply.json(one(request)));
        api.read("/projects/{project}/series/{series}/points", this::points);
        api.read("/projects/{project}/series/{series}/points.csv", this::csv);
    }

    private Reply list(ApiRequest request) {
        Paging paging = Paging.of(request.query());
        return Reply.json(paging.answer(
                "series",
                catalog.series(
                        request.project().id(),
                        request.query().text("benchmark"),
                        request.query().text("metric"),
                        request.query().text("environment"),
                        paging.part())));
    }

    private Reply noise(ApiRequest request) {
        Paging paging = Paging.of(request.query());
        String environment = request.query()
                .text("environment")
                .orElseThrow(() -> Parameters.invalid("environment", "takes the label of an environment"));
        return Reply.json(paging.answer("series", noise.of(request.project(), environment, paging.part())));
    }

    private CatalogTables.Series one(ApiRequest request) {
        return catalog.series(request.project().id(), request.key("series"))
                .orElseThrow(() -> request.notFound("series"));
    }

    private Reply points(ApiRequest request) {
        CatalogTables.Series series = one(request);
        List<PointTables.Point> all = all(request);
        List<PointTables.Point> shown = downsampled(request, all);
        return Reply.json(new Points(
                series,
                branch(request),
                request.query().key("run").map(run -> point(request, run)),
                shown,
                shown.size() < all.size()
                        ? Optional.of(new Downsampled(Downsampling.METHOD, all.size()))
                        : Optional.empty()));
    }

    private Reply csv(ApiRequest request) {
        long series = one(request).id();
        return Reply.csv(
                Csv.of(PointTables.Point.class, downsampled(request, all(request))), "series-" + series + ".csv");
    }

    private List<PointTables.Point> all(ApiRequest request) {
        return points.points(
                request.project().id(),
                request.key("series"),
                branch(request),
                end(RangeEnd.from(request.query())),
                end(RangeEnd.to(request.query())),
                request.query().number("limit", STANDARD_POINTS, 1, MOST_POINTS));
    }

    private static List<PointTables.Point> downsampled(ApiRequest request, List<PointTables.Point> all) {
        int most = request.query().number("downsample", MOST_POINTS, Downsampling.FEWEST, MOST_POINTS);
        return Downsampling.of(all, PointTables.Point::value, most);
    }

    private PointTables.Point point(ApiRequest request, long run) {
        return points.point(request.project().id(), request.key("series"), run).orElseThrow(() -> unknown(run));
    }

    /** The branch whose points are asked for: by its name, or by a run that was compared with it. */
    private String branch(ApiRequest request) {
        Optional<String> asked = request.query().text("branch");
        Optional<Long> run = request.query().key("run");
        if (asked.isPresent() && run.isPresent()) {
            throw Parameters.invalid(
                    "run", "can't be combined with branch: the run says which branch it is compared with");
        }
        if (run.isPresent()) {
            return runs.of(request.project().id(), request.key("series"), run.get())
                    .orElseThrow(() -> unknown(run.get()))
                    .baseline()
                    .map(Baseline::branch)
                    .orElse(request.project().baseBranch());
        }
        if (asked.isPresent() && !points.hasBranch(request.project().id(), asked.get())) {
            throw new ProblemException(
                    ProblemKind.NOT_FOUND,
                    "This project has no branch '" + Printable.line(asked.get())
                            + "'. A pull request is named by its number: pull/12.");
        }
        return asked.orElse(request.project().baseBranch());
    }

    private static ProblemException unknown(long run) {
        return new ProblemException(
                ProblemKind.NOT_FOUND,
                "The series has no value of a run " + run
                        + ". The run may be of another project or another environment, or may not have measured this benchmark.");
    }

    private static PointTables.End end(RangeEnd given) {
        return new PointTables.End(given.commit(), given.time());
    }
}
