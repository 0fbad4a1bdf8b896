package dev.plumbline.analysis.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.judge.Simulated;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

/** Commits that were measured more than once: each is one point, whatever the number of its runs. */
class CommitMeasuredAgainTest {

    private static final int SERIES = 60;
    private static final double RUN_SCATTER = 0.01;
    private static final double FORK_SCATTER = 0.005;

    private final Segmenter segmenter = new Segmenter(SegmentationSettings.defaults());

    /** Runs of three forks, and their commits. */
    private record Measured(List<double[]> runs, List<Integer> commits) {

        static Measured none() {
            return new Measured(new ArrayList<>(), new ArrayList<>());
        }

        Measured run(SplittableRandom random, int commit, double level) {
            double run = level * Math.exp(RUN_SCATTER * random.nextGaussian());
            runs.addAll(Simulated.around(random, 1, FORK_SCATTER, any -> run));
            commits.add(commit);
            return this;
        }

        Measured commits(SplittableRandom random, int from, int to, IntUnaryOperator times, IntToDoubleFunction level) {
            for (int commit = from; commit < to; commit++) {
                for (int time = 0; time < times.applyAsInt(commit); time++) {
                    run(random, commit, level.applyAsDouble(commit));
                }
            }
            return this;
        }
    }

    private List<ChangePoint> find(Measured measured) {
        return segmenter
                .append(
                        Simulated.TIME,
                        measured.runs(),
                        measured.commits().stream().mapToInt(Integer::intValue).toArray(),
                        Company.NONE,
                        new int[0],
                        0)
                .changePoints();
    }

    /** What was found from the run before this one on; chance finds something in one of these histories. */
    private List<ChangePoint> find(Measured measured, int from) {
        return find(measured).stream()
                .filter(point -> point.index() >= from - 1)
                .toList();
    }

    private static Measured history(SplittableRandom random, int commits) {
        return Measured.none().commits(random, 0, commits, commit -> 1, commit -> 1);
    }

    @Test
    void measuringOneCommitAgainConfirmsNothing() {
        for (int seed = 0; seed < SERIES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Measured measured = history(random, 25);
            for (int again = 0; again < 6; again++) {
                measured.run(random, 25, 1.12);
                assertThat(find(measured, 25))
                        .as("seed %d, %d runs of the commit", seed, again + 1)
                        .singleElement()
                        .matches(point -> point.state() == ChangePoint.State.SUSPECTED && point.index() == 25);
            }
        }
    }

    @Test
    void fourCommitsConfirmAStepWhetherTheyWereMeasuredOnceOrAgain() {
        int confirmedOnce = 0;
        int confirmedAgain = 0;
        for (int seed = 0; seed < SERIES; seed++) {
            for (int times = 1; times <= 3; times += 2) {
                SplittableRandom random = new SplittableRandom(seed);
                int each = times;
                Measured measured = history(random, 25).commits(random, 25, 29, commit -> each, commit -> 1.12);
                boolean confirmed = find(measured).stream()
                        .anyMatch(point -> point.state() == ChangePoint.State.CONFIRMED && point.index() == 25);
                confirmedOnce += confirmed && times == 1 ? 1 : 0;
                confirmedAgain += confirmed && times > 1 ? 1 : 0;
            }
        }
        assertThat(confirmedOnce).isGreaterThanOrEqualTo(SERIES * 9 / 10);
        assertThat(confirmedAgain).isGreaterThanOrEqualTo(confirmedOnce);
    }

    @Test
    void aCommitThatWasMeasuredAgainNextToAStepDoesNotDelayIt() {
        for (int seed = 0; seed < SERIES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Measured measured = history(random, 24)
                    .commits(random, 24, 25, commit -> 6, commit -> 1)
                    .commits(random, 25, 29, commit -> 1, commit -> 1.12);
            assertThat(find(measured, 24)).as("seed %d", seed).singleElement().satisfies(point -> {
                assertThat(point.state()).isEqualTo(ChangePoint.State.CONFIRMED);
                assertThat(point.index()).isEqualTo(30);
            });
        }
    }

    @Test
    void aCleanRunEndsTheSuspicionOfABadOneOfTheSameCommit() {
        for (int seed = 0; seed < SERIES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Measured bad = history(random, 25).run(random, 25, 1.35);
            assertThat(find(bad, 25))
                    .as("seed %d", seed)
                    .singleElement()
                    .satisfies(point -> assertThat(point.state()).isEqualTo(ChangePoint.State.SUSPECTED));
            assertThat(find(bad.run(random, 25, 1), 25)).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void whatShiftedWithinOneCommitIsFoundThereAndConfirmedByItsRuns() {
        for (int seed = 0; seed < SERIES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Measured measured = history(random, 9).commits(random, 8, 9, commit -> 5, commit -> 1.3);
            assertThat(find(measured)).as("seed %d", seed).singleElement().satisfies(point -> {
                assertThat(point.state()).isEqualTo(ChangePoint.State.CONFIRMED);
                assertThat(point.index()).isEqualTo(9);
                assertThat(measured.commits().get(point.index() - 1)).isEqualTo(8);
            });
            assertThat(find(measured.commits(random, 9, 13, commit -> 1, commit -> 1.3)))
                    .as("seed %d, with the commits that follow", seed)
                    .singleElement()
                    .satisfies(point -> assertThat(point.index()).isEqualTo(9));
        }
    }

    /** As often as when each was measured once, the newest commit of constant code is suspected: it has fewer runs than the others. */
    @Test
    void aCommitMeasuredOnceAfterOthersThatWereMeasuredOftenIsNoneTheMoreSuspected() {
        int suspected = 0;
        int confirmed = 0;
        int series = 2000;
        for (int seed = 0; seed < series; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Measured measured = Measured.none()
                    .commits(random, 0, 40, commit -> 4, commit -> 1)
                    .run(random, 40, 1);
            List<ChangePoint> found = find(measured);
            suspected += (int) found.stream()
                    .filter(point -> point.state() == ChangePoint.State.SUSPECTED)
                    .count();
            confirmed += (int) found.stream()
                    .filter(point -> point.state() == ChangePoint.State.CONFIRMED)
                    .count();
        }
        assertThat(suspected).isLessThanOrEqualTo((int) Simulated.atMost(0.004, series));
        assertThat(confirmed).isLessThanOrEqualTo((int) Simulated.atMost(0.0004 * 40, series));
    }

    @Test
    void constantCodeMeasuredAnyNumberOfTimesHasHardlyAChangePoint() {
        int confirmed = 0;
        int series = 500;
        for (int seed = 0; seed < series; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Measured measured = Measured.none().commits(random, 0, 60, commit -> random.nextInt(1, 6), commit -> 1);
            confirmed += (int) find(measured).stream()
                    .filter(point -> point.state() == ChangePoint.State.CONFIRMED)
                    .count();
        }
        assertThat(confirmed).isLessThanOrEqualTo((int) Simulated.atMost(0.0004 * 60, series));
    }

    @Test
    void theWindowHoldsCommitsAndNotRuns() {
        SplittableRandom random = new SplittableRandom(1);
        Measured measured = Measured.none()
                .commits(random, 0, 20, commit -> 1, commit -> 1)
                .commits(random, 20, 100, commit -> 3, commit -> 1.2);
        assertThat(find(measured)).extracting(ChangePoint::index).containsExactly(20);
    }
}
