package dev.plumbline.server.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.analysis.audit.AuditCode;
import dev.plumbline.analysis.audit.Severity;
import dev.plumbline.analysis.format.verdict.RunSummaryJson;
import dev.plumbline.analysis.format.verdict.SeriesVerdictJson;
import dev.plumbline.analysis.report.verdict.RunSummary;
import dev.plumbline.analysis.report.verdict.VerdictSummary;
import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.server.database.Table;
import dev.plumbline.server.http.Csv;
import dev.plumbline.server.http.Paging;
import dev.plumbline.server.http.Reply;
import dev.plumbline.server.http.TableJson;
import dev.plumbline.server.queue.Jobs;
import dev.plumbline.server.report.RunTables;
import dev.plumbline.server.report.StoredVerdict;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/** Runs and their verdicts. */
public final class RunRoutes {

    private static final int ACCEPTED = 202;

    private final RunTables runs;
    private final Jobs jobs;
    private final Runnable jobAdded;

    public RunRoutes(RunTables runs, Jobs jobs, Runnable jobAdded) {
        this.runs = runs;
        this.jobs = jobs;
        this.jobAdded = jobAdded;
    }

    public void mount(Api api) {
        api.read("/projects/{project}/runs", this::list);
        api.read("/projects/{project}/runs/{run}", request -> Reply.json(one(request)));
        api.read("/projects/{project}/runs/{run}/verdicts", this::verdicts);
        api.read("/projects/{project}/runs/{run}/verdicts.csv", request -> {
            one(request);
            Table verdicts = VerdictCsv.table(runs.verdicts(request.project().id(), request.key("run")));
            return Reply.csv(Csv.of(verdicts), "verdicts-" + request.key("run") + ".csv");
        });
        api.read("/projects/{project}/runs/{run}/audit", this::audit);
        api.change(HttpMethod.POST, "/projects/{project}/runs/{run}/judge", this::judgeAgain);
    }

    private Reply list(ApiRequest request) {
        Paging paging = Paging.of(request.query());
        Table table = runs.runs(
                request.project().id(),
                request.query().text("branch"),
                request.query().text("environment"),
                request.query().text("commit"),
                paging.part());
        JsonObject answer = paging.answer("runs", table);
        for (Object run : answer.getJsonArray("runs")) {
            complete(request, (JsonObject) run);
        }
        return Reply.json(answer);
    }

    private JsonObject one(ApiRequest request) {
        Table run = runs.run(request.project().id(), request.key("run"));
        if (run.rows().isEmpty()) {
            throw request.notFound("run");
        }
        return complete(request, TableJson.object(run.columns(), run.rows().getFirst()));
    }

    /** A run as its row has it, with its address and what its summary says in a sentence. */
    private static JsonObject complete(ApiRequest request, JsonObject run) {
        summary(run)
                .ifPresent(summary ->
                        run.put("summary", new JsonObject(told(summary, run).toString())));
        return run.put("url", "/projects/" + request.project().slug() + "/runs/" + run.getLong("id"));
    }

    private Reply verdicts(ApiRequest request) {
        JsonObject run = one(request);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("run", run.getLong("id"));
        answer.put("status", run.getString("status"));
        Optional<RunSummary> summary = summary(run);
        if (summary.isPresent()) {
            answer.set("summary", told(summary.get(), run));
        } else {
            answer.putNull("summary");
        }
        ArrayNode verdicts = answer.putArray("verdicts");
        for (StoredVerdict verdict : runs.verdicts(request.project().id(), request.key("run"))) {
            verdicts.add(SeriesVerdictJson.write(verdict.told()));
        }
        return Reply.tagged("application/json", Buffer.buffer(answer.toString()));
    }

    private static Optional<RunSummary> summary(JsonObject run) {
        return Optional.ofNullable(run.getJsonObject("summary")).map(json -> RunSummaryJson.parse(json.encode()));
    }

    /** The summary with the sentence that people are told. */
    private static ObjectNode told(RunSummary summary, JsonObject run) {
        String environment = run.getString("environment");
        return RunSummaryJson.write(summary)
                .put("sentence", new VerdictSummary(summary, environment, Glyphs.UNICODE).sentence());
    }

    private Reply audit(ApiRequest request) {
        JsonObject run = one(request);
        JsonArray findings = TableJson.rows(runs.audit(request.project().id(), request.key("run")));
        JsonObject counts = new JsonObject();
        for (Severity severity : Severity.values()) {
            counts.put(severity.label(), 0);
        }
        for (Object each : findings) {
            JsonObject finding = (JsonObject) each;
            String severity = finding.getString("severity");
            counts.put(severity, counts.getInteger(severity) + 1);
            explain(finding);
        }
        return Reply.json(new JsonObject()
                .put("run", run.getLong("id"))
                .put("counts", counts)
                .put("findings", findings));
    }

    /** What does not change from run to run: why a code matters, and what to do; empty for one of another version. */
    private static void explain(JsonObject finding) {
        Optional<AuditCode> code = AuditCode.ofCode(finding.getString("code"));
        finding.put("why", code.map(AuditCode::why).orElse(""));
        finding.put("remedy", code.map(AuditCode::remedy).orElse(""));
    }

    private Reply judgeAgain(ApiRequest request) {
        JsonObject run = one(request);
        jobs.judgeAgain(request.project().id(), run.getLong("id"));
        jobAdded.run();
        return Reply.changed(ACCEPTED, new JsonObject().put("run", run.getLong("id")));
    }
}
