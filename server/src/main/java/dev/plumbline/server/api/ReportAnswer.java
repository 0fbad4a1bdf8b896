package dev.plumbline.server.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.RunStatus;
import dev.plumbline.analysis.model.RunTrust;
import dev.plumbline.analysis.model.Rung;
import dev.plumbline.analysis.report.change.BaselineNote;
import dev.plumbline.analysis.report.change.BenchmarkChange;
import dev.plumbline.analysis.report.change.ChangeReport;
import dev.plumbline.analysis.report.change.ChangeSentence;
import dev.plumbline.analysis.report.change.CheckDecision;
import dev.plumbline.analysis.report.change.EnvironmentReport;
import dev.plumbline.analysis.report.change.ReportedSeries;
import dev.plumbline.analysis.report.change.RunLink;
import dev.plumbline.analysis.report.json.MissingJson;
import dev.plumbline.analysis.report.missing.Absence;
import dev.plumbline.analysis.report.verdict.SuiteReport;
import dev.plumbline.analysis.verdict.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
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
        ObjectNode missing,
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
                MissingJson.write(report.missing()),
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
            ObjectNode missing,
            List<Change> benchmarks,
            List<Changed> changed) {

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
                    MissingJson.write(environment.missing()),
                    environment.benchmarks().stream().map(Change::of).toList(),
                    environment.series().stream()
                            .filter(ReportedSeries::changed)
                            .map(Changed::of)
                            .toList());
        }
    }

    /** A series that changed. */
    record Changed(
            String benchmark,
            Map<String, String> params,
            String metric,
            Outcome outcome,
            OptionalDouble change,
            String url) {

        static Changed of(ReportedSeries series) {
            double ratio = series.row().verdict().effect().ratio();
            return new Changed(
                    series.row().benchmark(),
                    series.row().params(),
                    series.row().metric(),
                    series.outcome(),
                    Double.isFinite(ratio) ? OptionalDouble.of(ratio - 1) : OptionalDouble.empty(),
                    series.url());
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

    /** A benchmark that isn't compared, with who accepted that it was removed. */
    record Change(
            String change,
            String benchmark,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> after,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> metrics,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> acceptedBy) {

        private Change(String change, BenchmarkId benchmark) {
            this(change, benchmark.key(), Optional.empty(), List.of(), Optional.empty());
        }

        static Change of(BenchmarkChange change) {
            return switch (change) {
                case BenchmarkChange.Added each -> new Change("added", each.benchmark());
                case BenchmarkChange.Absent each -> of(each.absence());
                case BenchmarkChange.Removed each ->
                    new Change("removed", each.benchmark().key(), Optional.empty(), List.of(), Optional.of(each.by()));
                case BenchmarkChange.Renamed each ->
                    new Change(
                            "renamed",
                            each.before().key(),
                            Optional.of(each.after().key()),
                            List.of(),
                            Optional.empty());
            };
        }

        private static Change of(Absence absence) {
            return absence.whole()
                    ? new Change(absence.what(), absence.benchmark())
                    : new Change(
                            absence.what(),
                            absence.benchmark().key(),
                            Optional.empty(),
                            absence.metrics(),
                            Optional.empty());
        }
    }
}
