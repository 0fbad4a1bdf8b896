package dev.plumbline.server.judging;

import dev.plumbline.analysis.format.threshold.ThresholdJson;
import dev.plumbline.analysis.report.json.RunSummaryJson;
import dev.plumbline.analysis.report.verdict.RunSummary;
import dev.plumbline.analysis.report.verdict.SuiteReport;
import dev.plumbline.analysis.verdict.Effect;
import dev.plumbline.analysis.verdict.StatedReason;
import dev.plumbline.analysis.verdict.Verdict;
import dev.plumbline.server.change.ObservedDifference;
import dev.plumbline.server.judging.JudgingResult.JudgedSeries;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The verdicts of one run. */
final class VerdictStore {

    private final Handle handle;
    private final long projectId;
    private final long runId;

    VerdictStore(Handle handle, long projectId, long runId) {
        this.handle = handle;
        this.projectId = projectId;
        this.runId = runId;
    }

    /**
     * Replaces an earlier result and marks the run as judged.
     *
     * @param uploads how many uploads of the run it is of
     * @param observed how the observed machine differed in the last run of the suite's baseline
     */
    void replace(JudgingResult result, int uploads, List<ObservedDifference> observed) {
        handle.createUpdate("delete from verdict where project_id = :projectId and run_id = :runId")
                .bind("projectId", projectId)
                .bind("runId", runId)
                .execute();
        insert(result.verdicts());
        handle.createUpdate("""
                update run set judged_at = now(), judged_uploads = :uploads, summary = cast(:summary as jsonb)
                where project_id = :projectId and run_id = :runId
                """)
                .bind("projectId", projectId)
                .bind("runId", runId)
                .bind("uploads", uploads)
                .bind("summary", RunSummaryJson.write(summary(result, observed)).toString())
                .execute();
    }

    /** All rows in one statement, each column an array: a run may have thousands of series. */
    private void insert(List<JudgedSeries> judged) {
        if (judged.isEmpty()) {
            return;
        }
        handle.createUpdate("""
                insert into verdict (project_id, run_id, series_id, outcome, method,
                    candidate, candidate_runs, candidate_forks,
                    baseline, baseline_runs, baseline_forks, baseline_first_run_id, baseline_last_run_id,
                    ratio, ratio_low, ratio_high, p_value, adjusted_p_value, smallest_detectable_change,
                    forks_needed, iterations_needed, longer_forks, reasons, rule, lower_limit, upper_limit)
                select :projectId, :runId, v.series_id, v.outcome, v.method,
                    v.candidate, v.candidate_runs, v.candidate_forks,
                    v.baseline, v.baseline_runs, v.baseline_forks,
                    nullif(v.baseline_first_run_id, 0), nullif(v.baseline_last_run_id, 0),
                    v.ratio, v.ratio_low, v.ratio_high, v.p_value, v.adjusted_p_value, v.smallest_detectable_change,
                    nullif(v.forks_needed, 0), nullif(v.iterations_needed, 0), v.longer_forks,
                    string_to_array(v.reasons, ' '), cast(v.rule as jsonb), v.lower_limit, v.upper_limit
                from unnest(:series, :outcome, :method, :candidate, :candidateRuns, :candidateForks,
                        :baseline, :baselineRuns, :baselineForks, :baselineFirstRun, :baselineLastRun,
                        :ratio, :ratioLow, :ratioHigh, :pValue, :adjustedPValue, :smallestDetectableChange,
                        :forksNeeded, :iterationsNeeded, :longerForks, :reasons, :rule, :lowerLimit, :upperLimit)
                    as v (series_id, outcome, method, candidate, candidate_runs, candidate_forks,
                        baseline, baseline_runs, baseline_forks, baseline_first_run_id, baseline_last_run_id,
                        ratio, ratio_low, ratio_high, p_value, adjusted_p_value, smallest_detectable_change,
                        forks_needed, iterations_needed, longer_forks, reasons, rule, lower_limit, upper_limit)
                """)
                .bind("projectId", projectId)
                .bind("runId", runId)
                .bindArray("series", Long.class, column(judged, JudgedSeries::seriesId))
                .bindArray("baselineFirstRun", Long.class, column(judged, JudgedSeries::baselineFirstRun))
                .bindArray("baselineLastRun", Long.class, column(judged, JudgedSeries::baselineLastRun))
                .bindArray("rule", String.class, column(judged, VerdictStore::rule))
                .bindArray(
                        "outcome",
                        String.class,
                        of(judged, verdict -> verdict.outcome().label()))
                .bindArray(
                        "method",
                        String.class,
                        of(judged, verdict -> verdict.method().label()))
                .bindArray(
                        "candidate",
                        Double.class,
                        of(judged, verdict -> verdict.candidate().value()))
                .bindArray(
                        "candidateRuns",
                        Integer.class,
                        of(judged, verdict -> verdict.candidate().runs()))
                .bindArray(
                        "candidateForks",
                        Integer.class,
                        of(judged, verdict -> verdict.candidate().forks()))
                .bindArray(
                        "baseline",
                        Double.class,
                        numbers(judged, verdict -> verdict.baseline().value()))
                .bindArray(
                        "baselineRuns",
                        Integer.class,
                        of(judged, verdict -> verdict.baseline().runs()))
                .bindArray(
                        "baselineForks",
                        Integer.class,
                        of(judged, verdict -> verdict.baseline().forks()))
                .bindArray(
                        "ratio",
                        Double.class,
                        numbers(judged, verdict -> verdict.effect().ratio()))
                .bindArray(
                        "ratioLow",
                        Double.class,
                        numbers(judged, verdict -> verdict.effect().low()))
                .bindArray(
                        "ratioHigh",
                        Double.class,
                        numbers(judged, verdict -> verdict.effect().high()))
                .bindArray(
                        "pValue",
                        Double.class,
                        numbers(judged, verdict -> verdict.evidence().pValue()))
                .bindArray(
                        "adjustedPValue",
                        Double.class,
                        numbers(judged, verdict -> verdict.evidence().adjusted()))
                .bindArray(
                        "smallestDetectableChange",
                        Double.class,
                        numbers(judged, verdict -> verdict.evidence().smallestDetectableChange()))
                .bindArray(
                        "forksNeeded",
                        Integer.class,
                        of(judged, verdict -> verdict.remedy().forks()))
                .bindArray(
                        "iterationsNeeded",
                        Integer.class,
                        of(judged, verdict -> verdict.remedy().iterations()))
                .bindArray(
                        "longerForks",
                        Boolean.class,
                        of(judged, verdict -> verdict.remedy().longerForks()))
                .bindArray("reasons", String.class, of(judged, VerdictStore::reasons))
                .bindArray(
                        "lowerLimit",
                        Double.class,
                        numbers(judged, verdict -> verdict.limits().lower()))
                .bindArray(
                        "upperLimit",
                        Double.class,
                        numbers(judged, verdict -> verdict.limits().upper()))
                .execute();
    }

    private static <T extends @Nullable Object> List<T> column(
            List<JudgedSeries> judged, Function<JudgedSeries, T> value) {
        return judged.stream().map(value).collect(Collectors.toList());
    }

    private static <T> List<T> of(List<JudgedSeries> judged, Function<Verdict, T> value) {
        return judged.stream().map(JudgedSeries::verdict).map(value).toList();
    }

    /** A number that is not known is null. */
    private static List<@Nullable Double> numbers(List<JudgedSeries> judged, ToDoubleFunction<Verdict> value) {
        return column(judged, series -> {
            double number = value.applyAsDouble(series.verdict());
            return Double.isNaN(number) ? null : number;
        });
    }

    private static @Nullable String rule(JudgedSeries judged) {
        return judged.rule().map(ThresholdJson::write).orElse(null);
    }

    private static String reasons(Verdict verdict) {
        return verdict.reasons().stream().map(StatedReason::code).collect(Collectors.joining(" "));
    }

    private static RunSummary summary(JudgingResult result, List<ObservedDifference> observed) {
        return RunSummary.of(
                result.verdicts().stream().map(JudgedSeries::verdict).toList(),
                result.comparisons(),
                new Effect(
                        result.summary().ratio(),
                        result.summary().low(),
                        result.summary().high()),
                new SuiteReport(
                        result.suite().verdict(),
                        observed.stream()
                                .map(difference -> new SuiteReport.Difference(
                                        difference.field(), difference.before(), difference.after()))
                                .toList()));
    }
}
