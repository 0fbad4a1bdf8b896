package dev.plumbline.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SerialDependenceTest {

    @Test
    void isTheCorrelationOfNeighboursOverAllSequences() {
        // numpy, each sequence about its own mean: products / squares = 0.6041667;
        // scipy.stats.norm.sf((0.6041667 + 1/8) * sqrt(16)) = 0.00176897; (0.6041667 * 8 + 1) / 5 = 1.17, held to 0.99.
        SerialDependence dependence = SerialDependence.of(
                List.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8}, new double[] {2, 1, 2, 3, 3, 4, 3, 2}));

        assertThat(dependence.pValue()).isEqualTo(0.0017689682, within(1e-9));
        assertThat(dependence.correlation()).isEqualTo(0.99);
    }

    /** One in a thousand, with four standard errors: 4 · √(0.001 / 20,000) = 0.0009. */
    @ParameterizedTest
    @CsvSource({"1, 5", "1, 20", "3, 5", "5, 10", "5, 20"})
    void independentValuesDependOnceInAThousand(int sequences, int length) {
        SplittableRandom random = new SplittableRandom(31L * sequences + length);
        int draws = 20_000;
        int found = 0;
        for (int draw = 0; draw < draws; draw++) {
            found += SerialDependence.of(autoregressive(random, sequences, length, 0))
                                    .pValue()
                            < 0.001
                    ? 1
                    : 0;
        }
        assertThat((double) found / draws).isLessThan(0.001 + 0.0009);
    }

    /**
     * The mean of 500 estimates from 5 sequences of 40; the standard error of one is about √((1 − ρ²) / 200) ≤ 0.07, of
     * their mean 0.003, and what is left of the bias is of the order 1 / 40².
     */
    @ParameterizedTest
    @CsvSource({"0.3", "0.6", "0.8"})
    void theEstimateIsNearlyUnbiased(double correlation) {
        SplittableRandom random = new SplittableRandom(17);
        double sum = 0;
        for (int draw = 0; draw < 500; draw++) {
            sum += SerialDependence.of(autoregressive(random, 5, 40, correlation))
                    .correlation();
        }
        assertThat(sum / 500).isEqualTo(correlation, within(0.02));
    }

    @Test
    void dependentValuesAreWorthFewer() {
        assertThat(new SerialDependence(0.6, 0).effective(100)).isEqualTo(25, within(1e-9));
        assertThat(new SerialDependence(0, 1).effective(100)).isEqualTo(100);
    }

    @Test
    void ofConstantsAndShortSequencesNothingIsSaid() {
        assertThat(SerialDependence.of(List.of()).pValue()).isEqualTo(1);
        assertThat(SerialDependence.of(List.of(new double[10])).pValue()).isEqualTo(1);
        double[] roundedMean = new double[10];
        Arrays.fill(roundedMean, 0.1);
        assertThat(SerialDependence.of(List.of(roundedMean)).pValue()).isEqualTo(1);
        assertThat(SerialDependence.of(List.of(new double[] {1, 2, 3, 4})).pValue())
                .isEqualTo(1);
    }

    private static List<double[]> autoregressive(
            SplittableRandom random, int sequences, int length, double correlation) {
        List<double[]> all = new ArrayList<>();
        for (int sequence = 0; sequence < sequences; sequence++) {
            double[] values = new double[length];
            double last = random.nextGaussian();
            for (int i = 0; i < length; i++) {
                last = correlation * last + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
                values[i] = last;
            }
            all.add(values);
        }
        return all;
    }
}
