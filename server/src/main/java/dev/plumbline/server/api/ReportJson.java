package dev.plumbline.server.api;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.report.change.BaselineNote;
import dev.plumbline.analysis.report.change.BenchmarkChange;
import dev.plumbline.analysis.report.change.ChangeReport;
import dev.plumbline.analysis.report.change.ChangeSentence;
import dev.plumbline.analysis.report.change.CheckDecision;
import dev.plumbline.analysis.report.change.EnvironmentReport;
import dev.plumbline.analysis.report.change.RunLink;
import dev.plumbline.analysis.verdict.Outcome;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A report as the API gives it. */
final class ReportJson {

    private ReportJson() {}

    static JsonObject of(ChangeReport report) {
        CheckDecision decision = report.decision();
        JsonArray environments = new JsonArray();
        JsonArray runs = new JsonArray();
        for (EnvironmentReport environment : report.environments()) {
            environments.add(environment(environment));
            environment.runs().forEach(run -> runs.add(run.run()));
        }
        return new JsonObject()
                .put("project", report.project())
                .put(
                        "pullRequest",
                        report.pullRequest().isPresent() ? report.pullRequest().getAsInt() : null)
                .put("commit", report.head())
                .put("baseBranch", report.baseBranch())
                .put("state", report.judged() ? "judged" : "waiting")
                .put("sentence", new ChangeSentence(report).text())
                .put("decision", decision.conclusion().label())
                .put("reasons", new JsonArray(decision.reasons()))
                .put("rank", report.rank())
                .put("changed", report.changed())
                .put("quarantined", report.quarantined())
                .put("runs", runs)
                .put("url", report.url())
                .put("environments", environments);
    }

    private static JsonObject environment(EnvironmentReport environment) {
        JsonArray runs = new JsonArray();
        for (RunLink run : environment.runs()) {
            runs.add(new JsonObject().put("run", run.run()).put("url", run.url()));
        }
        JsonArray observed = new JsonArray();
        environment
                .observed()
                .forEach(difference -> observed.add(new JsonObject()
                        .put("field", difference.field())
                        .put("before", difference.before())
                        .put("after", difference.after())));
        JsonObject counts = new JsonObject();
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome.label(), environment.with(outcome).size());
        }
        return new JsonObject()
                .put("environment", environment.environment())
                .put("state", environment.state().label())
                .put("trust", environment.trust().label())
                .put("runs", runs)
                .put("baseline", baseline(environment.baseline()))
                .put("comparisons", environment.comparisons())
                .put("counts", counts)
                .put(
                        "suite",
                        environment.suite().finding()
                                ? environment.suite().outcome().label()
                                : null)
                .put("observed", observed)
                .put("findings", environment.findings().size())
                .put("benchmarks", benchmarks(environment));
    }

    private static JsonObject baseline(BaselineNote baseline) {
        return new JsonObject()
                .put("rung", baseline.rung().label())
                .put("commit", baseline.known() ? baseline.commit() : null)
                .put(
                        "commits",
                        baseline.commits().isPresent() ? baseline.commits().getAsInt() : null)
                .put("days", baseline.days().isPresent() ? baseline.days().getAsInt() : null)
                .put("runs", baseline.runs())
                .put("elsewhere", new JsonArray(baseline.elsewhere()));
    }

    private static JsonArray benchmarks(EnvironmentReport environment) {
        JsonArray changes = new JsonArray();
        for (BenchmarkChange change : environment.benchmarks()) {
            changes.add(
                    switch (change) {
                        case BenchmarkChange.Added each -> change("added", each.benchmark());
                        case BenchmarkChange.Removed each -> change("removed", each.benchmark());
                        case BenchmarkChange.Renamed each ->
                            change("renamed", each.before())
                                    .put("after", each.after().key());
                    });
        }
        return changes;
    }

    private static JsonObject change(String what, BenchmarkId benchmark) {
        return new JsonObject().put("change", what).put("benchmark", benchmark.key());
    }
}
