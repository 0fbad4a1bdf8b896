package dev.plumbline.server.api;

import dev.plumbline.server.database.Table;
import dev.plumbline.server.history.CatalogTables;
import dev.plumbline.server.history.PointTables;
import dev.plumbline.server.http.Csv;
import dev.plumbline.server.http.Paging;
import dev.plumbline.server.http.Parameters;
import dev.plumbline.server.http.Reply;
import dev.plumbline.server.http.TableJson;
import dev.plumbline.server.http.TimeText;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.regex.Pattern;

/** Series and their points. */
public final class SeriesRoutes {

    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{7,64}");
    private static final int STANDARD_POINTS = 1_000;
    private static final int MOST_POINTS = 20_000;

    private final CatalogTables catalog;
    private final PointTables points;

    public SeriesRoutes(CatalogTables catalog, PointTables points) {
        this.catalog = catalog;
        this.points = points;
    }

    public void mount(Api api) {
        api.read("/projects/{project}/series", this::list);
        api.read("/projects/{project}/series/{series}", request -> Reply.json(one(request)));
        api.read("/projects/{project}/series/{series}/points", this::points);
        api.read("/projects/{project}/series/{series}/points.csv", request -> csv(request, selected(request)));
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

    private JsonObject one(ApiRequest request) {
        Table series = catalog.series(request.project().id(), request.key("series"));
        if (series.rows().isEmpty()) {
            throw request.notFound("series");
        }
        return TableJson.object(series.columns(), series.rows().getFirst());
    }

    private Reply points(ApiRequest request) {
        JsonObject series = one(request);
        Table all = all(request);
        Table shown = downsampled(request, all);
        JsonObject answer = new JsonObject()
                .put("series", series)
                .put("branch", branch(request))
                .put("points", TableJson.rows(shown));
        if (shown.rows().size() < all.rows().size()) {
            answer.put(
                    "downsampled",
                    new JsonObject()
                            .put("method", Downsampling.METHOD)
                            .put("of", all.rows().size()));
        }
        return Reply.json(answer);
    }

    private Table selected(ApiRequest request) {
        one(request);
        return downsampled(request, all(request));
    }

    private static Reply csv(ApiRequest request, Table table) {
        return Reply.csv(Csv.of(table), "series-" + request.key("series") + ".csv");
    }

    private Table all(ApiRequest request) {
        return points.points(
                request.project().id(),
                request.key("series"),
                branch(request),
                end(request, "from"),
                end(request, "to"),
                request.query().number("limit", STANDARD_POINTS, 1, MOST_POINTS));
    }

    private static Table downsampled(ApiRequest request, Table all) {
        int most = request.query().number("downsample", MOST_POINTS, Downsampling.FEWEST, MOST_POINTS);
        return Downsampling.of(all, "value", most);
    }

    private static String branch(ApiRequest request) {
        return request.query().text("branch").orElse(request.project().baseBranch());
    }

    private static PointTables.End end(ApiRequest request, String name) {
        Optional<String> given = request.query().text(name);
        if (given.isEmpty()) {
            return PointTables.End.OPEN;
        }
        String text = given.get();
        if (COMMIT.matcher(text).matches()) {
            return new PointTables.End(given, Optional.empty());
        }
        return new PointTables.End(
                Optional.empty(),
                Optional.of(TimeText.parse(text)
                        .orElseThrow(() -> Parameters.invalid(
                                name, "takes a commit's hash (7 to 64 hexadecimal digits) or " + TimeText.EXPECTED))));
    }
}
