package dev.plumbline.analysis.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Unit;
import dev.plumbline.analysis.subject.Subject;
import dev.plumbline.analysis.verdict.Method;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.analysis.verdict.Reason;
import dev.plumbline.analysis.verdict.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RunJudgeTest {

    private static final Metric TIME = new Metric(Metric.SCORE, Unit.of("ns/op"));
    private static final Metric THROUGHPUT = new Metric(Metric.SCORE, Unit.of("ops/ms"));

    private final RunJudge judge = new RunJudge(JudgeSettings.defaults());

    @Test
    void callsAClearSlowdownARegressionWithItsEvidence() {
        Verdict verdict = one(TIME, List.of(forks(1.00, 1.01, 0.99)), 1.30, 1.31, 1.29);
        assertThat(verdict.outcome()).isEqualTo(Outcome.REGRESSED);
        assertThat(verdict.method()).isEqualTo(Method.MODERATED_T);
        assertThat(verdict.effect().ratio()).isCloseTo(1.30, within(0.001));
        assertThat(verdict.effect().low()).isBetween(1.2, 1.30);
        assertThat(verdict.effect().high()).isBetween(1.30, 1.4);
        assertThat(verdict.evidence().adjusted()).isLessThan(0.05);
        assertThat(verdict.reasons()).containsExactly(Reason.ONE_BASELINE_RUN);
    }

    @Test
    void turnsTheVerdictWithTheDirection() {
        assertThat(one(THROUGHPUT, List.of(forks(1.00, 1.01, 0.99)), 1.30, 1.31, 1.29)
                        .outcome())
                .isEqualTo(Outcome.IMPROVED);
        assertThat(one(THROUGHPUT, List.of(forks(1.00, 1.01, 0.99)), 0.70, 0.71, 0.69)
                        .outcome())
                .isEqualTo(Outcome.REGRESSED);
    }

    @Test
    void calmHistoryMakesUnchangedAStatement() {
        List<double[]> history = new ArrayList<>();
        for (int run = 0; run < 8; run++) {
            history.add(forks(1.000 + 0.0005 * run, 1.001, 0.999));
        }
        Verdict verdict = one(TIME, history, 1.001, 1.000, 1.002);
        assertThat(verdict.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(verdict.effect().low()).isGreaterThan(1 / 1.02);
        assertThat(verdict.effect().high()).isLessThan(1.02);
    }

    @Test
    void tooMuchScatterIsInconclusiveAndSaysHowManyForksWouldSettleIt() {
        Verdict verdict = one(TIME, List.of(forks(1.0, 1.2, 0.9)), 1.1, 0.95, 1.25);
        assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(verdict.evidence().smallestDetectableChange()).isGreaterThan(0.2);
        assertThat(verdict.remedy().forks()).isGreaterThan(3);
        assertThat(verdict.reasons()).contains(Reason.TOO_FEW_FORKS);
    }

    @Test
    void oneForkWithoutHistoryIsAlwaysInconclusive() {
        Verdict verdict = one(TIME, List.of(forks(1)), 100);
        assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(verdict.reasons()).containsExactly(Reason.ONE_FORK);
        assertThat(verdict.effect().ratio()).isCloseTo(100, within(1e-9));
    }

    @Test
    void oneForkWithHistoryIsJudgedByTheRunsBefore() {
        List<double[]> history = new ArrayList<>();
        for (int run = 0; run < 12; run++) {
            history.add(forks(1 + 0.01 * (run % 3)));
        }
        assertThat(one(TIME, history, 1.5).outcome()).isEqualTo(Outcome.REGRESSED);
        assertThat(one(TIME, history, 1.01).outcome()).isNotEqualTo(Outcome.REGRESSED);
    }

    @Test
    void noBaselineIsLoudAndNeverAPass() {
        Verdict verdict = one(TIME, List.of(), 1, 2, 3);
        assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(verdict.method()).isEqualTo(Method.NONE);
        assertThat(verdict.baseline().value()).isNaN();
        assertThat(verdict.reasons()).containsExactly(Reason.NO_BASELINE);
    }

    @Test
    void runsThatDifferMoreThanForksAreNoEvidenceOfAChange() {
        // Inside each run the forks agree to 0.1 %, but runs lie ± 10 % apart: a candidate at + 12 % is nothing new.
        List<double[]> history = new ArrayList<>();
        for (double level : new double[] {1.0, 1.1, 0.92, 1.08, 0.95, 1.03, 0.9, 1.1}) {
            history.add(forks(level, level * 1.001, level * 0.999));
        }
        Verdict verdict = one(TIME, history, 1.12, 1.121, 1.119);
        assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(verdict.reasons()).contains(Reason.RUNS_DIFFER);
    }

    @Test
    void levelsAreGeometricSoThatTheirQuotientIsTheRatio() {
        // Baseline √(1·4) = 2 and √(2·8) = 4, together √8; candidate ∛(3·6·12) = 6.
        Verdict verdict = one(TIME, List.of(forks(1, 4), forks(2, 8)), 3, 6, 12);
        assertThat(verdict.baseline().value()).isCloseTo(Math.sqrt(8), within(1e-12));
        assertThat(verdict.candidate().value()).isCloseTo(6, within(1e-12));
        assertThat(verdict.effect().ratio())
                .isCloseTo(verdict.candidate().value() / verdict.baseline().value(), within(1e-12));
    }

    @Test
    void reRunsOfTheCandidateArePooledAndNarrowTheInterval() {
        List<double[]> history = List.of(forks(1, 1.01), forks(1.02, 1.03), forks(0.98, 0.99), forks(1, 1.02));
        double[] run = {1.05, 1.06};
        Verdict once = one(TIME, history, run);
        Verdict thrice = judge.judge(
                        List.of(new Subject(TIME, history, List.of(run, forks(1.03, 1.08), forks(1.06, 1.05)))))
                .series()
                .get(0);
        assertThat(thrice.candidate().runs()).isEqualTo(3);
        assertThat(thrice.candidate().forks()).isEqualTo(6);
        assertThat(thrice.effect().high() / thrice.effect().low())
                .isLessThan(once.effect().high() / once.effect().low());
        assertThat(thrice.evidence().pValue()).isLessThan(once.evidence().pValue());
    }

    @Test
    void reRunsThatDifferMoreThanTheirForksWidenTheInterval() {
        // Forks agree to 0.1 %, but two runs of the candidate lie 10 % apart: the baseline's one run may be as far off.
        List<double[]> baseline = List.of(forks(1, 1.001, 0.999));
        Verdict verdict = judge.judge(List.of(
                        new Subject(TIME, baseline, List.of(forks(1.05, 1.051, 1.049), forks(1.15, 1.151, 1.149)))))
                .series()
                .get(0);
        assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(verdict.reasons()).doesNotContain(Reason.ONE_BASELINE_RUN);
    }

    @Test
    void twoRunsOfOneForkAgainstOneAreCompared() {
        Verdict verdict = judge.judge(List.of(new Subject(TIME, List.of(forks(1)), List.of(forks(1.01), forks(1.02)))))
                .series()
                .get(0);
        assertThat(verdict.method()).isEqualTo(Method.MODERATED_T);
    }

    @Test
    void comparesZerosAndNegativesByDifference() {
        Verdict verdict = one(TIME, List.of(forks(0, 1, -1), forks(0, 0.5, -0.5)), 50, 51, 49);
        assertThat(verdict.outcome()).isEqualTo(Outcome.REGRESSED);
        assertThat(verdict.reasons()).contains(Reason.NOT_POSITIVE);
    }

    @Test
    void noValueCrashesIt() {
        double[][] rows = {
            {},
            {0},
            {-1, -1},
            {0, 0, 0},
            {5, 5, 5},
            {Double.NaN},
            {Double.NaN, 1, 2},
            {1e308, 1e308},
            {4.9e-324, 1e-300},
            {Double.POSITIVE_INFINITY, 1},
            {1, 1.0000000001}
        };
        for (Metric metric : List.of(TIME, new Metric("gc.alloc.rate.norm", Unit.of("B/op")))) {
            List<Subject> subjects = new ArrayList<>();
            for (double[] candidate : rows) {
                for (double[] first : rows) {
                    for (double[] second : rows) {
                        subjects.add(new Subject(metric, List.of(first, second), candidate));
                        subjects.add(new Subject(metric, List.of(first), candidate));
                    }
                }
            }
            RunVerdict verdict = judge.judge(subjects);
            assertThat(verdict.series()).hasSameSizeAs(subjects);
            for (Subject subject : subjects) {
                assertThat(judge.judge(List.of(subject)).series()).hasSize(1);
            }
        }
    }

    @Test
    void constantsThatAgreeAreUnchanged() {
        List<double[]> history = List.of(forks(5, 5, 5), forks(5, 5, 5), forks(5, 5, 5), forks(5, 5, 5));
        assertThat(one(TIME, history, 5, 5, 5).outcome()).isNotIn(Outcome.REGRESSED, Outcome.IMPROVED);
    }

    @Test
    void scalingBothSidesChangesNothing() {
        for (List<Subject> suite : suites()) {
            List<Subject> scaled = suite.stream()
                    .map(subject -> new Subject(
                            subject.metric(),
                            subject.baseline().stream()
                                    .map(RunJudgeTest::thousandfold)
                                    .toList(),
                            subject.candidate().stream()
                                    .map(RunJudgeTest::thousandfold)
                                    .toList()))
                    .toList();
            assertSameTests(judge.judge(suite), judge.judge(scaled), 1);
        }
    }

    @Test
    void swappingTheSidesTurnsTheEffectRound() {
        for (List<Subject> suite : suites()) {
            List<Subject> swapped = suite.stream()
                    .map(subject -> new Subject(
                            subject.metric(), /* baseline= */ subject.candidate(), /* candidate= */ subject.baseline()))
                    .toList();
            assertSameTests(judge.judge(suite), judge.judge(swapped), -1);
        }
    }

    @Test
    void theOrderOfForksChangesNothing() {
        for (List<Subject> suite : suites()) {
            List<Subject> reversed = suite.stream()
                    .map(subject -> new Subject(
                            subject.metric(),
                            subject.baseline().stream()
                                    .map(RunJudgeTest::reversed)
                                    .toList(),
                            subject.candidate().stream()
                                    .map(RunJudgeTest::reversed)
                                    .toList()))
                    .toList();
            assertSameTests(judge.judge(suite), judge.judge(reversed), 1);
        }
    }

    @Test
    void summarisesTheSuiteByItsGeometricMeanTurnedTowardsWorse() {
        // Time twice as long and throughput halved are both worse by 2; the mean of log 2 and log 2 is log 2.
        RunVerdict verdict = judge.judge(List.of(
                new Subject(TIME, List.of(forks(1, 1.001, 0.999)), forks(2, 2.002, 1.998)),
                new Subject(THROUGHPUT, List.of(forks(2, 2.002, 1.998)), forks(1, 1.001, 0.999))));
        assertThat(verdict.summary().known()).isTrue();
        assertThat(verdict.summary().ratio()).isCloseTo(2, within(1e-9));
        assertThat(verdict.comparisons()).isEqualTo(2);
    }

    private Verdict one(Metric metric, List<double[]> baseline, double... candidate) {
        return judge.judge(List.of(new Subject(metric, baseline, candidate)))
                .series()
                .get(0);
    }

    private static double[] forks(double... forks) {
        return forks;
    }

    private static double[] thousandfold(double[] values) {
        return Arrays.stream(values).map(value -> 1000 * value).toArray();
    }

    private static double[] reversed(double[] values) {
        double[] reversed = values.clone();
        for (int i = 0; i < values.length; i++) {
            reversed[i] = values[values.length - 1 - i];
        }
        return reversed;
    }

    private static List<List<Subject>> suites() {
        SplittableRandom random = new SplittableRandom(5);
        List<List<Subject>> suites = new ArrayList<>();
        for (int size : new int[] {1, 2, 5, 40}) {
            List<Subject> suite = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                suite.add(new Subject(TIME, List.of(run(random)), run(random)));
            }
            suites.add(suite);
        }
        return suites;
    }

    private static double[] run(SplittableRandom random) {
        return random.doubles(3, 0.8, 1.2).toArray();
    }

    private static void assertSameTests(RunVerdict left, RunVerdict right, int sign) {
        for (int i = 0; i < left.series().size(); i++) {
            Verdict one = left.series().get(i);
            Verdict other = right.series().get(i);
            assertThat(other.evidence().pValue()).isCloseTo(one.evidence().pValue(), within(1e-9));
            assertThat(other.evidence().adjusted()).isCloseTo(one.evidence().adjusted(), within(1e-9));
            assertThat(Math.log(other.effect().ratio()))
                    .isCloseTo(sign * Math.log(one.effect().ratio()), within(1e-9));
        }
    }
}
