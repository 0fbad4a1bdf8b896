package dev.plumbline.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SuiteNoiseTest {

    @Test
    void learnsThatRunsAddNothing() {
        SuiteNoise noise = SuiteNoise.fit(suite(400, 0));
        // The mean of 400 log ratios, each with a standard deviation of √(ψ′(2) + ψ′(6)) = 0.9: ± 0.045, bound 4 of
        // them
        // and the built-in belief of two series besides.
        assertThat(noise.runToRun().factor()).isBetween(1.0, 1.2);
        assertThat(noise.runToRun().mostDegreesOfFreedom()).isGreaterThan(10);
    }

    @Test
    void learnsThatRunsScatterMoreThanForks() {
        // τ = σ: 1 + 3·1 = 4.
        SuiteNoise noise = SuiteNoise.fit(suite(400, 1));
        assertThat(noise.runToRun().factor()).isBetween(3.2, 4.8);
    }

    @Test
    void aRunsMeanNeverGetsSurerThanRunsAre() {
        // σ² + Fτ² = 4 with τ² = σ², F = 3: σ² = τ² = 1. With n forks: τ² + σ²/n.
        Noise noise = new Noise(4, 10, 1, 3);
        assertThat(noise.ofRunMean(3)).isCloseTo(4.0 / 3, within(1e-12));
        assertThat(noise.ofRunMean(1)).isCloseTo(2, within(1e-12));
        assertThat(noise.ofRunMean(1e9)).isCloseTo(1, within(1e-6));
    }

    @Test
    void oneRunWithoutHistoryIsItsForks() {
        Scatter scatter = Scatter.of(List.of(new double[] {0, 0.01, 0.02}), List.of(new double[] {0, 0.01, 0.02}));
        Noise noise = SuiteNoise.fit(List.of(scatter)).of(scatter);
        assertThat(noise.runShare()).isZero();
        assertThat(noise.degreesOfFreedom()).isGreaterThan(4);
    }

    /** Series of five baseline runs and a candidate of three forks each: σ = 1 %, τ = {@code runs} σ. */
    private static List<Scatter> suite(int size, double runs) {
        SplittableRandom random = new SplittableRandom(11);
        List<Scatter> suite = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            List<double[]> made = new ArrayList<>();
            for (int run = 0; run < 6; run++) {
                double shift = runs * 0.01 * random.nextGaussian();
                made.add(new double[] {
                    shift + 0.01 * random.nextGaussian(),
                    shift + 0.01 * random.nextGaussian(),
                    shift + 0.01 * random.nextGaussian()
                });
            }
            suite.add(Scatter.of(made.subList(0, 5), made.subList(5, 6)));
        }
        return suite;
    }
}
