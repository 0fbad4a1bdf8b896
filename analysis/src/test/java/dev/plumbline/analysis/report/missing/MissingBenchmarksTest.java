package dev.plumbline.analysis.report.missing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Mode;
import dev.plumbline.analysis.report.json.MissingJson;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MissingBenchmarksTest {

    private static final BenchmarkId A = benchmark("a");
    private static final BenchmarkId B = benchmark("b");
    private static final BenchmarkId C = benchmark("c");

    private static BenchmarkId benchmark(String method) {
        return new BenchmarkId("acme.Codec." + method, Map.of("size", "1"), Mode.AVERAGE_TIME, 1);
    }

    private static MeasuredSide side(Map<BenchmarkId, Set<String>> metrics, BenchmarkId... failed) {
        return new MeasuredSide(metrics, Set.of(failed));
    }

    @Test
    void tellsMissingFromFailed() {
        MeasuredSide before = side(Map.of(A, Set.of("score"), B, Set.of("score"), C, Set.of("score")));
        MeasuredSide after = side(Map.of(A, Set.of("score")), B);

        assertThat(after.lacking(before)).containsExactly(new Absence.Failed(B), new Absence.Missing(C));
    }

    @Test
    void aBenchmarkWithAScoreInAnotherDocumentDidNotFail() {
        MeasuredSide after = side(Map.of(A, Set.of("score")), A);

        assertThat(after.lacking(after)).isEmpty();
    }

    @Test
    void aNewBenchmarkWithoutANumberFailed() {
        assertThat(side(Map.of(), A).lacking(side(Map.of()))).containsExactly(new Absence.Failed(A));
    }

    @Test
    void whatFailedBeforeAndIsGoneNowIsMissing() {
        assertThat(side(Map.of()).lacking(side(Map.of(), A))).containsExactly(new Absence.Missing(A));
    }

    @Test
    void aScoreThatIsGoneWhileOtherMetricsAreThereFailed() {
        MeasuredSide before = side(Map.of(A, Set.of("score", "gc.alloc.rate.norm")));

        assertThat(side(Map.of(A, Set.of("gc.alloc.rate.norm"))).lacking(before))
                .containsExactly(new Absence.Failed(A));
    }

    @Test
    void namesMetricsWithoutANumberButNoPercentiles() {
        MeasuredSide before = side(Map.of(A, Set.of("score", "gc.alloc.rate.norm", "p0.9999", "read:p0.99")));

        assertThat(side(Map.of(A, Set.of("score"))).lacking(before))
                .containsExactly(new Absence.WithoutNumber(A, List.of("gc.alloc.rate.norm")));
    }

    @Test
    void saysHowManyOfHowMany() {
        assertThat(MissingBenchmarks.of(List.of(A), List.of(new Absence.Missing(B), new Absence.Missing(C)))
                        .sentence())
                .isEqualTo("2 of 3 benchmarks are missing.");
        assertThat(MissingBenchmarks.of(List.of(A, B), List.of(new Absence.Missing(C)))
                        .sentence())
                .isEqualTo("1 of 3 benchmarks is missing.");
        assertThat(MissingBenchmarks.of(List.of(A, B, C), List.of(new Absence.Failed(C)))
                        .sentence())
                .isEqualTo("1 of 3 benchmarks failed.");
        assertThat(MissingBenchmarks.of(List.of(A), List.of(new Absence.Failed(B), new Absence.Missing(C)))
                        .sentence())
                .isEqualTo("1 of 3 benchmarks is missing and 1 failed.");
        assertThat(MissingBenchmarks.of(List.of(), List.of(new Absence.Missing(B), new Absence.Missing(C)))
                        .sentence())
                .isEqualTo("All 2 benchmarks are missing.");
        assertThat(MissingBenchmarks.of(List.of(), List.of(new Absence.Failed(B)))
                        .sentence())
                .isEqualTo("The one benchmark failed.");
        assertThat(MissingBenchmarks.NONE.sentence()).isEmpty();
    }

    @Test
    void aBenchmarkCountsOnceHoweverManyEnvironmentsLackIt() {
        MissingBenchmarks missing =
                MissingBenchmarks.of(List.of(A, B), List.of(new Absence.Missing(C), new Absence.Missing(C)));

        assertThat(missing.sentence()).isEqualTo("1 of 3 benchmarks is missing.");
    }

    @Test
    void metricsWithoutANumberAreNamedAndNoBenchmarkIsMissing() {
        MissingBenchmarks missing = MissingBenchmarks.of(
                List.of(A, B),
                List.of(
                        new Absence.WithoutNumber(A, List.of("gc.alloc.rate.norm", "hits")),
                        new Absence.WithoutNumber(B, List.of("gc.alloc.rate.norm"))));

        assertThat(missing.any()).isFalse();
        assertThat(missing.sentence()).isEmpty();
        assertThat(missing.ofMetrics())
                .isEqualTo("gc.alloc.rate.norm has no number in 2 benchmarks, hits in 1 benchmark.");
    }

    @Test
    void jsonIsReadAsItWasWritten() {
        MissingBenchmarks missing = MissingBenchmarks.of(
                List.of(A),
                List.of(
                        new Absence.Missing(B),
                        new Absence.Failed(C),
                        new Absence.WithoutNumber(A, List.of("gc.alloc.rate.norm"))));

        assertThat(MissingJson.read(MissingJson.write(missing))).isEqualTo(missing);
    }
}
