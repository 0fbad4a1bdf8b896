package dev.plumbline.server.site.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.analysis.stats.StudentT;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RunsSpreadTest {

    private final StudentT studentT = new StudentT();

    private double halfWidth(double[]... runs) {
        return RunsSpread.halfWidthOfMean(List.of(runs), studentT);
    }

    @Test
    void oneRunHasTheIntervalOfItsForks() {
        assertThat(halfWidth(new double[] {1, 2, 3}))
                .isEqualTo(PointSpread.of(new double[] {1, 2, 3}, studentT).halfWidthOfMean());
        assertThat(halfWidth(new double[] {1})).isNaN();
    }

    @Test
    void whereForksAgreeAndRunsDoNotTheRunsDecide() {
        // The means 10, 11, 12: standard deviation 1, two degrees of freedom.
        assertThat(halfWidth(new double[] {10, 10}, new double[] {11, 11}, new double[] {12, 12}))
                .isCloseTo(4.302653 / Math.sqrt(3), within(1e-6));
        assertThat(halfWidth(new double[] {10}, new double[] {11}, new double[] {12}))
                .isCloseTo(4.302653 / Math.sqrt(3), within(1e-6));
    }

    @Test
    void whereRunsAgreeAllForksCount() {
        // Means of 2 each: the variance 1 of forks over six of them, with four degrees of freedom.
        assertThat(halfWidth(new double[] {1, 2, 3}, new double[] {3, 1, 2}))
                .isCloseTo(2.776445 / Math.sqrt(6), within(1e-6));
        assertThat(halfWidth(new double[] {5, 5}, new double[] {5, 5})).isZero();
    }

    /** The forks pooled without regard to their runs would hold it much less often. */
    @Test
    void holdsTheTruthAboutAsOftenAsItSaysWhateverTheRunsDo() {
        for (int runs : new int[] {3, 5, 8}) {
            for (double scatter : new double[] {0, 1, 3}) {
                SplittableRandom random = new SplittableRandom(runs);
                int held = 0;
                int heldByForks = 0;
                int samples = 4000;
                for (int sample = 0; sample < samples; sample++) {
                    List<double[]> forks = new ArrayList<>();
                    double sum = 0;
                    for (int run = 0; run < runs; run++) {
                        double level = scatter * random.nextGaussian();
                        double[] values = {
                            level + random.nextGaussian(), level + random.nextGaussian(), level + random.nextGaussian()
                        };
                        sum += (values[0] + values[1] + values[2]) / 3;
                        forks.add(values);
                    }
                    double[] pooled =
                            forks.stream().flatMapToDouble(Arrays::stream).toArray();
                    heldByForks += Math.abs(sum / runs)
                                    <= PointSpread.of(pooled, studentT).halfWidthOfMean()
                            ? 1
                            : 0;
                    held += Math.abs(sum / runs) <= RunsSpread.halfWidthOfMean(forks, studentT) ? 1 : 0;
                }
                assertThat(held / (double) samples)
                        .as("%d runs, scatter %.0f", runs, scatter)
                        .isBetween(0.90, 0.985);
                assertThat(scatter < 3 || heldByForks < 0.85 * samples)
                        .as("%d runs, pooled", runs)
                        .isTrue();
            }
        }
    }
}
