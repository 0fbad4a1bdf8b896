package dev.plumbline.analysis.detect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Simulated suites of constant code: how often a p-value falls below 5 %, against a bound from the binomial. Runs differ
 * from each other only in suites with history, since one baseline run cannot show it to any method.
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
                    .filter(verdict -> verdict.pValue() < 0.05)
                    .count();
        }
        assertThat((double) alarms / COMPARISONS).isLessThan(0.05 + SLACK);
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
