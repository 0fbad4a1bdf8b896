package dev.plumbline.analysis.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Unit;
import dev.plumbline.analysis.stats.SuiteNoise;
import dev.plumbline.analysis.subject.Subject;
import dev.plumbline.analysis.verdict.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Simulated suites of constant code: how often a p-value falls below 5 %, against a bound from the binomial. Runs differ
 * from each other only in suites with history, since one baseline run can't show it to any method.
 */
class CalibrationTest {

    private static final Metric TIME = new Metric(Metric.SCORE, Unit.of("s/op"));
    private static final int COMPARISONS = 4000;

    /** Four standard errors of a share of 5 % in 4,000: 4·√(0.05·0.95/4000) = 1.4 %. */
    private static final double SLACK = 0.014;

    @ParameterizedTest(name = "suites of {0}, {1} baseline runs, {2} forks, runs scatter {3} times as forks")
    @CsvSource({
        "500, 1, 3, 0",
        "500, 5, 3, 0",
        "500, 5, 3, 1",
        "500, 20, 3, 2",
        "500, 10, 1, 0",
        "5, 1, 3, 0",
        "5, 5, 3, 0",
        "5, 10, 3, 1",
        "2, 1, 3, 0",
        "2, 10, 3, 1",
        "1, 1, 3, 0",
        "1, 20, 3, 1"
    })
    void falseAlarmsStayAtTheirNominalRate(int suite, int baselineRuns, int forks, double runToRun) {
        SplittableRandom random = new SplittableRandom(suite * 1000L + baselineRuns * 10L + forks);
        RunJudge judge = new RunJudge(JudgeSettings.defaults());
        int alarms = 0;
        for (int done = 0; done < COMPARISONS; done += suite) {
            List<Subject> subjects = new ArrayList<>();
            for (int i = 0; i < suite; i++) {
                // As on real suites: standard deviations spread over a decade around 1 %.
                double sigma = 0.01 * Math.exp(0.8 * random.nextGaussian());
                List<double[]> baseline = new ArrayList<>();
                for (int run = 0; run < baselineRuns; run++) {
                    baseline.add(run(random, forks, sigma, runToRun));
                }
                subjects.add(new Subject(TIME, baseline, run(random, forks, sigma, runToRun)));
            }
            alarms += (int) judge.judge(subjects).series().stream()
                    .filter(verdict -> verdict.evidence().pValue() < 0.05)
                    .count();
        }
        assertThat((double) alarms / COMPARISONS).isLessThan(0.05 + SLACK);
    }

    /** Noise of a benchmark: as the built-in prior has it, or far from it. */
    enum Noises {
        AS_THE_PRIOR,
        CALM,
        NOISY,
        NOISY_AND_DIFFERENT;

        double draw(SplittableRandom random) {
            double normal = random.nextGaussian();
            return switch (this) {
                // s₀² / χ² with one degree of freedom, which is a squared normal.
                case AS_THE_PRIOR -> Math.sqrt(SuiteNoise.BUILT_IN.variance()) / Math.abs(normal);
                case CALM -> 0.001;
                case NOISY -> 0.2;
                case NOISY_AND_DIFFERENT -> 0.1 * Math.exp(0.8 * normal);
            };
        }
    }

    static Stream<Arguments> suites() {
        return IntStream.of(1, 2, 5, 500)
                .boxed()
                .flatMap(size -> IntStream.of(2, 3, 5)
                        .boxed()
                        .flatMap(forks ->
                                Arrays.stream(Noises.values()).map(noise -> Arguments.of(size, forks, noise))));
    }

    @ParameterizedTest(name = "suites of {0}, {1} forks, {2}")
    @MethodSource("suites")
    void noSuiteIsTooSmallOrTooFarFromThePrior(int suite, int forks, Noises noise) {
        SplittableRandom random = new SplittableRandom(suite * 100L + forks);
        RunJudge judge = new RunJudge(JudgeSettings.defaults());
        int alarms = 0;
        for (int done = 0; done < COMPARISONS; done += suite) {
            List<Subject> subjects = new ArrayList<>();
            for (int i = 0; i < suite; i++) {
                double sigma = noise.draw(random);
                subjects.add(new Subject(
                        TIME, List.of(run(random, forks, sigma, 0)), List.of(run(random, forks, sigma, 0))));
            }
            alarms += (int) judge.judge(subjects).series().stream()
                    .filter(verdict -> verdict.evidence().pValue() < 0.05)
                    .count();
        }
        assertThat((double) alarms / COMPARISONS).isLessThan(0.05 + SLACK);
    }

    @ParameterizedTest(name = "suites of {0}")
    @ValueSource(ints = {5, 20, 500})
    void constantAndWildNeighboursLeaveASeriesItsErrorRate(int suite) {
        SplittableRandom random = new SplittableRandom(suite);
        RunJudge judge = new RunJudge(JudgeSettings.defaults());
        int alarms = 0;
        int judged = 0;
        while (judged < COMPARISONS) {
            List<Subject> subjects = new ArrayList<>();
            for (int i = 0; i < suite; i++) {
                double sigma = i % 5 == 0 ? 0 : i % 5 == 1 ? 3 : 0.01 * Math.exp(0.8 * random.nextGaussian());
                subjects.add(new Subject(TIME, List.of(run(random, 3, sigma, 0)), List.of(run(random, 3, sigma, 0))));
            }
            List<Verdict> verdicts = judge.judge(subjects).series();
            for (int i = 0; i < suite; i++) {
                if (i % 5 > 1) {
                    judged++;
                    alarms += verdicts.get(i).evidence().pValue() < 0.05 ? 1 : 0;
                }
            }
        }
        assertThat((double) alarms / judged).isLessThan(0.05 + SLACK);
    }

    private static double[] run(SplittableRandom random, int forks, double sigma, double runToRun) {
        double level = runToRun * sigma * random.nextGaussian();
        double[] run = new double[forks];
        for (int fork = 0; fork < forks; fork++) {
            run[fork] = Math.exp(level + sigma * random.nextGaussian());
        }
        return run;
    }
}
