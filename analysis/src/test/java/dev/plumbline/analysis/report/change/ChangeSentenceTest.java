package dev.plumbline.analysis.report.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.report.missing.Absence;
import dev.plumbline.analysis.report.verdict.Rows;
import dev.plumbline.analysis.report.verdict.VerdictRow;
import dev.plumbline.analysis.verdict.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangeSentenceTest {

    private static final VerdictRow SAME = row(Outcome.UNCHANGED, "m0", 1.0);

    private static VerdictRow row(Outcome outcome, String method, double ratio) {
        return Rows.time(outcome, "acme.Codec." + method, Map.of(), 1e-6, ratio * 1e-6);
    }

    private static BenchmarkId benchmark(String method) {
        return Reports.benchmark("acme.Codec." + method);
    }

    private static Absence missing(String method) {
        return new Absence.Missing(benchmark(method));
    }

    private static Absence failed(String method) {
        return new Absence.Failed(benchmark(method));
    }

    private static EnvironmentReport lacking(EnvironmentReport environment, Absence... absences) {
        return Reports.with(
                environment,
                List.of(),
                Arrays.stream(absences)
                        .<BenchmarkChange>map(BenchmarkChange.Absent::new)
                        .toList());
    }

    private static String sentence(EnvironmentReport... environments) {
        return new ChangeSentence(Reports.report(environments)).text();
    }

    @Test
    void whatIsMissingComesFirst() {
        assertThat(sentence(lacking(
                        Reports.environment(SAME),
                        missing("m1"),
                        missing("m2"),
                        missing("m3"),
                        missing("m4"),
                        missing("m5"))))
                .isEqualTo("5 of 6 benchmarks are missing. The one that was measured is as fast as before.");
    }

    @Test
    void whatFailedIsCalledFailed() {
        assertThat(sentence(lacking(Reports.environment(SAME, row(Outcome.UNCHANGED, "m1", 1)), failed("m2"))))
                .isEqualTo("1 of 3 benchmarks failed. None of the 2 that were measured got slower: 2 unchanged.");
    }

    @Test
    void aRegressionBesideWhatIsMissingIsSaidOfThoseThatWereMeasured() {
        assertThat(sentence(lacking(
                        Reports.environment(SAME, row(Outcome.REGRESSED, "m1", 2)), missing("m2"), failed("m3"))))
                .isEqualTo("1 of 4 benchmarks is missing and 1 failed. 1 of the 2 that were measured got slower, 1"
                        + " unchanged.");
    }

    @Test
    void nothingIsAPassWhenEverythingIsMissing() {
        assertThat(sentence(lacking(Reports.environment(), missing("m1"), missing("m2"))))
                .isEqualTo("All 2 benchmarks are missing. Nothing was compared. This isn't a pass.");
    }

    @Test
    void namesTheEnvironmentWhereOneLacksThem() {
        EnvironmentReport other = Reports.environment("arm", Reports.MERGE_BASE, SAME);

        assertThat(sentence(Reports.environment(SAME), lacking(other, missing("m1"))))
                .startsWith("1 of 2 benchmarks is missing in arm. The one that was measured");
    }

    /** Gungraun measures fifty metrics of each benchmark, and none of them is a time. */
    @Test
    void manyMetricsInWhichNothingMovedAreCounted() {
        VerdictRow[] rows = IntStream.range(0, 50)
                .mapToObj(metric -> Rows.counted(
                        metric < 30 ? Outcome.UNCHANGED : Outcome.INCONCLUSIVE, "acme.Codec.m0", "metric" + metric))
                .toArray(VerdictRow[]::new);

        assertThat(sentence(Reports.environment(rows)))
                .isEqualTo("No benchmark is shown to have moved in 50 metrics: of their series 30 unchanged,"
                        + " 20 can't be told.");
    }

    @Test
    void ofManyMetricsThatMovedTheFirstAreNamed() {
        VerdictRow[] rows = IntStream.range(0, 12)
                .mapToObj(metric -> Rows.counted(
                        metric < 6 ? Outcome.REGRESSED : metric < 9 ? Outcome.IMPROVED : Outcome.UNCHANGED,
                        "acme.Codec.m0",
                        "metric" + metric))
                .toArray(VerdictRow[]::new);

        assertThat(sentence(Reports.environment(rows)))
                .contains("metric0", "metric3")
                .doesNotContain("metric4", "metric6")
                .contains("2 more metrics got worse, 3 got better.");
    }

    @Test
    void aMetricWithoutANumberIsNamedAfterTheRest() {
        Absence partly = new Absence.WithoutNumber(benchmark("m0"), List.of("gc.alloc.rate.norm"));

        assertThat(sentence(lacking(Reports.environment(SAME), partly)))
                .isEqualTo("The one benchmark is as fast as before. gc.alloc.rate.norm has no number in 1 benchmark.");
    }
}
