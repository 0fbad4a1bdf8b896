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
    void trigammaAndItsInverseAgreeWithSciPy() {
        // scipy.special.polygamma(1, x), and its root by brentq.
        assertThat(Trigamma.of(0.25)).isCloseTo(17.197329154507113, within(1e-11));
        assertThat(Trigamma.of(2.5)).isCloseTo(0.4903577561002349, within(1e-12));
        assertThat(Trigamma.of(10)).isCloseTo(0.10516633568168576, within(1e-12));
        assertThat(Trigamma.inverse(1e-3)).isCloseTo(1000.4999166666818, within(1e-4));
        assertThat(Trigamma.inverse(0.1)).isCloseTo(10.491681821078421, within(1e-8));
        assertThat(Trigamma.inverse(1)).isCloseTo(1.4262551202150817, within(1e-9));
        assertThat(Trigamma.inverse(50)).isCloseTo(0.14337981235286149, within(1e-9));
    }

    @Test
    void fitsAsLimmasFitFDistWithTheSamplingTermsOverOneFewer() {
        // limma's fitFDist, in Python: e = log(x) - digamma(d/2) + log(d/2); m = mean(e) = -7.878878311902886;
        // limma's v = sum((e - m)²)/7 - mean(trigamma(d/2)) = 0.4784409; here v = sum((e - m)² - trigamma(d/2))/7 =
        // 0.3863074868248118; d₀ = 2 trigammaInverse(v); s₀² = exp(m + digamma(d₀/2) - log(d₀/2)).
        // No e is more than 1.7 robust standard deviations from the median, so none is drawn in.
        double[] x = {1e-4, 2.5e-4, 4e-4, 9e-4, 3e-4, 6e-5, 1.5e-3, 2e-4};
        VariancePrior prior = VariancePrior.fit(x, constant(8, 4), BUILT_IN, 1e-12);
        assertThat(prior.degreesOfFreedom()).isCloseTo(6.114422847777451, within(1e-6));
        assertThat(prior.variance()).isCloseTo(0.0003187029743474844, within(1e-10));

        // The same with d = 4, 2, 8, 4, 10, 4, 6, 3: m = -7.878415629154916, v = 0.29040630631760017.
        VariancePrior unequal = VariancePrior.fit(x, new double[] {4, 2, 8, 4, 10, 4, 6, 3}, BUILT_IN, 1e-12);
        assertThat(unequal.degreesOfFreedom()).isCloseTo(7.839204166487504, within(1e-6));
        assertThat(unequal.variance()).isCloseTo(0.00033167018278516727, within(1e-10));
    }

    @Test
    void yieldsToAVarianceFarAboveItByHowMuchItIsDoubted() {
        VariancePrior prior = new VariancePrior(2, 4);
        // s² = 20: the ratio 0.5·4/20 = 0.1, its square 0.01: half doubted, 2·(1 - 0.5·0.99) = 1.01.
        assertThat(prior.believedBy(20, 0.5).degreesOfFreedom()).isCloseTo(1.01, within(1e-12));
        assertThat(prior.believedBy(20, 0)).isEqualTo(prior);
        assertThat(prior.believedBy(2, 0.9)).isEqualTo(prior);
        assertThat(prior.believedBy(0, 0.9)).isEqualTo(prior);
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
