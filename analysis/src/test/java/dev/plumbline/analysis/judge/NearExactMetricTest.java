package dev.plumbline.analysis.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Unit;
import dev.plumbline.analysis.subject.Subject;
import dev.plumbline.analysis.verdict.Method;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.analysis.verdict.Reason;
import dev.plumbline.analysis.verdict.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class NearExactMetricTest {

    private static final Metric ALLOCATION = new Metric("gc.alloc.rate.norm", Unit.of("B/op"));
    private static final Metric INSTRUCTIONS = new Metric("instructions", Unit.of("#/op"));

    private static final List<double[]> CALM =
            List.of(new double[] {24.0003, 24.0005, 24.0012}, new double[] {24.0004, 24.0004, 24.0011}, new double[] {
                24.0003, 24.0009, 24.0006
            });

    @Test
    void sixteenBytesMoreAreARegression() {
        Verdict verdict = judge(ALLOCATION, CALM, 40.0004, 40.0009, 40.0011);
        assertThat(verdict.outcome()).isEqualTo(Outcome.REGRESSED);
        assertThat(verdict.method()).isEqualTo(Method.NEAR_EXACT);
        assertThat(verdict.effect().ratio()).isCloseTo(40.0 / 24, within(1e-3));
        assertThat(verdict.evidence().pValue()).isNaN();
    }

    @Test
    void sixteenBytesMoreAreSeenAgainstOneRunToo() {
        assertThat(judge(ALLOCATION, CALM.subList(0, 1), 40.0004, 40.0009, 40.0011)
                        .outcome())
                .isEqualTo(Outcome.REGRESSED);
    }

    @Test
    void jitterOfTheCollectorIsUnchanged() {
        assertThat(judge(ALLOCATION, CALM, 24.0031, 24.0002, 24.0107).outcome()).isEqualTo(Outcome.UNCHANGED);
        List<double[]> large = List.of(new double[] {12_345.1, 12_346.0, 12_344.8}, new double[] {12_345.9, 12_344.9});
        assertThat(judge(ALLOCATION, large, 12_347.3, 12_345.2, 12_343.9).outcome())
                .isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void fromNothingToAnObjectIsARegressionWithoutARatio() {
        List<double[]> nothing = List.of(new double[] {1e-4, 3e-5, 2e-4}, new double[] {5e-5, 0, 1e-4});
        Verdict verdict = judge(ALLOCATION, nothing, 24.0002, 24.0001, 24.0004);
        assertThat(verdict.outcome()).isEqualTo(Outcome.REGRESSED);
        assertThat(verdict.effect().ratio()).isNaN();
        assertThat(verdict.reasons()).contains(Reason.BASELINE_NEAR_ZERO);
    }

    @Test
    void fromNothingToThreeTimesNothingIsUnchanged() {
        List<double[]> nothing = List.of(new double[] {1e-5, 1e-5, 1.1e-5}, new double[] {1e-5, 1e-5, 1e-5});
        assertThat(judge(ALLOCATION, nothing, 3e-5, 3e-5, 3.1e-5).outcome()).isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void fromAnObjectToNothingIsAnImprovement() {
        Verdict verdict = judge(ALLOCATION, CALM, 1e-4, 2e-4, 1e-4);
        assertThat(verdict.outcome()).isEqualTo(Outcome.IMPROVED);
        assertThat(verdict.effect().ratio()).isNaN();
        assertThat(verdict.reasons()).containsExactly(Reason.CANDIDATE_NEAR_ZERO);
    }

    @Test
    void aChangeOfSignBlamesNeitherSideForBeingZero() {
        List<double[]> below = List.of(new double[] {-24, -24, -24}, new double[] {-24, -24, -24});
        assertThat(judge(ALLOCATION, below, 24, 24, 24).reasons()).containsExactly(Reason.NOT_POSITIVE);
    }

    @Test
    void aCounterWithoutADirectionOnlyChanges() {
        Metric hits = new Metric("hits", Unit.of("#"));
        List<double[]> before = List.of(new double[] {1000, 1000, 1000});
        assertThat(judge(hits, before, 700, 700, 700).outcome()).isEqualTo(Outcome.CHANGED);
        assertThat(judge(hits, before, 1400, 1400, 1400).outcome()).isEqualTo(Outcome.CHANGED);
        assertThat(judge(hits.with(Direction.HIGHER_IS_BETTER), before, 700, 700, 700)
                        .outcome())
                .isEqualTo(Outcome.REGRESSED);
    }

    @Test
    void escapeAnalysisGoingEitherWayDoesNotFlap() {
        List<double[]> both = List.of(
                new double[] {24.0, 40.0, 24.0}, new double[] {40.0, 24.0, 24.0}, new double[] {24.0, 24.0, 40.0});
        assertThat(judge(ALLOCATION, both, 40.0, 40.0, 24.0).outcome()).isNotEqualTo(Outcome.REGRESSED);
        assertThat(judge(ALLOCATION, CALM, 24.0, 40.0, 24.0).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    }

    @Test
    void instructionsAreTestedExactlyWhenTheyBehaveSo() {
        List<double[]> calm = List.of(new double[] {152_301.2, 152_310.9}, new double[] {152_299.1, 152_315.4});
        Verdict verdict = judge(INSTRUCTIONS, calm, 153_900.0, 153_950.0);
        assertThat(verdict.method()).isEqualTo(Method.NEAR_EXACT);
        assertThat(verdict.outcome()).isEqualTo(Outcome.REGRESSED);
        List<double[]> noisy = List.of(new double[] {150_000, 160_000}, new double[] {140_000, 155_000});
        assertThat(judge(INSTRUCTIONS, noisy, 153_900.0, 153_950.0).method()).isEqualTo(Method.MODERATED_T);
    }

    @Test
    void timeIsNeverExactHoweverCalm() {
        List<double[]> calm = List.of(new double[] {1.00001, 1.00002}, new double[] {1.00001, 1.00002});
        assertThat(judge(new Metric(Metric.SCORE, Unit.of("ns/op")), calm, 1.00001, 1.00002)
                        .method())
                .isEqualTo(Method.MODERATED_T);
    }

    private static Verdict judge(Metric metric, List<double[]> baseline, double... candidate) {
        return new RunJudge(JudgeSettings.defaults())
                .judge(List.of(new Subject(metric, baseline, candidate)))
                .series()
                .get(0);
    }
}
