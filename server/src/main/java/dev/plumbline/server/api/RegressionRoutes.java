package dev.plumbline.server.api;

import dev.plumbline.analysis.stats.Proportion;
import dev.plumbline.server.auth.Gatekeeper;
import dev.plumbline.server.http.Admission;
import dev.plumbline.server.http.Paging;
import dev.plumbline.server.http.Reply;
import dev.plumbline.server.http.Routes;
import dev.plumbline.server.regression.PrecisionCounts;
import dev.plumbline.server.regression.RegressionDetails;
import dev.plumbline.server.regression.RegressionFilter;
import dev.plumbline.server.regression.RegressionQueries;
import dev.plumbline.server.regression.RegressionTables;
import dev.plumbline.server.regression.Triage;
import dev.plumbline.server.regression.TriageInput;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.util.Optional;

/** The API of regressions: what was found, and what people make of it. */
public final class RegressionRoutes implements Routes {

    private static final double CONFIDENCE = 0.95;

    private final Admission admission;
    private final Gatekeeper gatekeeper;
    private final RegressionTables tables;
    private final RegressionQueries regressions;
    private final Triage triage;

    public RegressionRoutes(
            Admission admission,
            Gatekeeper gatekeeper,
            RegressionTables tables,
            RegressionQueries regressions,
            Triage triage) {
        this.admission = admission;
        this.gatekeeper = gatekeeper;
        this.tables = tables;
        this.regressions = regressions;
        this.triage = triage;
    }

    @Override
    public void mount(Router router) {
        Api api = new Api(router, admission);
        api.read("/projects/{project}/regressions", this::list);
        api.read("/projects/{project}/regressions/{regression}", request -> Reply.json(one(request)));
        api.change(HttpMethod.POST, "/projects/{project}/regressions/{regression}/state", this::decide);
        api.change(HttpMethod.PUT, "/projects/{project}/regressions/{regression}/assignee", this::assign);
        api.change(HttpMethod.POST, "/projects/{project}/regressions/{regression}/notes", this::note);
        api.read(
                "/projects/{project}/precision",
                request -> Reply.json(
                        precision(regressions.precision(request.project().id()))));
    }

    private Reply list(ApiRequest request) {
        Paging paging = Paging.of(request.query());
        RegressionFilter filter = RegressionFilters.of(request.query());
        return Reply.json(
                paging.answer("regressions", tables.list(request.project().id(), filter, paging.part())));
    }

    private JsonObject one(ApiRequest request) {
        RegressionDetails details = regressions
                .load(request.project().id(), request.key("regression"))
                .orElseThrow(() -> request.notFound("regression"));
        return RegressionJson.of(details, request.project().slug());
    }

    private Reply decide(ApiRequest request) {
        String state = request.body().requiredText("state");
        if (!TriageInput.decides(state)) {
            throw request.body().invalid("state", "takes " + TriageInput.DECISIONS);
        }
        Optional<Triage.Decision> decision = TriageInput.decision(state);
        TriageInput input = input(request);
        return answer(
                request,
                triage.decide(request.project().id(), request.key("regression"), input.who(), decision, input.note()));
    }

    private Reply assign(ApiRequest request) {
        String assignee = TriageInput.name(request.body().text("assignee").orElse(""))
                .orElseThrow(() -> request.body().invalid("assignee", TriageInput.NAME_RULE));
        return answer(
                request,
                triage.assign(
                        request.project().id(),
                        request.key("regression"),
                        input(request).who(),
                        assignee));
    }

    private Reply note(ApiRequest request) {
        request.body().requiredText("note");
        TriageInput input = input(request);
        return answer(
                request, triage.note(request.project().id(), request.key("regression"), input.who(), input.note()));
    }

    private TriageInput input(ApiRequest request) {
        String name = TriageInput.name(request.body().text("who").orElse(""))
                .orElseThrow(() -> request.body().invalid("who", TriageInput.NAME_RULE));
        String note = TriageInput.note(request.body().text("note").orElse(""))
                .orElseThrow(() -> request.body().invalid("note", TriageInput.NOTE_RULE));
        return TriageInput.of(name, gatekeeper.label(request.access().caller()), note);
    }

    private Reply answer(ApiRequest request, boolean found) {
        if (!found) {
            throw request.notFound("regression");
        }
        return Reply.changed(200, one(request));
    }

    private static JsonObject precision(PrecisionCounts counts) {
        Proportion real = new Proportion(counts.real(), counts.real() + counts.falseAlarms());
        return new JsonObject()
                .put("real", counts.real())
                .put("falseAlarms", counts.falseAlarms())
                .put("precision", real.trials() == 0 ? null : real.share())
                .put("low", real.trials() == 0 ? null : real.low(CONFIDENCE))
                .put("high", real.trials() == 0 ? null : real.high(CONFIDENCE))
                .put("confidence", CONFIDENCE)
                .put("undecided", counts.undecided())
                .put("retracted", counts.retracted())
                .put(
                        "suspicions",
                        new JsonObject()
                                .put("all", counts.suspicions())
                                .put("retracted", counts.suspicionsRetracted())
                                .put("falseAlarms", counts.suspicionsFalse()));
    }
}
