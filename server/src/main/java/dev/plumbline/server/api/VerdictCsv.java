package dev.plumbline.server.api;

import dev.plumbline.analysis.format.threshold.ThresholdJson;
import dev.plumbline.analysis.verdict.Reason;
import dev.plumbline.analysis.verdict.Verdict;
import dev.plumbline.server.database.JsonText;
import dev.plumbline.server.database.Table;
import dev.plumbline.server.history.SeriesIdentity;
import dev.plumbline.server.report.StoredVerdict;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Verdicts as the table that their CSV is made of: the fields of their JSON, those of the baseline named after it. */
final class VerdictCsv {

    private static final List<String> COLUMNS = List.of(
            "series",
            "benchmark",
            "params",
            "mode",
            "threads",
            "metric",
            "unit",
            "lowerIsBetter",
            "outcome",
            "method",
            "candidate",
            "candidateForks",
            "baselineValue",
            "baselineRuns",
            "baselineForks",
            "baselineFirstCommit",
            "baselineLastCommit",
            "ratio",
            "ratioLow",
            "ratioHigh",
            "pValue",
            "adjustedPValue",
            "smallestDetectableChange",
            "forksNeeded",
            "reasons",
            "rule",
            "lowerLimit",
            "upperLimit",
            "candidateRuns",
            "iterationsNeeded",
            "longerForks");

    private VerdictCsv() {}

    static Table table(List<StoredVerdict> verdicts) {
        return new Table(COLUMNS, verdicts.stream().map(VerdictCsv::row).toList());
    }

    private static List<@Nullable Object> row(StoredVerdict stored) {
        SeriesIdentity series = stored.series();
        Verdict verdict = stored.verdict();
        return Arrays.asList(
                series.seriesId(),
                series.benchmark(),
                new Table.Json(JsonText.object(series.params())),
                series.mode(),
                series.threads(),
                series.metric(),
                series.unit(),
                series.lowerIsBetter(),
                verdict.outcome().label(),
                verdict.method().label(),
                known(verdict.candidate().value()),
                verdict.candidate().forks(),
                known(verdict.baseline().value()),
                verdict.baseline().runs(),
                verdict.baseline().forks(),
                stored.baseline().firstCommit(),
                stored.baseline().lastCommit(),
                known(verdict.effect().ratio()),
                known(verdict.effect().low()),
                known(verdict.effect().high()),
                known(verdict.evidence().pValue()),
                known(verdict.evidence().adjusted()),
                known(verdict.evidence().smallestDetectableChange()),
                verdict.remedy().forks(),
                verdict.reasons().stream().map(Reason::code).toList(),
                stored.rule()
                        .map(rule -> new Table.Json(ThresholdJson.write(rule)))
                        .orElse(null),
                known(verdict.limits().lower()),
                known(verdict.limits().upper()),
                verdict.candidate().runs(),
                verdict.remedy().iterations(),
                verdict.remedy().longerForks());
    }

    private static @Nullable Double known(double number) {
        return Double.isNaN(number) ? null : number;
    }
}
