package dev.plumbline.analysis.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Unit;
import dev.plumbline.analysis.stats.Median;
import dev.plumbline.analysis.subject.AssumedNoise;
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

class AssumedNoiseTest {

    private static final Metric TIME = new Metric(Metric.SCORE, Unit.of("s/op"));
    private static final Metric BYTES = new Metric("gc.alloc.rate.norm", Unit.of("B/op"));
    private static final double SUITES = 2000;

    private final RunJudge judge = new RunJudge(JudgeSettings.defaults());

    /** s = log 1.03, so the standard error is s √2 = 0.0418 and the half width 1.960 of it, 0.0819. */
    @Test
    void judgesOneForkAgainstOne() {
        Verdict verdict = one(TIME, 1, 1.2, AssumedNoise.said(0.03));
        assertThat(verdict.outcome()).isEqualTo(Outcome.REGRESSED);
        assertThat(verdict.method()).isEqualTo(Method.ASSUMED_NOISE);
        assertThat(verdict.reasons()).containsExactly(Reason.ASSUMED_NOISE);
        assertThat(verdict.effect().ratio()).isCloseTo(1.2, within(1e-12));
        assertThat(Math.log(verdict.effect().high() / 1.2)).isCloseTo(0.0819, within(1e-4));
        // log 1.2 / 0.0418 = 4.361; the two-sided tail of the normal distribution beyond it is 1.29e-5.
        assertThat(verdict.evidence().pValue()).isCloseTo(1.29e-5, within(2e-7));
        // (1.960 + 0.842) 0.0418 = 0.1171, which is 12.4 %.
        assertThat(verdict.evidence().smallestDetectableChange()).isCloseTo(0.124, within(5e-4));

        assertThat(one(TIME, 1, 0.8, AssumedNoise.said(0.03)).outcome()).isEqualTo(Outcome.IMPROVED);
        assertThat(one(TIME, 1, 1.05, AssumedNoise.said(0.03)).reasons())
                .containsExactly(Reason.ASSUMED_NOISE, Reason.RUNS_DIFFER);
        // Of a machine with 0.5 %, the half width is 1.4 %, within the 2 % that are relevant.
        assertThat(one(TIME, 1, 1.003, AssumedNoise.said(0.005)).outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(one(TIME, 1, 1.2, AssumedNoise.NONE).reasons()).containsExactly(Reason.ONE_FORK);
    }

    /** 24 bytes where there were none are more than any share of nothing, and 10⁻⁴ is as little as 10⁻⁶. */
    @Test
    void comparesCountsNearZeroByTheirResolution() {
        assertThat(one(BYTES, 1e-6, 24, AssumedNoise.said(0.03)).outcome()).isEqualTo(Outcome.REGRESSED);
        Verdict nothing = one(BYTES, 1e-6, 1e-4, AssumedNoise.said(0.03));
        assertThat(nothing.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(nothing.method()).isEqualTo(Method.NEAR_EXACT);
    }

    @Test
    void takesTheWiderOfWhatIsAssumedAndWhatTheForksShow() {
        List<double[]> calm = List.of(new double[] {1, 1.001, 0.999});
        List<double[]> slower = List.of(new double[] {1.05, 1.051, 1.049});
        List<double[]> wild = List.of(new double[] {1, 2, 0.5});
        AssumedNoise noise = AssumedNoise.said(0.03);
        Verdict assumed = judge.judge(List.of(new Subject(TIME, calm, slower).assuming(noise)))
                .series()
                .get(0);
        assertThat(assumed.method()).isEqualTo(Method.ASSUMED_NOISE);
        assertThat(assumed.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        Verdict measured = judge.judge(List.of(new Subject(TIME, calm, wild).assuming(noise)))
                .series()
                .get(0);
        assertThat(measured.method()).isEqualTo(Method.MODERATED_T);
    }

    /** What a history knows of few runs is worth less than what is said: t with 4 degrees of freedom has 2.776 instead of 1.960. */
    @Test
    void countsTheRunsThatNoiseWasEstimatedFrom() {
        Verdict verdict = one(TIME, 1, 1.2, new AssumedNoise(0.03, 4));
        assertThat(Math.log(verdict.effect().high() / 1.2)).isCloseTo(2.776 * 0.03 * Math.sqrt(2), within(1e-4));
    }

    @Test
    void raisesNoMoreFalseAlarmsThanStated() {
        SplittableRandom random = new SplittableRandom(7);
        int alarms = 0;
        int significant = 0;
        for (int suite = 0; suite < SUITES; suite++) {
            List<Verdict> verdicts = judge.judge(suite(random, 0, 0.03)).series();
            alarms += verdicts.stream().anyMatch(each -> each.outcome() != Outcome.INCONCLUSIVE) ? 1 : 0;
            significant += (int) verdicts.stream()
                    .filter(each -> each.evidence().pValue() < 0.05)
                    .count();
        }
        // If nothing changed, a suite has a finding with the false discovery rate, 2.5 %; four standard errors in 2,000
        // suites are 4·√(0.025·0.975/2000) = 1.4 %.
        assertThat(alarms / SUITES).isLessThan(0.025 + 0.014);
        // Of 40,000 comparisons 5 % are significant alone, and four standard errors are 0.44 %.
        assertThat(significant / (20 * SUITES)).isCloseTo(0.05, within(0.0044));
    }

    /** The noise of ten runs is known badly, and t with few degrees of freedom makes up for it. */
    @Test
    void raisesNoMoreFalseAlarmsWithTheNoiseOfAHistory() {
        SplittableRandom random = new SplittableRandom(9);
        int alarms = 0;
        int significant = 0;
        for (int suite = 0; suite < SUITES; suite++) {
            List<Subject> subjects = new ArrayList<>();
            for (Subject each : suite(random, 0, 0.03)) {
                double[] history = new double[10];
                Arrays.setAll(history, run -> 0.03 * random.nextGaussian());
                double median = Median.of(history);
                double[] distances = Arrays.stream(history)
                        .map(value -> Math.abs(value - median))
                        .toArray();
                subjects.add(each.assuming(AssumedNoise.ofHistory(1.4826 * 10 / 9.2 * Median.of(distances), 10)));
            }
            List<Verdict> verdicts = judge.judge(subjects).series();
            alarms += verdicts.stream().anyMatch(each -> each.outcome() != Outcome.INCONCLUSIVE) ? 1 : 0;
            significant += (int) verdicts.stream()
                    .filter(each -> each.evidence().pValue() < 0.05)
                    .count();
        }
        assertThat(alarms / SUITES).isLessThan(0.025 + 0.014);
        assertThat(significant / (20 * SUITES)).isLessThan(0.05 + 0.0044);
    }

    @Test
    void findsTheSmallestDetectableChangeAsOftenAsStated() {
        SplittableRandom random = new SplittableRandom(8);
        double detectable = Math.log1p(one(TIME, 1, 1, new AssumedNoise(0.03, Double.POSITIVE_INFINITY))
                .evidence()
                .smallestDetectableChange());
        int found = 0;
        for (int suite = 0; suite < 200; suite++) {
            found += (int) judge.judge(suite(random, detectable, 0.03)).series().stream()
                    .filter(each -> each.evidence().pValue() < 0.05)
                    .count();
        }
        // Four standard errors of 80 % in 4,000: 4·√(0.8·0.2/4000) = 2.5 %.
        assertThat(found / 4000.0).isCloseTo(0.8, within(0.025));
    }

    /** Twenty series of one fork a side, all moved by the same effect. */
    private static List<Subject> suite(SplittableRandom random, double effect, double deviation) {
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            subjects.add(new Subject(
                            TIME,
                            List.of(new double[] {Math.exp(deviation * random.nextGaussian())}),
                            List.of(new double[] {Math.exp(effect + deviation * random.nextGaussian())}))
                    .assuming(new AssumedNoise(deviation, Double.POSITIVE_INFINITY)));
        }
        return subjects;
    }

    private Verdict one(Metric metric, double baseline, double candidate, AssumedNoise noise) {
        return judge.judge(List.of(new Subject(metric, List.of(new double[] {baseline}), new double[] {candidate})
                        .assuming(noise)))
                .series()
                .get(0);
    }
}
