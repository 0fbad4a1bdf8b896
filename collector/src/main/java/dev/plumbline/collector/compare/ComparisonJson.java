package dev.plumbline.collector.compare;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.analysis.format.threshold.ThresholdJson;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.report.comparison.ComparisonReport;
import dev.plumbline.analysis.report.comparison.CostDifference;
import dev.plumbline.analysis.report.comparison.MetricComparison;
import dev.plumbline.analysis.report.json.MissingJson;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.analysis.verdict.StatedReason;
import dev.plumbline.analysis.verdict.SuiteVerdict;
import dev.plumbline.collector.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A comparison for programs. A verdict has the same fields as in the server's API. */
public record ComparisonJson(
        Side base,
        Side head,
        Map<String, Long> summary,
        List<Mean> geometricMeans,
        List<Verdict> verdicts,
        List<Unmatched> onlyInBase,
        List<Unmatched> onlyInHead,
        ObjectNode missing,
        @JsonInclude(Include.NON_NULL) @Nullable Assumed assumedNoise,
        @JsonInclude(Include.NON_NULL) @Nullable Suite suite,
        @JsonInclude(Include.NON_NULL) @Nullable CostDifferenceJson functions,
        List<String> warnings) {

    /** The document of a comparison that assumes no noise. */
    public static String of(
            FileComparison comparison, ComparisonReport report, List<MeasuredRun> base, List<MeasuredRun> head) {
        return of(comparison, report, base, head, NoiseAssumption.NONE, null);
    }

    /** The document. */
    static String of(
            FileComparison comparison,
            ComparisonReport report,
            List<MeasuredRun> base,
            List<MeasuredRun> head,
            NoiseAssumption noise,
            @Nullable CostDifference functions) {
        return JsonText.write(new ComparisonJson(
                Side.of(base),
                Side.of(head),
                summary(comparison),
                means(report),
                comparison.series().stream().map(Verdict::of).toList(),
                comparison.onlyInBase().stream().map(Unmatched::of).toList(),
                comparison.onlyInHead().stream().map(Unmatched::of).toList(),
                MissingJson.write(report.missing()),
                noise.isNone() ? null : Assumed.of(noise),
                comparison.suite().known() ? Suite.of(comparison.suite()) : null,
                functions == null ? null : CostDifferenceJson.of(functions),
                report.warnings()));
    }

    private static Map<String, Long> summary(FileComparison comparison) {
        Map<String, Long> summary = new LinkedHashMap<>();
        for (Outcome outcome : Outcome.values()) {
            summary.put(
                    outcome.label(),
                    comparison.series().stream()
                            .filter(series -> series.verdict().outcome() == outcome)
                            .count());
        }
        summary.put("comparisons", (long) comparison.comparisons());
        return summary;
    }

    private static List<Mean> means(ComparisonReport report) {
        List<Mean> means = new ArrayList<>();
        for (MetricComparison table : report.tables()) {
            table.geometricMean(report.terms().confidence())
                    .ifPresent(mean -> means.add(new Mean(
                            table.metric(), table.unit(), mean.ratio(), mean.low(), mean.high(), mean.size())));
        }
        return means;
    }

    /**
     * The noise that was assumed: {@code said} is a standard deviation as a share, {@code environment} the one whose history
     * gave that of {@code seriesOfHistory} series.
     */
    record Assumed(@Nullable Double said, @Nullable String environment, int seriesOfHistory) {

        private static Assumed of(NoiseAssumption noise) {
            return new Assumed(
                    noise.said().known() ? Math.expm1(noise.said().deviation()) : null,
                    noise.environment().isEmpty() ? null : noise.environment(),
                    noise.history().size());
        }
    }

    /**
     * What most benchmarks did together: {@code inconclusive} if they are too few to take it out of the verdicts. Ratios of more than 1 are worse.
     */
    record Suite(String outcome, double ratio, double low, double high, int moved, int series) {

        private static Suite of(SuiteVerdict verdict) {
            return new Suite(
                    verdict.outcome().label(),
                    verdict.effect().ratio(),
                    verdict.effect().low(),
                    verdict.effect().high(),
                    verdict.moved(),
                    verdict.series());
        }
    }

    /** The runs of one side. */
    record Side(List<String> files) {

        private static Side of(List<MeasuredRun> runs) {
            return new Side(runs.stream().map(MeasuredRun::name).toList());
        }
    }

    /** The geometric mean of a metric's ratios. */
    record Mean(
            String metric,
            @JsonInclude(Include.NON_EMPTY) String unit,
            double ratio,
            double low,
            double high,
            int series) {}

    /** A benchmark with its parameters. */
    record Benchmark(String benchmark, Map<String, String> params, String mode, int threads) {

        private static Benchmark of(BenchmarkId id) {
            return new Benchmark(id.name(), id.params(), id.mode().label(), id.threads());
        }
    }

    /** A benchmark that only one side has. */
    record Unmatched(@JsonUnwrapped Benchmark benchmark, List<String> metrics) {

        private static Unmatched of(OneSided each) {
            return new Unmatched(Benchmark.of(each.benchmark()), each.metrics());
        }
    }

    /** The rule that judged a series, with its limits. */
    record Ruled(ObjectNode rule, double lowerLimit, double upperLimit) {}

    /** What the head is compared with. */
    record Baseline(double value, int runs, int forks, double spread) {}

    /** The verdict on one series; {@code ruled} is null if the default test judged it, {@code lowerIsBetter} if that is not known. */
    record Verdict(
            @JsonUnwrapped Benchmark benchmark,
            @JsonUnwrapped @Nullable Ruled ruled,
            String metric,
            @Nullable String unit,
            @Nullable Boolean lowerIsBetter,
            String outcome,
            String method,
            double candidate,
            int candidateForks,
            double candidateSpread,
            Baseline baseline,
            double ratio,
            double ratioLow,
            double ratioHigh,
            double pValue,
            double adjustedPValue,
            double smallestDetectableChange,
            int forksNeeded,
            int iterationsNeeded,
            List<String> reasons) {

        private static @Nullable Boolean lowerIsBetter(Direction direction) {
            return direction.known() ? direction == Direction.LOWER_IS_BETTER : null;
        }

        private static Verdict of(JudgedSeries series) {
            dev.plumbline.analysis.verdict.Verdict verdict = series.verdict();
            String unit = series.metric().unit().base();
            return new Verdict(
                    Benchmark.of(series.benchmark()),
                    series.rule()
                            .flatMap(rule -> JsonText.object(ThresholdJson.write(rule)))
                            .map(rule -> new Ruled(
                                    rule,
                                    verdict.limits().lower(),
                                    verdict.limits().upper()))
                            .orElse(null),
                    series.metric().name(),
                    unit.isEmpty() ? null : unit,
                    lowerIsBetter(series.metric().unit().direction()),
                    verdict.outcome().label(),
                    verdict.method().label(),
                    verdict.candidate().value(),
                    verdict.candidate().forks(),
                    series.headSpread(),
                    new Baseline(
                            verdict.baseline().value(),
                            verdict.baseline().runs(),
                            verdict.baseline().forks(),
                            series.baseSpread()),
                    verdict.effect().ratio(),
                    verdict.effect().low(),
                    verdict.effect().high(),
                    verdict.evidence().pValue(),
                    verdict.evidence().adjusted(),
                    verdict.evidence().smallestDetectableChange(),
                    verdict.remedy().forks(),
                    verdict.remedy().iterations(),
                    verdict.reasons().stream().map(StatedReason::code).toList());
        }
    }
}
