package dev.plumbline.analysis.segment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.subject.Scale;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The path against the plain form of its recursion, which touches every level at every run and keeps every decision. */
class LevelPathTest {

    private static final double PENALTY = 7;

    @Test
    void isTheOneThatThePlainRecursionFinds() {
        for (int seed = 0; seed < 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            RunValues values = values(random, 20 + random.nextInt(200), 1 + random.nextInt(4));
            RunLoss loss = NoiseModel.ofNeighbours(values).loss();
            double[] levels = new CandidateLevels(values).apart(0.01);
            assertThat(LevelPath.segmentStarts(loss, levels, PENALTY))
                    .as("seed %d", seed)
                    .containsExactly(plain(loss, levels));
        }
    }

    @Test
    void oneLevelIsOneSegment() {
        RunValues values = values(new SplittableRandom(1), 50, 3);
        RunLoss loss = NoiseModel.ofNeighbours(values).loss();
        assertThat(LevelPath.segmentStarts(loss, new double[] {0}, PENALTY)).containsExactly(0);
    }

    private static int[] plain(RunLoss loss, double[] levels) {
        int runs = loss.runs();
        double[][] cost = new double[runs][levels.length];
        int[][] previous = new int[runs][levels.length];
        for (int run = 0; run < runs; run++) {
            int cheapest = run == 0 ? 0 : least(cost[run - 1]);
            for (int level = 0; level < levels.length; level++) {
                double stay = run == 0 ? 0 : cost[run - 1][level];
                double enter = run == 0 ? Double.POSITIVE_INFINITY : cost[run - 1][cheapest] + PENALTY;
                previous[run][level] = stay <= enter ? level : cheapest;
                cost[run][level] = Math.min(stay, enter) + loss.of(run, levels[level]);
            }
        }
        List<Integer> starts = new ArrayList<>();
        int level = least(cost[runs - 1]);
        for (int run = runs - 1; run > 0; run--) {
            if (previous[run][level] != level) {
                starts.add(run);
                level = previous[run][level];
            }
        }
        starts.add(0);
        Collections.reverse(starts);
        return starts.stream().mapToInt(start -> start).toArray();
    }

    private static int least(double[] costs) {
        int least = 0;
        for (int i = 1; i < costs.length; i++) {
            least = costs[i] < costs[least] ? i : least;
        }
        return least;
    }

    /** Noise of 2 %, and a new level up to 20 % away about every thirty runs. */
    private static RunValues values(SplittableRandom random, int runs, int forks) {
        List<double[]> series = new ArrayList<>();
        double level = 1;
        for (int run = 0; run < runs; run++) {
            level = random.nextInt(30) == 0 ? Math.exp(0.2 * (random.nextDouble() - 0.5)) : level;
            double[] values = new double[forks];
            for (int fork = 0; fork < forks; fork++) {
                values[fork] = level * Math.exp(0.02 * random.nextGaussian());
            }
            series.add(values);
        }
        return RunValues.of(CommitPoints.single(series), Scale.of(series), Company.NONE);
    }
}
