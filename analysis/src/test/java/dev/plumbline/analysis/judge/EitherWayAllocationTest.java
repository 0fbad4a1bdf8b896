package dev.plumbline.analysis.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.segment.Segmentation;
import dev.plumbline.analysis.segment.SegmentationSettings;
import dev.plumbline.analysis.segment.Segmenter;
import dev.plumbline.analysis.subject.Subject;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.analysis.verdict.Verdict;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Escape analysis that goes either way in each JVM: each fork allocates 24 or 40 B, whatever the others do. */
class EitherWayAllocationTest {

    private static final int SERIES = 300;
    private static final int RUNS = 61;

    private final Segmenter segmenter = new Segmenter(SegmentationSettings.defaults());
    private final RunJudge judge = new RunJudge(JudgeSettings.defaults());

    @ParameterizedTest(name = "a fork goes the other way with probability {0}")
    @ValueSource(doubles = {0.5, 0.1, 0.02})
    void raisesHardlyAnAlarm(double probability) {
        SplittableRandom random = new SplittableRandom(3);
        int confirmed = 0;
        int suspected = 0;
        int called = 0;
        for (int i = 0; i < SERIES; i++) {
            List<double[]> runs = Simulated.eitherWay(random, RUNS, probability);
            Segmentation whole = segmenter.segment(Simulated.ALLOCATION, runs);
            confirmed += Simulated.confirmed(whole);
            suspected += whole.changePoints().size() - Simulated.confirmed(whole);
            called += judge(runs).outcome() == Outcome.REGRESSED || judge(runs).outcome() == Outcome.IMPROVED ? 1 : 0;
        }
        // Stated: a change point in 5,000 runs, a suspicion in 50, a verdict in 200. All three forks at once on the
        // rarer
        // level is the least that any rule must call something: 0.1 % of runs at p = 0.1.
        assertThat((double) confirmed).isLessThan(Simulated.atMost(0.0002, SERIES * RUNS));
        assertThat((double) suspected).isLessThan(Simulated.atMost(0.02, SERIES));
        assertThat((double) called).isLessThan(Simulated.atMost(0.005, SERIES));
    }

    @Test
    void allForksOnANewLevelAreStillAStepAndARegression() {
        SplittableRandom random = new SplittableRandom(4);
        List<double[]> runs = Simulated.eitherWay(random, RUNS, 0.1);
        for (int run = 50; run < RUNS; run++) {
            runs.set(run, new double[] {56, 56, 56});
        }
        assertThat(segmenter.segment(Simulated.ALLOCATION, runs).changePoints())
                .anyMatch(point -> point.earliest() <= 50 && point.latest() >= 50 && point.worse());
        assertThat(judge(runs.subList(0, 51)).outcome()).isEqualTo(Outcome.REGRESSED);
    }

    private Verdict judge(List<double[]> runs) {
        int last = runs.size() - 1;
        List<double[]> before = runs.subList(0, last);
        int start = Math.max(
                last - 20, segmenter.segment(Simulated.ALLOCATION, before).currentSegmentStart());
        return judge.judge(List.of(new Subject(Simulated.ALLOCATION, before.subList(start, last), runs.get(last))))
                .series()
                .get(0);
    }
}
