package dev.plumbline.server.api;

import dev.plumbline.analysis.stats.Proportion;
import dev.plumbline.server.auth.Gatekeeper;
import dev.plumbline.server.http.Admission;
import dev.plumbline.server.http.Paging;
import dev.plumbline.server.http.Reply;
import dev.plumbline.server.http.RequestBody;
import dev.plumbline.server.http.Routes;
import dev.plumbline.server.pullrequest.LinkedRepositories;
import dev.plumbline.server.regression.PrecisionCounts;
import dev.plumbline.server.regression.RegressionDetails;
import dev.plumbline.server.regression.RegressionFilter;
import dev.plumbline.server.regression.RegressionQueries;
import dev.plumbline.server.regression.RegressionTables;
import dev.plumbline.server.regression.Triage;
import dev.plumbline.server.regression.TriageInput;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.util.Optional;

/** The API of regressions: what was found, and what people decided. */
public final class RegressionRoutes implements Routes {

    private static final double CONFIDENCE = 0.95;

    private final Admission admission;
    private final Gatekeeper gatekeeper;
    private final RegressionTables tables;
    private final RegressionQueries regressions;
    private final Triage triage;
    private final LinkedRepositories repositories;

    /** Of what people decided, how much was real, with an interval of that confidence; null if nothing is decided. */
    private record Precision(
            long real,
            long falseAlarms,
            double precision,
            double low,
            double high,
            double confidence,
            long undecided,
            long retracted,
            Suspicions suspicions) {}

    private record Suspicions(long all, long retracted, long falseAlarms) {}

    private record Decision(String state, Optional<String> note, Optional<String> who) {}

    private record Assignment(Optional<String> assignee, Optional<String> who) {}

    private record Note(String note, Optional<String> who) {}

    public RegressionRoutes(
            Admission admission,
            Gatekeeper gatekeeper,
            RegressionTables tables,
            RegressionQueries regressions,
            Triage triage,
            LinkedRepositories repositories) {
        this.admission = admission;
        this.gatekeeper = gatekeeper;
        this.tables = tables;
        this.regressions = regressions;
        this.triage = triage;
        this.repositories = repositories;
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

    private RegressionAnswer one(ApiRequest request) {
        RegressionDetails details = regressions
                .load(request.project().id(), request.key("regression"))
                .orElseThrow(() -> request.notFound("regression"));
        return RegressionAnswer.of(details, request.project().slug(), repositories.of(request.project()));
    }

    private Reply decide(ApiRequest request) {
        Decision given = request.body(Decision.class);
        if (!TriageInput.decides(given.state())) {
            throw RequestBody.invalid("state", "takes " + TriageInput.DECISIONS);
        }
        TriageInput input = input(request, given.who(), given.note());
        return answer(
                request,
                triage.decide(
                        request.project().id(),
                        request.key("regression"),
                        input.who(),
                        TriageInput.decision(given.state()),
                        input.note()));
    }

    private Reply assign(ApiRequest request) {
        Assignment given = request.body(Assignment.class);
        String assignee = TriageInput.name(given.assignee().orElse(""))
                .orElseThrow(() -> RequestBody.invalid("assignee", TriageInput.NAME_RULE));
        TriageInput input = input(request, given.who(), Optional.empty());
        return answer(request, triage.assign(request.project().id(), request.key("regression"), input.who(), assignee));
    }

    private Reply note(ApiRequest request) {
        Note given = request.body(Note.class);
        TriageInput input = input(request, given.who(), Optional.of(given.note()));
        return answer(
                request, triage.note(request.project().id(), request.key("regression"), input.who(), input.note()));
    }

    private TriageInput input(ApiRequest request, Optional<String> who, Optional<String> note) {
        String name =
                TriageInput.name(who.orElse("")).orElseThrow(() -> RequestBody.invalid("who", TriageInput.NAME_RULE));
        String text =
                TriageInput.note(note.orElse("")).orElseThrow(() -> RequestBody.invalid("note", TriageInput.NOTE_RULE));
        return TriageInput.of(name, gatekeeper.label(request.access().caller()), text);
    }

    private Reply answer(ApiRequest request, boolean found) {
        if (!found) {
            throw request.notFound("regression");
        }
        return Reply.changed(200, one(request));
    }

    private static Precision precision(PrecisionCounts counts) {
        Proportion real = new Proportion(counts.real(), counts.real() + counts.falseAlarms());
        boolean known = real.trials() > 0;
        return new Precision(
                counts.real(),
                counts.falseAlarms(),
                known ? real.share() : Double.NaN,
                known ? real.low(CONFIDENCE) : Double.NaN,
                known ? real.high(CONFIDENCE) : Double.NaN,
                CONFIDENCE,
                counts.undecided(),
                counts.retracted(),
                new Suspicions(counts.suspicions(), counts.suspicionsRetracted(), counts.suspicionsFalse()));
    }
}
