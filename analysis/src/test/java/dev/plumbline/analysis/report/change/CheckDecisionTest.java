package dev.plumbline.analysis.report.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.audit.AuditCode;
import dev.plumbline.analysis.audit.Finding;
import dev.plumbline.analysis.model.RunTrust;
import dev.plumbline.analysis.report.change.CheckDecision.Conclusion;
import dev.plumbline.analysis.report.missing.Absence;
import dev.plumbline.analysis.report.verdict.Rows;
import dev.plumbline.analysis.report.verdict.SuiteReport;
import dev.plumbline.analysis.report.verdict.VerdictRow;
import dev.plumbline.analysis.threshold.BlockPolicy;
import dev.plumbline.analysis.threshold.BlockRule;
import dev.plumbline.analysis.threshold.MissingMode;
import dev.plumbline.analysis.verdict.Effect;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.analysis.verdict.SuiteVerdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckDecisionTest {

    private static final BlockPolicy SCORES_BY_TEN_PERCENT =
            new BlockPolicy(List.of(new BlockRule("*", "score", "*", 0.1)));

    private static VerdictRow slower(double ratio) {
        return Rows.time(Outcome.REGRESSED, "com.acme.Json.write", Map.of(), 1e-6, ratio * 1e-6);
    }

    @Test
    void aPolicyThatBlocksNothingNeverFailsAndSaysSo() {
        CheckDecision decision = Reports.report(Reports.environment(slower(3))).decision();

        assertThat(decision.conclusion()).isEqualTo(Conclusion.SUCCESS);
        assertThat(decision.reasons())
                .containsExactly(
                        "1 series got worse.", "The project's policy blocks nothing, so this check never fails.");
    }

    @Test
    void failsAboveTheEffectThatThePolicyNames() {
        assertThat(Reports.report(SCORES_BY_TEN_PERCENT, Reports.environment(slower(1.2)))
                        .decision())
                .isEqualTo(new CheckDecision(
                        Conclusion.FAILURE, List.of("The project's policy blocks on this: 1 series that got worse.")));
        assertThat(Reports.report(SCORES_BY_TEN_PERCENT, Reports.environment(slower(1.05)))
                        .decision())
                .isEqualTo(new CheckDecision(
                        Conclusion.SUCCESS, List.of("What got worse is not what the project's policy blocks on.")));
    }

    @Test
    void anotherMetricDoesNotFailIt() {
        EnvironmentReport environment =
                Reports.environment(Rows.allocation(Outcome.REGRESSED, "com.acme.Json.write", 100, 200));

        assertThat(Reports.report(SCORES_BY_TEN_PERCENT, environment).decision().conclusion())
                .isEqualTo(Conclusion.SUCCESS);
    }

    @Test
    void withoutBaselineItIsNeutral() {
        EnvironmentReport environment =
                Reports.environment("ci", BaselineNote.NONE, Rows.withoutBaseline("com.acme.Json.write"));

        assertThat(Reports.report(environment).decision().conclusion()).isEqualTo(Conclusion.NEUTRAL);
    }

    @Test
    void quarantinedNumbersDecideNothing() {
        EnvironmentReport environment =
                Reports.with(Reports.environment(slower(3)), RunTrust.QUARANTINED, SuiteReport.NONE, List.of());

        assertThat(Reports.report(SCORES_BY_TEN_PERCENT, environment).decision().conclusion())
                .isEqualTo(Conclusion.NEUTRAL);
    }

    @Test
    void mostlyInconclusiveIsNeutral() {
        EnvironmentReport environment =
                Reports.environment(Rows.noisy("com.acme.A.a", 0.1, 9), Rows.noisy("com.acme.A.b", 0.1, 9));

        assertThat(Reports.report(environment).decision().reasons())
                .contains("2 of 2 series can't be told from noise.");
    }

    @Test
    void countsThatHoldAreNoSuccessWhereNoTimeCanBeTold() {
        CheckDecision decision = Reports.report(Reports.environment(
                        Rows.noisy("com.acme.Client.call", 0.5, 40),
                        Rows.allocation(Outcome.UNCHANGED, "com.acme.Client.call", 96, 96),
                        Rows.allocation(Outcome.UNCHANGED, "com.acme.Client.stream", 32, 32)))
                .decision();

        assertThat(decision.conclusion()).isEqualTo(Conclusion.NEUTRAL);
        assertThat(decision.reasons()).first().isEqualTo("No time can be told from noise.");
    }

    @Test
    void whatMayBeBeyondTheBlockedEffectIsNeutral() {
        VerdictRow fine = Rows.time(Outcome.UNCHANGED, "com.acme.Json.write", Map.of(), 1e-6, 1e-6);
        EnvironmentReport environment = Reports.environment(fine, fine, Rows.noisy("com.acme.A.a", 0.1, 9));

        assertThat(Reports.report(SCORES_BY_TEN_PERCENT, environment).decision().conclusion())
                .as("the interval ends at +6 %")
                .isEqualTo(Conclusion.SUCCESS);
        BlockPolicy strict = new BlockPolicy(List.of(new BlockRule("*", "score", "*", 0.05)));
        assertThat(Reports.report(strict, environment).decision().conclusion()).isEqualTo(Conclusion.NEUTRAL);
    }

    @Test
    void aSuiteThatGotSlowerAsAWholeIsBlockedByTheRuleForAllScores() {
        SuiteReport suite = new SuiteReport(
                new SuiteVerdict(
                        Outcome.REGRESSED, new Effect(1.2, 1.1, 1.3), 0.98, 1.02, Double.NaN, 9, 300, 312, true),
                List.of());
        EnvironmentReport environment = Reports.with(
                Reports.environment(Rows.time(Outcome.UNCHANGED, "com.acme.A.a", Map.of(), 1e-6, 1e-6)),
                RunTrust.TOKEN,
                suite,
                List.of());

        assertThat(Reports.report(SCORES_BY_TEN_PERCENT, environment).decision().reasons())
                .containsExactly("The project's policy blocks on this: the suite as a whole got worse.");
    }

    @Test
    void anInvalidMeasurementIsNoSuccess() {
        EnvironmentReport environment = Reports.with(
                Reports.environment(Rows.time(Outcome.UNCHANGED, "com.acme.A.a", Map.of(), 1e-6, 1e-6)),
                List.of(new Finding(AuditCode.NOT_MEASURED, "No fork", 1, 1, List.of())),
                List.of());

        assertThat(Reports.report(environment).decision().conclusion()).isEqualTo(Conclusion.NEUTRAL);
    }

    @Test
    void theRankTellsWhatIsWorse() {
        ChangeReport none =
                Reports.report(Reports.environment(Rows.time(Outcome.IMPROVED, "com.acme.A.a", Map.of(), 2e-6, 1e-6)));
        ChangeReport one = Reports.report(Reports.environment(slower(1.2)));
        ChangeReport two = Reports.report(Reports.environment(slower(1.2), slower(1.3)));
        ChangeReport failing = Reports.report(SCORES_BY_TEN_PERCENT, Reports.environment(slower(1.2)));

        assertThat(none.rank()).isZero();
        assertThat(List.of(one.rank(), two.rank(), failing.rank())).isSorted();
        assertThat(one.rank()).isLessThan(two.rank());
    }

    private static EnvironmentReport lacking(EnvironmentReport environment, Absence absence) {
        return Reports.with(environment, List.of(), List.of(new BenchmarkChange.Absent(absence)));
    }

    private static final Absence LOST = new Absence.Missing(Reports.benchmark("com.acme.Json.read"));

    private static EnvironmentReport lost(double ratio) {
        VerdictRow row =
                ratio == 1 ? Rows.time(Outcome.UNCHANGED, "com.acme.Json.write", Map.of(), 1e-6, 1e-6) : slower(ratio);
        return lacking(Reports.environment(row), LOST);
    }

    @Test
    void missingBenchmarksAreNeverASuccessAndCountAsAChange() {
        ChangeReport report = Reports.report(lost(1));

        assertThat(report.decision().conclusion()).isEqualTo(Conclusion.NEUTRAL);
        assertThat(report.decision().reasons()).contains("1 of 2 benchmarks is missing.");
        assertThat(report.changed()).isTrue();
        assertThat(report.rank()).isEqualTo(1);
    }

    @Test
    void aRegressionThatBlocksFailsWhateverElseIsMissing() {
        CheckDecision decision =
                Reports.report(SCORES_BY_TEN_PERCENT, lost(1.2)).decision();

        assertThat(decision)
                .isEqualTo(new CheckDecision(
                        Conclusion.FAILURE,
                        List.of(
                                "The project's policy blocks on this: 1 series that got worse.",
                                "1 of 2 benchmarks is missing.")));
    }

    @Test
    void aPolicyMayMakeMissingBenchmarksFail() {
        CheckDecision decision =
                Reports.report(BlockPolicy.NONE, MissingMode.FAIL, lost(1)).decision();

        assertThat(decision).isEqualTo(new CheckDecision(Conclusion.FAILURE, List.of("1 of 2 benchmarks is missing.")));
    }

    @Test
    void aPolicyMayIgnoreMissingBenchmarksAndTheyAreStillNamed() {
        ChangeReport report = Reports.report(SCORES_BY_TEN_PERCENT, MissingMode.IGNORE, lost(1));

        assertThat(report.decision())
                .isEqualTo(new CheckDecision(
                        Conclusion.SUCCESS,
                        List.of(
                                "Nothing was found to have got worse.",
                                "1 of 2 benchmarks is missing. The project's policy ignores that.")));
        assertThat(report.changed()).isFalse();
    }

    @Test
    void quarantinedNumbersFailNothingByWhatTheyLack() {
        EnvironmentReport environment = Reports.with(lost(1), RunTrust.QUARANTINED, SuiteReport.NONE, List.of());

        assertThat(Reports.report(BlockPolicy.NONE, MissingMode.FAIL, environment)
                        .decision()
                        .conclusion())
                .isEqualTo(Conclusion.NEUTRAL);
    }

    @Test
    void aMetricWithoutANumberIsNeutralOnlyIfThePolicyBlocksOnIt() {
        Absence partly =
                new Absence.WithoutNumber(Reports.benchmark("com.acme.Json.write"), List.of("gc.alloc.rate.norm"));
        EnvironmentReport environment = lacking(
                Reports.environment(Rows.time(Outcome.UNCHANGED, "com.acme.Json.write", Map.of(), 1e-6, 1e-6)), partly);
        BlockPolicy allocations = new BlockPolicy(List.of(new BlockRule("*", "gc.alloc.rate.norm", "*", 0)));

        assertThat(Reports.report(SCORES_BY_TEN_PERCENT, environment).decision().conclusion())
                .isEqualTo(Conclusion.SUCCESS);
        assertThat(Reports.report(SCORES_BY_TEN_PERCENT, environment).changed()).isFalse();
        assertThat(Reports.report(allocations, environment).decision())
                .isEqualTo(new CheckDecision(
                        Conclusion.NEUTRAL,
                        List.of("The project's policy blocks on metrics that have no number: gc.alloc.rate.norm has no"
                                + " number in 1 benchmark.")));
        assertThat(Reports.report(allocations, environment).changed()).isTrue();
    }
}
