package dev.plumbline.analysis.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.analysis.judge.BaselineRuns;
import dev.plumbline.analysis.judge.JudgeSettings;
import dev.plumbline.analysis.judge.RunJudge;
import dev.plumbline.analysis.judge.Suites;
import dev.plumbline.analysis.segment.SegmentationSettings;
import dev.plumbline.analysis.subject.Subject;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.analysis.verdict.Reason;
import dev.plumbline.analysis.verdict.SuiteVerdict;
import dev.plumbline.analysis.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuiteJudgeTest {

    private static final SuiteJudge JUDGE = new SuiteJudge(JudgeSettings.defaults());

    private static SuiteVerdict last(Suites suite) {
        int runs = suite.values[0].length;
        return JUDGE.judge(suite.history(), new BaselineRuns(Math.max(0, runs - 21), runs - 1), runs - 1);
    }

    @Test
    void aRunInWhichMostBenchmarksAreSlowerIsAFindingOfTheSuite() {
        SuiteVerdict verdict = last(Suites.noisy(40, 30, 0.01, 0.005, 1).step(37, 29, 1.08));

        assertThat(verdict.outcome()).isEqualTo(Outcome.REGRESSED);
        assertThat(verdict.finding()).isTrue();
        assertThat(verdict.takenOut()).isTrue();
        assertThat(verdict.effect().ratio()).isCloseTo(1.08, within(0.015));
        assertThat(verdict.effect().low()).isBetween(1.065, verdict.effect().ratio());
        assertThat(verdict.effect().high()).isBetween(verdict.effect().ratio(), 1.095);
        assertThat(verdict.expectedHigh()).isLessThan(verdict.effect().ratio());
        assertThat(verdict.moved()).isEqualTo(37);
        assertThat(verdict.series()).isEqualTo(40);
        assertThat(verdict.baselineRuns()).isEqualTo(20);
    }

    @Test
    void fasterThroughoutIsAnImprovement() {
        assertThat(last(Suites.noisy(20, 30, 0.01, 0.005, 2).step(20, 29, 0.9)).outcome())
                .isEqualTo(Outcome.IMPROVED);
    }

    @Test
    void whatTheHistoryPredictsIsNoFinding() {
        SuiteVerdict verdict = last(Suites.noisy(40, 30, 0.01, 0.08, 3));

        assertThat(verdict.finding()).isFalse();
        assertThat(verdict.known()).isTrue();
        assertThat(verdict.expectedLow()).isLessThan(0.9);
    }

    /**
     * Over suites in which nothing changed, a nominal 2 % of runs are findings. 400 runs of which each is a finding with
     * probability 2 % give at most 18 in 99.9 % of cases (SciPy: binom.ppf(.999, 400, .02) = 18).
     */
    @Test
    void unchangedSuitesAreHardlyEverFindings() {
        int findings = 0;
        for (int seed = 0; seed < 400; seed++) {
            findings += last(Suites.noisy(12, 26, 0.02, 0.02, 1_000 + seed)).finding() ? 1 : 0;
        }
        assertThat(findings).isLessThanOrEqualTo(18);
    }

    @Test
    void withoutAMovementThereIsNothingToSay() {
        assertThat(last(Suites.noisy(4, 30, 0.01, 0.05, 4))).isEqualTo(SuiteVerdict.NONE);
        assertThat(last(Suites.noisy(20, 4, 0.01, 0.05, 5))).isEqualTo(SuiteVerdict.NONE);
        assertThat(SuiteVerdict.NONE.known()).isFalse();
        assertThat(SuiteVerdict.NONE.finding()).isFalse();
    }

    private record Judged(SuiteVerdict suite, List<Verdict> series) {}

    /** The last run judged as a server does it. */
    private static Judged judged(Suites suite) {
        List<AlignedSeries> aligned = suite.series();
        int candidate = suite.values[0].length - 1;
        SuiteHistory found = SuiteHistory.of(aligned, SegmentationSettings.defaults());
        BaselineRuns baseline = new BaselineRuns(Math.max(0, candidate - 20), candidate);
        SuiteVerdict verdict = JUDGE.judge(found, baseline, candidate);
        SuiteHistory history = found.assuming(candidate, verdict);
        List<Subject> subjects = new ArrayList<>();
        for (int which = 0; which < aligned.size(); which++) {
            List<double[]> runs = history.under(which, candidate);
            subjects.add(new Subject(
                    aligned.get(which).metric(), runs.subList(baseline.from(), candidate), runs.get(candidate)));
        }
        List<Verdict> verdicts =
                new RunJudge(JudgeSettings.defaults()).judge(subjects).series();
        return new Judged(
                verdict.known() ? verdict : JUDGE.warning(subjects, verdicts),
                JUDGE.inLightOf(verdict.known() ? verdict : JUDGE.warning(subjects, verdicts), subjects, verdicts));
    }

    @Test
    void benchmarksThatMovedWithTheSuiteAreNoFindingsAndThoseThatStayedNoImprovements() {
        Judged judged = judged(Suites.noisy(40, 30, 0.01, 0.003, 6).step(32, 29, 1.10));

        assertThat(judged.suite().outcome()).isEqualTo(Outcome.REGRESSED);
        assertThat(judged.suite().moved()).isEqualTo(32);
        assertThat(judged.series())
                .filteredOn(verdict -> verdict.outcome() == Outcome.REGRESSED || verdict.outcome() == Outcome.IMPROVED)
                .isEmpty();
    }

    @Test
    void aBenchmarkApartFromTheOthersStaysAFinding() {
        Judged judged =
                judged(Suites.noisy(40, 30, 0.01, 0.003, 7).step(40, 29, 1.08).step(5, 6, 29, 1.3));

        assertThat(judged.suite().finding()).isTrue();
        assertThat(judged.series().get(5).outcome()).isEqualTo(Outcome.REGRESSED);
        assertThat(judged.series())
                .filteredOn(verdict -> verdict.outcome() == Outcome.REGRESSED)
                .hasSize(1);
    }

    @Test
    void benchmarksThatTakeTheSameCauseDifferentlyAreNotDecided() {
        Suites suite = Suites.noisy(20, 30, 0.005, 0.003, 8);
        for (int which = 0; which < 20; which++) {
            suite = suite.step(which, which + 1, 29, 1.04 + 0.008 * which);
        }
        Judged judged = judged(suite);

        assertThat(judged.suite().outcome()).isEqualTo(Outcome.REGRESSED);
        assertThat(judged.suite().effect().high() - judged.suite().effect().low())
                .isLessThan(0.1);
        assertThat(judged.series())
                .noneMatch(verdict -> verdict.outcome() == Outcome.REGRESSED || verdict.outcome() == Outcome.IMPROVED);
        assertThat(judged.series()).anyMatch(verdict -> verdict.reasons().contains(Reason.MOVED_WITH_SUITE));
    }

    @Test
    void sharedNoiseNoLongerHidesAStepOfOne() {
        Suites suite = Suites.noisy(40, 30, 0.01, 0.06, 9).step(1, 29, 1.17);
        List<Subject> asMeasured = suite.series().stream()
                .map(series -> new Subject(
                        series.metric(),
                        series.runs().subList(9, 29),
                        series.runs().get(29)))
                .toList();

        assertThat(new RunJudge(JudgeSettings.defaults())
                        .judge(asMeasured)
                        .series()
                        .get(0)
                        .outcome())
                .isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(judged(suite).series().get(0).outcome()).isEqualTo(Outcome.REGRESSED);
    }

    @Test
    void withTooLittleHistoryMostMovingOneWayIsAWarningAndNothingIsTakenOut() {
        Suites suite = Suites.noisy(12, 4, 0.002, 0.002, 10).step(11, 3, 1.10);
        Judged judged = judged(suite);

        assertThat(judged.suite().warning()).isTrue();
        assertThat(judged.suite().finding()).isFalse();
        assertThat(judged.suite().moved()).isEqualTo(11);
        assertThat(judged.suite().effect().ratio()).isCloseTo(1.10, within(0.01));
        assertThat(judged.series())
                .filteredOn(verdict -> verdict.outcome() == Outcome.REGRESSED)
                .hasSizeGreaterThan(5);
    }

    @Test
    void aLargeSuiteThatMovedIsOneFindingWhateverItsHistory() {
        Judged judged =
                judged(Suites.noisy(40, 4, 0.002, 0.002, 12).step(36, 3, 1.08).step(3, 4, 3, 1.4));

        assertThat(judged.suite().finding()).isTrue();
        assertThat(judged.suite().takenOut()).isFalse();
        assertThat(judged.suite().outcome()).isEqualTo(Outcome.REGRESSED);
        assertThat(judged.suite().moved()).isEqualTo(36);
        assertThat(judged.suite().effect().ratio()).isCloseTo(1.08, within(0.01));
        assertThat(judged.series().get(3).outcome()).isEqualTo(Outcome.REGRESSED);
        assertThat(judged.series())
                .filteredOn(verdict -> verdict.outcome().changed())
                .hasSize(1);
        assertThat(judged.series().get(0).reasons()).contains(Reason.MOVED_WITH_SUITE);
        assertThat(judged.series().get(39).outcome()).isNotEqualTo(Outcome.IMPROVED);
    }

    @Test
    void aLargeSuiteOfWhichAMinorityMovedIsNoFinding() {
        Judged judged = judged(Suites.noisy(40, 4, 0.002, 0.002, 13).step(25, 3, 1.08));

        assertThat(judged.suite().finding()).isFalse();
        assertThat(judged.series())
                .filteredOn(verdict -> verdict.outcome() == Outcome.REGRESSED)
                .hasSizeGreaterThan(15);
    }

    @Test
    void withTooLittleHistoryAndNoCommonMovementThereIsNoWarning() {
        assertThat(judged(Suites.noisy(12, 4, 0.03, 0, 11)).suite()).isEqualTo(SuiteVerdict.NONE);
    }
}
