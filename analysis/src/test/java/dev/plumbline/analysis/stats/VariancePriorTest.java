package dev.plumbline.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;

class VariancePriorTest {

    private static final VariancePrior BUILT_IN = new VariancePrior(1, 1e-4);

    @Test
    void trigammaInverseUndoesTrigamma() {
        // ψ′(1) = π²/6 and ψ′(1/2) = π²/2 (Abramowitz and Stegun 6.4.2, 6.4.4).
        assertThat(Trigamma.inverse(Math.PI * Math.PI / 6)).isCloseTo(1, within(1e-9));
        assertThat(Trigamma.inverse(Math.PI * Math.PI / 2)).isCloseTo(0.5, within(1e-9));
        for (double x = 1e-4; x < 1e5; x *= 3) {
            assertThat(Trigamma.inverse(Trigamma.of(x))).isCloseTo(x, within(1e-6 * x));
        }
    }

    @Test
    void findsThePriorThatVariancesWereDrawnFrom() {
        // 1/σ² ~ χ²(d₀)/(d₀ s₀²), s² | σ² ~ σ² χ²(4)/4, d₀ = 5, s₀ = 2 %. With 4,000 series the moment estimator of d₀
        // has a standard error of about 6 %, that of s₀² about 3 %; the bounds are four of them.
        double[] variances = draw(4000, 5, 4e-4, 4);
        VariancePrior prior = VariancePrior.fit(variances, constant(4000, 4), BUILT_IN, 5);
        assertThat(prior.degreesOfFreedom()).isBetween(3.8, 6.2);
        assertThat(prior.variance()).isBetween(3.5e-4, 4.5e-4);
    }

    @Test
    void oneVarianceForAllIsAStrongPrior() {
        double[] variances = draw(2000, 1e9, 4e-4, 4);
        VariancePrior prior = VariancePrior.fit(variances, constant(2000, 4), BUILT_IN, 5);
        assertThat(prior.degreesOfFreedom()).isGreaterThan(30);
        assertThat(prior.variance()).isBetween(3.6e-4, 4.4e-4);
    }

    @Test
    void zeroAndOutlierVariancesHardlyMoveIt() {
        double[] variances = draw(400, 5, 4e-4, 4);
        VariancePrior clean = VariancePrior.fit(variances, constant(400, 4), BUILT_IN, 5);
        for (int i = 0; i < 8; i++) {
            variances[i] = i % 2 == 0 ? 0 : 1e6;
        }
        VariancePrior soiled = VariancePrior.fit(variances, constant(400, 4), BUILT_IN, 5);
        assertThat(soiled.variance()).isBetween(clean.variance() / 1.5, clean.variance() * 1.5);
        assertThat(soiled.degreesOfFreedom()).isGreaterThan(clean.degreesOfFreedom() / 2);
    }

    @Test
    void withoutASuiteTheBuiltInPriorIsLeft() {
        assertThat(VariancePrior.fit(new double[0], new double[0], BUILT_IN, 5)).isEqualTo(BUILT_IN);
        assertThat(VariancePrior.fit(new double[] {0, 0}, new double[] {4, 4}, BUILT_IN, 5))
                .isEqualTo(BUILT_IN);
    }

    @Test
    void shrinkageIsTheWeightedMean() {
        // (2·1 + 4·7) / (2 + 4) = 5.
        assertThat(new VariancePrior(2, 1).shrink(7, 4)).isEqualTo(5);
    }

    private static double[] draw(int size, double priorDegrees, double location, double degrees) {
        SplittableRandom random = new SplittableRandom(7);
        ChiSquaredDistribution prior = new ChiSquaredDistribution(priorDegrees);
        ChiSquaredDistribution sampling = new ChiSquaredDistribution(degrees);
        double[] variances = new double[size];
        for (int i = 0; i < size; i++) {
            double variance =
                    priorDegrees * location / prior.inverseCumulativeProbability(random.nextDouble(0.0001, 0.9999));
            variances[i] =
                    variance * sampling.inverseCumulativeProbability(random.nextDouble(0.0001, 0.9999)) / degrees;
        }
        return variances;
    }

    private static double[] constant(int size, double value) {
        double[] values = new double[size];
        Arrays.fill(values, value);
        return values;
    }
}
