package dev.plumbline.collector.compare;

import dev.plumbline.analysis.format.threshold.ThresholdJson;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.report.comparison.ComparisonReport;
import dev.plumbline.analysis.report.comparison.MetricComparison;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.analysis.verdict.Reason;
import dev.plumbline.analysis.verdict.Verdict;
import dev.plumbline.collector.json.Json;
import dev.plumbline.collector.json.JsonBuilder;
import dev.plumbline.collector.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** A comparison for programs. A verdict has the fields that the server's API gives it. */
public final class ComparisonJson {

    private ComparisonJson() {}

    /** The document. */
    public static String of(
            FileComparison comparison, ComparisonReport report, List<MeasuredRun> base, List<MeasuredRun> head) {
        return Json.write(new JsonBuilder()
                .object("base", side(base))
                .object("head", side(head))
                .object("summary", summary(comparison))
                .objects("geometricMeans", means(report))
                .objects(
                        "verdicts",
                        comparison.series().stream()
                                .map(ComparisonJson::verdict)
                                .toList())
                .objects("onlyInBase", oneSided(comparison.onlyInBase()))
                .objects("onlyInHead", oneSided(comparison.onlyInHead()))
                .texts("warnings", report.warnings())
                .build());
    }

    private static JsonObject side(List<MeasuredRun> runs) {
        return new JsonBuilder()
                .texts("files", runs.stream().map(MeasuredRun::name).toList())
                .build();
    }

    private static JsonObject summary(FileComparison comparison) {
        JsonBuilder summary = new JsonBuilder();
        for (Outcome outcome : Outcome.values()) {
            summary.number(
                    outcome.label(),
                    comparison.series().stream()
                            .filter(series -> series.verdict().outcome() == outcome)
                            .count());
        }
        return summary.number("comparisons", comparison.comparisons()).build();
    }

    private static List<JsonObject> means(ComparisonReport report) {
        List<JsonObject> means = new ArrayList<>();
        for (MetricComparison table : report.tables()) {
            table.geometricMean(report.terms().confidence())
                    .ifPresent(mean -> means.add(new JsonBuilder()
                            .text("metric", table.metric())
                            .text("unit", table.unit())
                            .decimal("ratio", mean.ratio())
                            .decimal("low", mean.low())
                            .decimal("high", mean.high())
                            .number("series", mean.size())
                            .build()));
        }
        return means;
    }

    private static JsonObject verdict(JudgedSeries series) {
        Verdict verdict = series.verdict();
        JsonObject baseline = new JsonBuilder()
                .decimal("value", verdict.baseline().value())
                .number("runs", verdict.baseline().runs())
                .number("forks", verdict.baseline().forks())
                .decimal("spread", series.baseSpread())
                .build();
        JsonBuilder json = benchmark(series.benchmark());
        series.rule()
                .flatMap(rule -> Json.parse(ThresholdJson.write(rule)))
                .ifPresent(rule -> json.object("rule", rule)
                        .decimal("lowerLimit", verdict.limits().lower())
                        .decimal("upperLimit", verdict.limits().upper()));
        return json.text("metric", series.metric().name())
                .textOrNull("unit", series.metric().unit().base())
                .truth("lowerIsBetter", series.metric().unit().direction() == Direction.LOWER_IS_BETTER)
                .text("outcome", verdict.outcome().label())
                .text("method", verdict.method().label())
                .decimal("candidate", verdict.candidate().value())
                .number("candidateForks", verdict.candidate().forks())
                .decimal("candidateSpread", series.headSpread())
                .object("baseline", baseline)
                .decimal("ratio", verdict.effect().ratio())
                .decimal("ratioLow", verdict.effect().low())
                .decimal("ratioHigh", verdict.effect().high())
                .decimal("pValue", verdict.evidence().pValue())
                .decimal("adjustedPValue", verdict.evidence().adjusted())
                .decimal("smallestDetectableChange", verdict.evidence().smallestDetectableChange())
                .number("forksNeeded", verdict.remedy().forks())
                .number("iterationsNeeded", verdict.remedy().iterations())
                .texts("reasons", verdict.reasons().stream().map(Reason::code).toList())
                .build();
    }

    private static List<JsonObject> oneSided(List<OneSided> benchmarks) {
        return benchmarks.stream()
                .map(each -> benchmark(each.benchmark())
                        .texts("metrics", each.metrics())
                        .build())
                .toList();
    }

    private static JsonBuilder benchmark(BenchmarkId benchmark) {
        return new JsonBuilder()
                .text("benchmark", benchmark.name())
                .wholeObject("params", new JsonObject(new LinkedHashMap<>(benchmark.params())))
                .text("mode", benchmark.mode().label())
                .number("threads", benchmark.threads());
    }
}
