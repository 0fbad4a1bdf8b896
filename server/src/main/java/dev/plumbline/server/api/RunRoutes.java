package dev.plumbline.server.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.analysis.audit.AuditCode;
import dev.plumbline.analysis.audit.Severity;
import dev.plumbline.analysis.model.RunStatus;
import dev.plumbline.analysis.report.json.MissingJson;
import dev.plumbline.analysis.report.json.RunSummaryJson;
import dev.plumbline.analysis.report.json.SeriesVerdictJson;
import dev.plumbline.analysis.report.missing.MissingBenchmarks;
import dev.plumbline.analysis.report.verdict.RunSummary;
import dev.plumbline.analysis.report.verdict.VerdictSummary;
import dev.plumbline.analysis.text.Csv;
import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.server.http.Paging;
import dev.plumbline.server.http.Reply;
import dev.plumbline.server.queue.Jobs;
import dev.plumbline.server.report.RunTables;
import io.vertx.core.http.HttpMethod;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        api.read("/projects/{project}/runs/{run}", this::run);
        api.read("/projects/{project}/runs/{run}/verdicts", this::verdicts);
        api.read("/projects/{project}/runs/{run}/verdicts.csv", request -> {
            one(request);
            List<VerdictLine> lines = runs.verdicts(request.project().id(), request.key("run")).stream()
                    .map(VerdictLine::of)
                    .toList();
            return Reply.csv(Csv.of(VerdictLine.class, lines), "verdicts-" + request.key("run") + ".csv");
        });
        api.read("/projects/{project}/runs/{run}/audit", this::audit);
        api.change(HttpMethod.POST, "/projects/{project}/runs/{run}/judge", this::judgeAgain);
    }

    /** A run with its summary, also as a sentence, and its page. */
    private record RunAnswer(@JsonUnwrapped RunTables.Run run, Optional<ObjectNode> summary, String url) {

        static RunAnswer of(RunTables.Run run, Optional<ObjectNode> summary, ApiRequest request) {
            return new RunAnswer(run, summary, "/projects/" + request.project().slug() + "/runs/" + run.id());
        }
    }

    private record Verdicts(
            long run, RunStatus status, Optional<ObjectNode> summary, ObjectNode missing, List<ObjectNode> verdicts) {}

    private record Audit(long run, Map<String, Integer> counts, List<Explained> findings) {}

    /** A finding with what does not change from run to run: why its code matters, and what to do; empty for one of another version. */
    private record Explained(@JsonUnwrapped RunTables.Finding finding, String why, String remedy) {

        static Explained of(RunTables.Finding finding) {
            Optional<AuditCode> code = AuditCode.ofCode(finding.code());
            return new Explained(
                    finding,
                    code.map(AuditCode::why).orElse(""),
                    code.map(AuditCode::remedy).orElse(""));
        }
    }

    private record JudgeAgain(long run) {}

    private Reply list(ApiRequest request) {
        Paging paging = Paging.of(request.query());
        List<RunTables.Run> found = runs.runs(
                request.project().id(),
                request.query().text("branch"),
                request.query().text("environment"),
                request.query().text("commit"),
                paging.part());
        return Reply.json(paging.answer(
                "runs",
                paging.first(found).stream()
                        .map(run -> RunAnswer.of(run, told(run, missing(run, request)), request))
                        .toList(),
                found.size()));
    }

    /** What a listed run lacks. Which benchmarks these are is looked up only for a run that is known to lack any. */
    private MissingBenchmarks missing(RunTables.Run run, ApiRequest request) {
        return run.absent() == 0
                ? MissingBenchmarks.NONE
                : runs.missing(request.project().id(), run.id());
    }

    private RunTables.Run one(ApiRequest request) {
        return runs.run(request.project().id(), request.key("run")).orElseThrow(() -> request.notFound("run"));
    }

    private Reply run(ApiRequest request) {
        RunTables.Run run = one(request);
        return Reply.json(RunAnswer.of(run, told(run, missing(run, request)), request));
    }

    private Reply verdicts(ApiRequest request) {
        RunTables.Run run = one(request);
        List<ObjectNode> verdicts = runs.verdicts(request.project().id(), run.id()).stream()
                .map(verdict -> SeriesVerdictJson.write(verdict.told()))
                .toList();
        MissingBenchmarks missing = missing(run, request);
        return Reply.json(
                new Verdicts(run.id(), run.status(), told(run, missing), MissingJson.write(missing), verdicts));
    }

    /** The summary with the sentence that people see. */
    private static Optional<ObjectNode> told(RunTables.Run run, MissingBenchmarks missing) {
        return run.summary().map(stored -> {
            RunSummary summary = RunSummaryJson.parse(stored.text());
            return RunSummaryJson.write(summary)
                    .put(
                            "sentence",
                            new VerdictSummary(summary, missing, run.environment(), Glyphs.UNICODE).sentence());
        });
    }

    private Reply audit(ApiRequest request) {
        RunTables.Run run = one(request);
        List<RunTables.Finding> findings = runs.audit(request.project().id(), run.id());
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Severity severity : Severity.values()) {
            counts.put(severity.label(), 0);
        }
        findings.forEach(finding -> counts.merge(finding.severity().label(), 1, Integer::sum));
        return Reply.json(
                new Audit(run.id(), counts, findings.stream().map(Explained::of).toList()));
    }

    private Reply judgeAgain(ApiRequest request) {
        RunTables.Run run = one(request);
        jobs.judgeAgain(request.project().id(), run.id());
        jobAdded.run();
        return Reply.changed(ACCEPTED, new JudgeAgain(run.id()));
    }
}
