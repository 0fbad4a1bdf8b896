package dev.plumbline.analysis.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Unit;
import dev.plumbline.analysis.stats.IterationScatter;
import dev.plumbline.analysis.stats.Noise;
import dev.plumbline.analysis.stats.Power;
import dev.plumbline.analysis.stats.Scatter;
import dev.plumbline.analysis.stats.StudentT;
import dev.plumbline.analysis.stats.SuiteNoise;
import dev.plumbline.analysis.subject.Subject;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.analysis.verdict.Reason;
import dev.plumbline.analysis.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemedyTest {

    private static final Metric TIME = new Metric(Metric.SCORE, Unit.of("ns/op"));
    private static final double[] BASELINE = {1.00, 1.05, 0.96};
    private static final double[] CANDIDATE = {1.03, 1.08, 0.97};

    private final RunJudge judge = new RunJudge(JudgeSettings.defaults());

    @Test
    void scatterInsideForksAsksForLongerForks() {
        // Iterations scatter by 20 %, five a fork: 9 % of a fork's mean, which is more than these forks scatter by.
        Verdict verdict = judged(new IterationScatter(0.04, 24, 5));
        assertThat(verdict.reasons()).contains(Reason.TOO_FEW_ITERATIONS);
        assertThat(verdict.remedy().longerForks()).isTrue();
        assertThat(verdict.remedy().iterations()).isGreaterThan(5);
        assertThat(verdict.remedy().forks()).isGreaterThan(3);
    }

    @Test
    void scatterFromForkToForkAsksForMoreOfThem() {
        Verdict verdict = judged(new IterationScatter(1e-6, 24, 5));
        assertThat(verdict.reasons()).contains(Reason.TOO_FEW_FORKS);
        assertThat(verdict.remedy().iterations()).isZero();
        assertThat(verdict.remedy().forks()).isGreaterThan(3);
    }

    @Test
    void withoutIterationsItSpeaksOfForksAlone() {
        Verdict verdict = judged(IterationScatter.UNKNOWN);
        assertThat(verdict.reasons()).contains(Reason.TOO_FEW_FORKS);
        assertThat(verdict.remedy().iterations()).isZero();
    }

    @Test
    void oneForkIsInconclusiveHoweverManyIterationsItHas() {
        Verdict verdict = judge.judge(List.of(new Subject(
                        TIME,
                        List.of(new double[] {1}),
                        List.of(new double[] {2}),
                        new IterationScatter(1e-4, 999, 1000))))
                .series()
                .get(0);
        assertThat(verdict.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(verdict.reasons()).containsExactly(Reason.ONE_FORK);
    }

    @ParameterizedTest(name = "{0} forks")
    @ValueSource(ints = {2, 3, 5})
    void theSmallestDetectableChangeIsFoundAsOftenAsStated(int forks) {
        SplittableRandom random = new SplittableRandom(forks);
        int found = 0;
        int judged = 0;
        for (int suite = 0; suite < 20; suite++) {
            List<Subject> subjects = suite(random, forks, 100);
            List<Verdict> verdicts = judge.judge(subjects).series();
            List<Subject> shifted = new ArrayList<>();
            for (int i = 0; i < subjects.size(); i++) {
                Subject subject = subjects.get(i);
                double factor = 1 + verdicts.get(i).evidence().smallestDetectableChange();
                shifted.add(new Subject(
                        TIME,
                        subject.baseline(),
                        subject.candidate().stream()
                                .map(run -> scaled(run, factor))
                                .toList()));
            }
            for (Verdict verdict : judge.judge(shifted).series()) {
                judged++;
                found += verdict.evidence().pValue() < 0.05 ? 1 : 0;
            }
        }
        // Four standard errors of 80 % in 2,000: 4·√(0.8·0.2/2000) = 3.6 %.
        assertThat((double) found / judged).isGreaterThan(0.8 - 0.036);
    }

    @ParameterizedTest(name = "{0} forks")
    @ValueSource(ints = {2, 3, 5})
    void theForksNeededFindTheEffectAsOftenAsStated(int forks) {
        // Planned from a run of so many forks: how many would find 5 %? A new run with that many, 5 % slower, is
        // judged.
        double effect = Math.log(1.05);
        SplittableRandom random = new SplittableRandom(40 + forks);
        Power power = new Power(new StudentT(), 0.05, 0.8);
        int found = 0;
        int judged = 0;
        while (judged < 2000) {
            List<Scatter> planned = new ArrayList<>();
            double[] deviations = new double[100];
            for (int i = 0; i < deviations.length; i++) {
                deviations[i] = 0.03 * Math.exp(0.5 * random.nextGaussian());
                planned.add(Scatter.of(
                        List.of(normal(random, forks, deviations[i], 0)),
                        List.of(normal(random, forks, deviations[i], 0))));
            }
            SuiteNoise noise = SuiteNoise.fit(planned);
            List<Scatter> made = new ArrayList<>();
            for (int i = 0; i < deviations.length; i++) {
                Noise own = noise.of(planned.get(i));
                int needed = power.fewest(effect, count -> Math.sqrt(2 * own.ofRunMean(count)), own.degreesOfFreedom());
                made.add(Scatter.of(
                        List.of(normal(random, needed, deviations[i], 0)),
                        List.of(normal(random, needed, deviations[i], effect))));
            }
            SuiteNoise after = SuiteNoise.fit(made);
            for (Scatter scatter : made) {
                Noise own = after.of(scatter);
                double error = own.standardError(scatter.baseline(), scatter.candidate());
                judged++;
                found += StudentT.twoSided(scatter.difference() / error, own.degreesOfFreedom()) < 0.05 ? 1 : 0;
            }
        }
        // A plan from few forks rests on an estimate of the variance, and where that came out small the plan is too
        // small: of
        // 80 % about 76 % are left with any number of forks. Three quarters are promised.
        assertThat((double) found / judged).isGreaterThan(0.75);
    }

    private Verdict judged(IterationScatter iterations) {
        return judge.judge(List.of(new Subject(TIME, List.of(BASELINE), List.of(CANDIDATE), iterations)))
                .series()
                .get(0);
    }

    private static List<Subject> suite(SplittableRandom random, int forks, int size) {
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            double deviation = 0.02 * Math.exp(0.8 * random.nextGaussian());
            subjects.add(new Subject(
                    TIME,
                    List.of(exponentials(normal(random, forks, deviation, 0))),
                    List.of(exponentials(normal(random, forks, deviation, 0)))));
        }
        return subjects;
    }

    private static double[] normal(SplittableRandom random, int forks, double deviation, double mean) {
        double[] values = new double[forks];
        for (int i = 0; i < forks; i++) {
            values[i] = mean + deviation * random.nextGaussian();
        }
        return values;
    }

    private static double[] exponentials(double[] values) {
        double[] exponentials = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            exponentials[i] = Math.exp(values[i]);
        }
        return exponentials;
    }

    private static double[] scaled(double[] values, double factor) {
        double[] scaled = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = factor * values[i];
        }
        return scaled;
    }
}
