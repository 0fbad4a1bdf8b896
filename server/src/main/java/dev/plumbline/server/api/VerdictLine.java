package dev.plumbline.server.api;

import dev.plumbline.analysis.format.threshold.ThresholdJson;
import dev.plumbline.analysis.verdict.StatedReason;
import dev.plumbline.analysis.verdict.Verdict;
import dev.plumbline.server.history.SeriesIdentity;
import dev.plumbline.server.json.Json;
import dev.plumbline.server.report.StoredVerdict;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A verdict as a line of CSV: the fields of its JSON, those of the baseline named after it. */
public record VerdictLine(
        long series,
        String benchmark,
        String params,
        String mode,
        int threads,
        String metric,
        String unit,
        @Nullable Boolean lowerIsBetter,
        String outcome,
        String method,
        double candidate,
        int candidateForks,
        double baselineValue,
        int baselineRuns,
        int baselineForks,
        String baselineFirstCommit,
        String baselineLastCommit,
        double ratio,
        double ratioLow,
        double ratioHigh,
        double pValue,
        double adjustedPValue,
        double smallestDetectableChange,
        int forksNeeded,
        List<String> reasons,
        Optional<String> rule,
        double lowerLimit,
        double upperLimit,
        int candidateRuns,
        int iterationsNeeded,
        boolean longerForks,
        String harness) {

    static VerdictLine of(StoredVerdict stored) {
        SeriesIdentity series = stored.series();
        Verdict verdict = stored.verdict();
        return new VerdictLine(
                series.seriesId(),
                series.benchmark(),
                Json.text(series.params()),
                series.mode(),
                series.threads(),
                series.metric(),
                series.unit(),
                series.direction().known() ? series.lowerIsBetter() : null,
                verdict.outcome().label(),
                verdict.method().label(),
                verdict.candidate().value(),
                verdict.candidate().forks(),
                verdict.baseline().value(),
                verdict.baseline().runs(),
                verdict.baseline().forks(),
                stored.baseline().firstCommit(),
                stored.baseline().lastCommit(),
                verdict.effect().ratio(),
                verdict.effect().low(),
                verdict.effect().high(),
                verdict.evidence().pValue(),
                verdict.evidence().adjusted(),
                verdict.evidence().smallestDetectableChange(),
                verdict.remedy().forks(),
                verdict.reasons().stream().map(StatedReason::code).toList(),
                stored.rule().map(ThresholdJson::write),
                verdict.limits().lower(),
                verdict.limits().upper(),
                verdict.candidate().runs(),
                verdict.remedy().iterations(),
                verdict.remedy().longerForks(),
                series.harness().id());
    }
}
