package dev.plumbline.analysis.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.analysis.judge.JudgeSettings;
import dev.plumbline.analysis.judge.RunJudge;
import dev.plumbline.analysis.judge.Simulated;
import dev.plumbline.analysis.subject.Subject;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.analysis.verdict.Reason;
import dev.plumbline.analysis.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of series that no model was made for. Each row of the table in docs/statistics.md is a test here. */
class HostileSeriesTest {

    private static final int RUNS = 150;

    private final Segmenter segmenter = new Segmenter(SegmentationSettings.defaults());
    private final RunJudge judge = new RunJudge(JudgeSettings.defaults());

    @ParameterizedTest
    @ValueSource(doubles = {5, 0, -5, 1e300, 1e-300})
    void aConstantHasNoChangePointAndIsUnchanged(double value) {
        List<double[]> runs = Collections.nCopies(RUNS, new double[] {value, value, value});
        assertThat(segmenter.segment(Simulated.TIME, runs).changePoints()).isEmpty();
        assertThat(verdict(runs).outcome()).isEqualTo(Outcome.UNCHANGED);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1e300, 1e-300})
    void aStepIsFoundWhateverTheSizeOfTheNumbers(double size) {
        List<double[]> runs = step(size, 1.1 * size);
        assertThat(segmenter.segment(Simulated.TIME, runs).changePoints())
                .singleElement()
                .satisfies(point -> {
                    assertThat(point.index()).isEqualTo(75);
                    assertThat(point.ratio()).isCloseTo(1.1, within(0.01));
                });
        assertThat(verdict(runs.subList(0, 76)).outcome()).isEqualTo(Outcome.REGRESSED);
    }

    @Test
    void negativeNumbersAreComparedByDifferenceAndHaveNoRatio() {
        List<double[]> runs = step(-1, -0.8);
        assertThat(segmenter.segment(Simulated.TIME, runs).changePoints())
                .singleElement()
                .satisfies(point -> {
                    assertThat(point.index()).isEqualTo(75);
                    assertThat(point.ratio()).isNaN();
                    assertThat(point.worse()).isTrue();
                });
        Verdict verdict = verdict(runs.subList(0, 76));
        assertThat(verdict.outcome()).isEqualTo(Outcome.REGRESSED);
        assertThat(verdict.reasons()).contains(Reason.NOT_POSITIVE);
    }

    @Test
    void aJumpOverSixHundredOrdersOfMagnitudeIsOneStep() {
        List<double[]> runs = step(1e-300, 1e300);
        assertThat(segmenter.segment(Simulated.TIME, runs).changePoints())
                .extracting(ChangePoint::index)
                .containsExactly(75);
        assertThat(verdict(runs.subList(0, 76)).outcome()).isEqualTo(Outcome.REGRESSED);
    }

    @Test
    void twoValuesInTurnAreNoiseOfThatSizeAndNoShift() {
        List<double[]> runs = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            double value = run % 2 == 0 ? 1 : 1.5;
            runs.add(new double[] {value, value, value});
        }
        assertThat(segmenter.segment(Simulated.TIME, runs).changePoints()).isEmpty();
        assertThat(verdict(runs).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    }

    @Test
    void gapsAreSkippedAndChangeNothing() {
        List<double[]> runs = step(1, 1.1);
        List<double[]> gaps = new ArrayList<>();
        for (double[] run : runs) {
            gaps.add(new double[] {Double.NaN});
            gaps.add(new double[] {run[0], run[1], Double.NaN, run[2], Double.POSITIVE_INFINITY});
        }
        ChangePoint expected =
                segmenter.segment(Simulated.TIME, runs).changePoints().get(0);
        ChangePoint actual =
                segmenter.segment(Simulated.TIME, gaps).changePoints().get(0);
        assertThat(actual.index()).isEqualTo(2 * expected.index() + 1);
        assertThat(actual.ratio()).isEqualTo(expected.ratio());
    }

    @Test
    void tenThousandRunsOfConstantCodeHaveHardlyAFalsePoint() {
        List<double[]> runs = Simulated.around(new SplittableRandom(1), 10_000, 0.02, run -> 1);
        // Wanted: 0.4 in 1,000 runs.
        assertThat((double) Simulated.confirmed(segmenter.segment(Simulated.TIME, runs)))
                .isLessThan(Simulated.atMost(0.0004, 10_000));
    }

    @Test
    void tenThousandRunsWithAHundredStepsHaveTheirHundredSteps() {
        List<double[]> runs =
                Simulated.around(new SplittableRandom(2), 10_000, 0.01, run -> run / 100 % 2 == 0 ? 1 : 1.1);
        assertThat(segmenter.segment(Simulated.TIME, runs).changePoints())
                .extracting(ChangePoint::index)
                .hasSize(99)
                .allMatch(index -> index % 100 <= 1 || index % 100 >= 99);
    }

    @ParameterizedTest(name = "a rise of {0} over 150 runs is a staircase of at most {1} steps")
    @CsvSource({"0.02, 2", "0.1, 9", "0.3, 20"})
    void aTrendIsAStaircaseThatOnlyRises(double rise, int mostSteps) {
        for (int seed = 0; seed < 20; seed++) {
            Segmentation segmentation = segment(seed, run -> Math.exp(rise * run / RUNS));
            assertThat(Simulated.confirmed(segmentation)).isLessThanOrEqualTo(mostSteps);
            assertThat(segmentation.changePoints())
                    .filteredOn(point -> point.state() == ChangePoint.State.CONFIRMED)
                    .allMatch(ChangePoint::worse);
        }
    }

    @Test
    void aSeasonWithinTheNoiseIsNone() {
        // Half a percent under forks that scatter by one percent.
        int found = 0;
        for (int seed = 0; seed < 40; seed++) {
            found += Simulated.confirmed(segment(seed, run -> Math.exp(0.005 * Math.sin(2 * Math.PI * run / 30))));
        }
        assertThat((double) found).isLessThan(Simulated.atMost(0.0004, 40 * RUNS));
    }

    @Test
    void aWeeklySeasonIsNoiseAndALongOneIsTheStepsThatItLooksLike() {
        int weekly = 0;
        int slow = 0;
        for (int seed = 0; seed < 20; seed++) {
            weekly += Simulated.confirmed(segment(seed, run -> Math.exp(0.05 * Math.sin(2 * Math.PI * run / 7))));
            slow += Simulated.confirmed(segment(seed, run -> Math.exp(0.05 * Math.sin(2 * Math.PI * run / 50))));
        }
        assertThat((double) weekly).isLessThan(Simulated.atMost(0.0004, 20 * RUNS));
        // Three periods: up to four steps a period.
        assertThat(slow / 20.0).isBetween(4.0, 14.0);
    }

    @ParameterizedTest(name = "autocorrelation {0}: at most {1} false points in 1,000 runs")
    @CsvSource({"0.3, 0.6", "0.6, 6", "0.9, 30"})
    void wanderingRunsAreShiftsOnceTheyWanderFarEnough(double autocorrelation, double stated) {
        int found = 0;
        int series = 60;
        for (int seed = 0; seed < series; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] wander = new double[RUNS];
            double innovation = Math.sqrt(1 - autocorrelation * autocorrelation);
            wander[0] = random.nextGaussian();
            for (int run = 1; run < RUNS; run++) {
                wander[run] = autocorrelation * wander[run - 1] + innovation * random.nextGaussian();
            }
            found += Simulated.confirmed(segmenter.segment(
                    Simulated.TIME, Simulated.around(random, RUNS, 0.01, run -> Math.exp(0.02 * wander[run]))));
        }
        assertThat((double) found).isLessThan(Simulated.atMost(stated / 1000, series * RUNS));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.1})
    void forksWithTwoModesAreKnownForWhatTheyAre(double probability) {
        int found = 0;
        int called = 0;
        int series = 100;
        for (int seed = 0; seed < series; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            List<double[]> runs = Simulated.around(random, RUNS, 0.01, run -> 1);
            for (double[] forks : runs) {
                for (int fork = 0; fork < forks.length; fork++) {
                    forks[fork] *= random.nextDouble() < probability ? 1.3 : 1;
                }
            }
            found += Simulated.confirmed(segmenter.segment(Simulated.TIME, runs));
            called += verdict(runs).outcome() == Outcome.REGRESSED ? 1 : 0;
        }
        assertThat((double) found).isLessThan(Simulated.atMost(0.0004, series * RUNS));
        // Nominally 2 % on both sides together; a rare mode has a longer tail than any t.
        assertThat((double) called).isLessThan(Simulated.atMost(0.03, series));
    }

    private Segmentation segment(int seed, IntToDoubleFunction level) {
        return segmenter.segment(Simulated.TIME, Simulated.around(new SplittableRandom(seed), RUNS, 0.01, level));
    }

    private static List<double[]> step(double before, double after) {
        return Simulated.around(new SplittableRandom(1), RUNS, 0.01, run -> run < 75 ? before : after);
    }

    /** The newest of these runs against the twenty before it. */
    private Verdict verdict(List<double[]> runs) {
        int last = runs.size() - 1;
        return judge.judge(List.of(new Subject(Simulated.TIME, runs.subList(last - 20, last), runs.get(last))))
                .series()
                .get(0);
    }
}
