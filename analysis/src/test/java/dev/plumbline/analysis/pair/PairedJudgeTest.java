package dev.plumbline.analysis.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.analysis.judge.JudgeSettings;
import dev.plumbline.analysis.judge.RunJudge;
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
import java.util.Random;
import org.junit.jupiter.api.Test;

class PairedJudgeTest {

    private static final Metric TIME = new Metric(Metric.SCORE, Unit.of("s/op"));
    private static final Metric THROUGHPUT = new Metric(Metric.SCORE, Unit.of("ops/s"));
    private static final Metric ALLOCATION = new Metric("gc.alloc.rate.norm", Unit.of("B/op"));

    private final PairedJudge judge = new PairedJudge(JudgeSettings.defaults());

    private Verdict only(Metric metric, double[] baseline, double[] candidate) {
        return judge.judge(List.of(new PairedSubject(metric, baseline, candidate)))
                .series()
                .get(0);
    }

    /**
     * Differences of logarithms 0.10, 0.14, 0.06, 0.10: mean 0.1, variance 0.0032 / 3. The suite is this one series, so that
     * its prior is fitted from it and from the built-in one (1 degree of freedom around 2 · 3.2e-4) as five further
     * series. SciPy: with e = log s² − ψ(3/2) + log(3/2) = -6.474242 and likewise e₀ = -6.083680 of the built-in, location =
     * (e + 5 e₀) / 6 = -6.148773, excess = ((e − location)² − ψ′(3/2) + 5 ((e₀ − location)² + ψ′(1/2))) / 5 = 4.773265,
     * so d₀ = 2 ψ′⁻¹(4.773265) = 1.019748 and s₀² = exp(location + ψ(d₀/2) − log(d₀/2)) = 6.169202e-4; the variance is
     * (d₀ s₀² + 0.0032) / (d₀ + 3) = 9.525731e-4, t = 0.1 / √(variance / 4) = 6.480088 with 4.019748 degrees of freedom, p =
     * 0.002873669. Of four pairs that is 0.002873669 (0.05 / 0.002873669)^(1/4) = 0.005869080.
     */
    @Test
    void theMeanDifferenceIsJudgedByTheShrunkScatterOfTheDifferences() {
        double[] baseline = {1, 1.3, 0.8, 1.1};
        double[] candidate = {Math.exp(0.10), 1.3 * Math.exp(0.14), 0.8 * Math.exp(0.06), 1.1 * Math.exp(0.10)};

        Verdict verdict = only(TIME, baseline, candidate);

        assertThat(verdict.method()).isEqualTo(Method.PAIRED_T);
        assertThat(verdict.outcome()).isEqualTo(Outcome.REGRESSED);
        assertThat(verdict.effect().ratio()).isCloseTo(Math.exp(0.1), within(1e-12));
        assertThat(verdict.evidence().pValue()).isCloseTo(0.005869080, within(1e-9));
        assertThat(verdict.candidate().value() / verdict.baseline().value())
                .isCloseTo(verdict.effect().ratio(), within(1e-12));
        assertThat(verdict.candidate().forks()).isEqualTo(4);
    }

    @Test
    void whatBothForksOfAPairShareChangesNothing() {
        Random random = new Random(20260301);
        for (int trial = 0; trial < 50; trial++) {
            double[] baseline = lognormal(random, 8, 0.02);
            double[] candidate = lognormal(random, 8, 0.02);
            double[] drifting = baseline.clone();
            double[] driftingToo = candidate.clone();
            for (int pair = 0; pair < 8; pair++) {
                double machine = Math.exp(random.nextGaussian());
                drifting[pair] *= machine;
                driftingToo[pair] *= machine;
            }

            Verdict steady = only(TIME, baseline, candidate);
            Verdict drifted = only(TIME, drifting, driftingToo);

            assertThat(drifted.effect().ratio()).isCloseTo(steady.effect().ratio(), within(1e-9));
            assertThat(drifted.evidence().pValue()).isCloseTo(steady.evidence().pValue(), within(1e-9));
            assertThat(drifted.outcome()).isEqualTo(steady.outcome());
        }
    }

    @Test
    void swappingTheVersionsInvertsTheRatioAndKeepsTheEvidence() {
        Random random = new Random(20260302);
        for (int trial = 0; trial < 50; trial++) {
            double[] baseline = lognormal(random, 6, 0.05);
            double[] candidate = lognormal(random, 6, 0.05);

            Verdict forth = only(TIME, baseline, candidate);
            Verdict back = only(TIME, candidate, baseline);

            assertThat(back.effect().ratio()).isCloseTo(1 / forth.effect().ratio(), within(1e-9));
            assertThat(back.effect().low()).isCloseTo(1 / forth.effect().high(), within(1e-9));
            assertThat(back.evidence().pValue()).isCloseTo(forth.evidence().pValue(), within(1e-9));
        }
    }

    @Test
    void theOrderOfThePairsAndTheUnitChangeNothing() {
        double[] baseline = {1.00, 1.10, 0.90, 1.02, 0.97};
        double[] candidate = {1.06, 1.19, 0.93, 1.07, 1.05};

        Verdict verdict = only(TIME, baseline, candidate);
        Verdict reordered =
                only(TIME, new double[] {0.97, 1.02, 0.90, 1.10, 1.00}, new double[] {1.05, 1.07, 0.93, 1.19, 1.06});
        Verdict scaled = only(TIME, times(1e-9, baseline), times(1e-9, candidate));
        Verdict reciprocal = only(
                THROUGHPUT,
                Arrays.stream(baseline).map(value -> 1 / value).toArray(),
                Arrays.stream(candidate).map(value -> 1 / value).toArray());

        assertThat(reordered.evidence().pValue()).isCloseTo(verdict.evidence().pValue(), within(1e-12));
        assertThat(scaled.evidence().pValue()).isCloseTo(verdict.evidence().pValue(), within(1e-12));
        assertThat(reciprocal.evidence().pValue()).isCloseTo(verdict.evidence().pValue(), within(1e-12));
        assertThat(reciprocal.outcome()).isEqualTo(verdict.outcome()).isEqualTo(Outcome.REGRESSED);
        assertThat(reciprocal.effect().ratio()).isCloseTo(1 / verdict.effect().ratio(), within(1e-12));
    }

    @Test
    void aNearExactMetricIsComparedByItsRange() {
        Verdict verdict =
                only(ALLOCATION, new double[] {24.001, 24.002, 24.001}, new double[] {40.001, 40.002, 40.001});

        assertThat(verdict.method()).isEqualTo(Method.NEAR_EXACT);
        assertThat(verdict.outcome()).isEqualTo(Outcome.REGRESSED);
    }

    @Test
    void tooFewPairsAreInconclusiveAndSaySo() {
        assertThat(only(TIME, new double[] {1}, new double[] {2}).reasons()).containsExactly(Reason.ONE_PAIR);
        assertThat(only(TIME, new double[] {Double.NaN, 1}, new double[] {2, Double.NaN})
                        .reasons())
                .containsExactly(Reason.NO_PAIR);
        Verdict scattered = only(TIME, new double[] {1, 1.2, 0.9}, new double[] {1.1, 1.0, 1.2});
        assertThat(scattered.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(scattered.reasons()).containsExactly(Reason.TOO_FEW_PAIRS);
        assertThat(scattered.remedy().forks()).isGreaterThan(3);
    }

    @Test
    void unequalNumbersOfForksMakeNoPairs() {
        assertThatThrownBy(() -> new PairedSubject(TIME, new double[] {1, 2, 3}, new double[] {1, 2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("score: 3 baseline forks and 2 candidate forks make no pairs; give as many of each");
    }

    /**
     * 200 suites of 20 series, 8 pairs, on a machine that walks at random by 10 % a pair; nothing changed. Of 4,000
     * comparisons at most 5 % may have p < .05: the binomial's standard error is 0.34 points, three of them are allowed.
     * Comparing the same forks as two samples is blind: its interval is several times as wide.
     */
    @Test
    void onADriftingMachineFalseAlarmsKeepTheirRateAndIntervalsStayNarrow() {
        Random random = new Random(20260303);
        RunJudge unpaired = new RunJudge(JudgeSettings.defaults());
        int alarms = 0;
        double paired = 0;
        double twoSamples = 0;
        for (int suite = 0; suite < 200; suite++) {
            double[] machine = new double[8];
            for (int pair = 1; pair < machine.length; pair++) {
                machine[pair] = machine[pair - 1] + 0.1 * random.nextGaussian();
            }
            List<PairedSubject> pairs = new ArrayList<>();
            List<Subject> runs = new ArrayList<>();
            for (int series = 0; series < 20; series++) {
                double[] baseline = lognormal(random, 8, 0.01);
                double[] candidate = lognormal(random, 8, 0.01);
                for (int pair = 0; pair < machine.length; pair++) {
                    baseline[pair] *= Math.exp(machine[pair]);
                    candidate[pair] *= Math.exp(machine[pair]);
                }
                pairs.add(new PairedSubject(TIME, baseline, candidate));
                runs.add(new Subject(TIME, List.of(baseline), candidate));
            }
            for (Verdict verdict : judge.judge(pairs).series()) {
                alarms += verdict.evidence().pValue() < 0.05 ? 1 : 0;
                paired += Math.log(verdict.effect().high() / verdict.effect().low());
            }
            for (Verdict verdict : unpaired.judge(runs).series()) {
                twoSamples +=
                        Math.log(verdict.effect().high() / verdict.effect().low());
            }
        }

        assertThat(alarms / 4000.0).isLessThan(0.05 + 3 * Math.sqrt(0.05 * 0.95 / 4000));
        assertThat(twoSamples / paired).isGreaterThan(5);
    }

    private static double[] lognormal(Random random, int size, double deviation) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = Math.exp(deviation * random.nextGaussian());
        }
        return values;
    }

    private static double[] times(double factor, double[] values) {
        return Arrays.stream(values).map(value -> factor * value).toArray();
    }
}
