package dev.plumbline.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.plumbline.analysis.model.RunStatus;
import dev.plumbline.analysis.model.RunTrust;
import dev.plumbline.analysis.model.Rung;
import dev.plumbline.analysis.report.change.BaselineNote;
import dev.plumbline.analysis.report.change.BenchmarkChange;
import dev.plumbline.analysis.report.change.ChangeReport;
import dev.plumbline.analysis.report.change.ChangeSentence;
import dev.plumbline.analysis.report.change.CheckDecision;
import dev.plumbline.analysis.report.change.EnvironmentReport;
import dev.plumbline.analysis.report.change.RunLink;
import dev.plumbline.analysis.report.verdict.SuiteReport;
import dev.plumbline.analysis.verdict.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What a change did, as the API returns it. */
record ReportAnswer(
        String project,
        OptionalInt pullRequest,
        String commit,
        String baseBranch,
        RunStatus state,
        String sentence,
        CheckDecision.Conclusion decision,
        List<String> reasons,
        int rank,
        boolean changed,
        boolean quarantined,
        List<Long> runs,
        String url,
        List<Environment> environments) {

    static ReportAnswer of(ChangeReport report) {
        CheckDecision decision = report.decision();
        return new ReportAnswer(
                report.project(),
                report.pullRequest(),
                report.head(),
                report.baseBranch(),
                report.judged() ? RunStatus.JUDGED : RunStatus.WAITING,
                new ChangeSentence(report).text(),
                decision.conclusion(),
                decision.reasons(),
                report.rank(),
                report.changed(),
                report.quarantined(),
                report.environments().stream()
                        .flatMap(environment -> environment.runs().stream())
                        .map(RunLink::run)
                        .toList(),
                report.url(),
                report.environments().stream().map(Environment::of).toList());
    }

    record Environment(
            String environment,
            EnvironmentReport.State state,
            RunTrust trust,
            List<RunLink> runs,
            Baseline baseline,
            int comparisons,
            Map<String, Integer> counts,
            Optional<Outcome> suite,
            List<SuiteReport.Difference> observed,
            int findings,
            List<Change> benchmarks) {

        static Environment of(EnvironmentReport environment) {
            Map<String, Integer> counts = new LinkedHashMap<>();
            for (Outcome outcome : Outcome.values()) {
                counts.put(outcome.label(), environment.with(outcome).size());
            }
            return new Environment(
                    environment.environment(),
                    environment.state(),
                    environment.trust(),
                    environment.runs(),
                    Baseline.of(environment.baseline()),
                    environment.comparisons(),
                    counts,
                    Optional.of(environment.suite())
                            .filter(SuiteReport::finding)
                            .map(SuiteReport::outcome),
                    environment.observed(),
                    environment.findings().size(),
                    environment.benchmarks().stream().map(Change::of).toList());
        }
    }

    record Baseline(
            Rung rung,
            Optional<String> commit,
            OptionalInt commits,
            OptionalInt days,
            int runs,
            List<String> elsewhere) {

        static Baseline of(BaselineNote baseline) {
            return new Baseline(
                    baseline.rung(),
                    baseline.known() ? Optional.of(baseline.commit()) : Optional.empty(),
                    baseline.commits(),
                    baseline.days(),
                    baseline.runs(),
                    baseline.elsewhere());
        }
    }

    /** A benchmark that came, went or was renamed. */
    record Change(
            String change,
            String benchmark,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> after) {

        static Change of(BenchmarkChange change) {
            return switch (change) {
                case BenchmarkChange.Added each ->
                    new Change("added", each.benchmark().key(), Optional.empty());
                case BenchmarkChange.Removed each ->
                    new Change("removed", each.benchmark().key(), Optional.empty());
                case BenchmarkChange.Renamed each ->
                    new Change(
                            "renamed",
                            each.before().key(),
                            Optional.of(each.after().key()));
            };
        }
    }
}
