package dev.plumbline.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VarianceComponentsTest {

    @Test
    void poolsIterationsRelativeToTheirForks() {
        // {9, 11}: squares 2 over 10² = 0.02; {38, 40, 42}: 8 over 40² = 0.005. 0.025 over 1 + 2 degrees of freedom;
        // 2/(1/2 + 1/3) = 2.4 iterations.
        IterationScatter scatter = IterationScatter.of(List.of(new double[] {9, 11}, new double[] {38, 40, 42}));
        assertThat(scatter.variance()).isCloseTo(0.025 / 3, within(1e-15));
        assertThat(scatter.degreesOfFreedom()).isEqualTo(3);
        assertThat(scatter.iterations()).isCloseTo(2.4, within(1e-12));
        assertThat(scatter.ofForkMean()).isCloseTo(0.025 / 3 / 2.4, within(1e-15));
    }

    @Test
    void forksWithoutTwoPositiveIterationsSayNothing() {
        assertThat(IterationScatter.of(
                        List.of(new double[] {1}, new double[] {}, new double[] {-1, 1}, new double[] {Double.NaN, 1})))
                .isEqualTo(IterationScatter.UNKNOWN);
        assertThat(IterationScatter.UNKNOWN.known()).isFalse();
    }

    @Test
    void takesFromTheForksWhatIterationsExplain() {
        // Kalibera and Jones: T₂² = S₂² - S₁²/n₁ = 0.05 - 0.08/4.
        VarianceComponents components = VarianceComponents.of(new IterationScatter(0.08, 12, 4), 0.05);
        assertThat(components.iteration()).isCloseTo(0.08, within(1e-15));
        assertThat(components.fork()).isCloseTo(0.03, within(1e-15));
        assertThat(components.ofForkMean(4)).isCloseTo(0.05, within(1e-15));
        assertThat(components.ofForkMean(16)).isCloseTo(0.035, within(1e-15));
    }

    @Test
    void whereIterationsExplainMoreThanThereIsTheyExplainAll() {
        VarianceComponents components = VarianceComponents.of(new IterationScatter(0.4, 12, 4), 0.05);
        assertThat(components.fork()).isZero();
        assertThat(components.iteration()).isCloseTo(0.2, within(1e-15));
        assertThat(components.optimalIterations(10)).isEqualTo(VarianceComponents.MOST_ITERATIONS);
    }

    @Test
    void theOptimumWeighsTheCostOfAForkAgainstItsVariance() {
        // ⌈√(c₂/c₁ · T₁²/T₂²)⌉: √(10·9/1) = 9.49, √(10·1/9) = 1.05, √(10·0.001/9) < 1.
        assertThat(new VarianceComponents(9, 1).optimalIterations(10)).isEqualTo(10);
        assertThat(new VarianceComponents(1, 9).optimalIterations(10)).isEqualTo(2);
        assertThat(new VarianceComponents(0.001, 9).optimalIterations(10)).isEqualTo(1);
        assertThat(new VarianceComponents(0, 0).optimalIterations(10)).isEqualTo(1);
    }

    @Test
    void findsTheComponentsThatForksWereMadeWith() {
        // 2,000 forks of 10 iterations, 3 % from iteration to iteration, 2 % from fork to fork. The variance of fork
        // means has a
        // relative standard error of √(2/1999) = 3.2 %, that of iterations √(2/18000) = 1.1 %; T₂² is 0.0004 of
        // 0.00049: 3.9 %. Bounds are four.
        SplittableRandom random = new SplittableRandom(3);
        List<double[]> forks = new ArrayList<>();
        for (int fork = 0; fork < 2000; fork++) {
            double level = 100 * Math.exp(0.02 * random.nextGaussian());
            double[] iterations = new double[10];
            for (int i = 0; i < iterations.length; i++) {
                iterations[i] = level * (1 + 0.03 * random.nextGaussian());
            }
            forks.add(iterations);
        }
        VarianceComponents components = VarianceComponents.of(forks);
        assertThat(components.iteration()).isBetween(9e-4 * 0.955, 9e-4 * 1.045);
        assertThat(components.fork()).isBetween(4e-4 * 0.84, 4e-4 * 1.16);
    }

    @Test
    void oneForkHasNoComponents() {
        assertThatThrownBy(() -> VarianceComponents.of(List.of(new double[] {1, 2, 3})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got 1 forks with 2 degrees of freedom inside");
    }
}
