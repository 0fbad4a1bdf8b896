package dev.plumbline.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RobustCentreTest {

    private static final double[] EQUAL_SCALES = {1, 1, 1, 1, 1};

    @Test
    void ofSymmetricNumbersIsTheirMiddle() {
        RobustCentre centre = RobustCentre.of(new double[] {-2, -1, 0, 1, 2}, EQUAL_SCALES, 1e-3);

        assertThat(centre.value()).isCloseTo(0, within(1e-12));
        assertThat(Arrays.stream(centre.weights()).sum()).isCloseTo(1, within(1e-12));
    }

    /**
     * The centre is where the weighted mean is the centre again; with the weights of the biweight, c = Σ w(x − c) x / Σ w(x − c).
     */
    @Test
    void aNumberSomewhatApartHasPartOfItsWeight() {
        RobustCentre centre = RobustCentre.of(new double[] {0, 0, 0, 0, 3}, EQUAL_SCALES, 1e-3);

        assertThat(centre.value()).isCloseTo(fixedPoint(new double[] {0, 0, 0, 0, 3}), within(2e-3));
    }

    /** The same equation, solved slowly. */
    private static double fixedPoint(double[] numbers) {
        double centre = 0;
        for (int i = 0; i < 10_000; i++) {
            double sum = 0;
            double total = 0;
            for (double number : numbers) {
                double distance = (number - centre) / 4.685;
                double weight = Math.pow(Math.max(0, 1 - distance * distance), 2);
                sum += weight * number;
                total += weight;
            }
            centre = sum / total;
        }
        return centre;
    }

    @Test
    void aMinorityFarAwayHasNoWeightAtAll() {
        double[] numbers = {0.1, -0.1, 0.05, -0.05, 0, 50, 51, 49, 50};
        double[] scales = new double[numbers.length];
        Arrays.fill(scales, 0.1);

        RobustCentre centre = RobustCentre.of(numbers, scales, 1e-3);

        // The spread of all numbers widens the limit, yet not as far as 50.
        assertThat(centre.value()).isCloseTo(0, within(1e-4));
        assertThat(centre.weights()[5]).isZero();
    }

    @Test
    void aNumberWithAWideScaleCountsLess() {
        RobustCentre centre = RobustCentre.of(new double[] {0, 0, 0, 0, 1}, new double[] {1, 1, 1, 1, 10}, 1e-3);

        assertThat(centre.value()).isBetween(0.0, 0.01);
    }

    @Test
    void noFewNumbersRuleHoweverSmallTheirScale() {
        RobustCentre centre = RobustCentre.of(new double[] {-1, 1, -1, 1, 0.9}, new double[] {1, 1, 1, 1, 1e-9}, 1e-3);

        assertThat(centre.weights()[4]).isLessThan(0.6);
    }

    /** The standard error of the mean of 100 normal numbers is 0.1; the biweight has 95 % of its efficiency. */
    @Test
    void theStandardErrorIsWhatTheCentreScattersBy() {
        SplittableRandom random = new SplittableRandom(7);
        double[] scales = new double[100];
        Arrays.fill(scales, 1);
        double squares = 0;
        double told = 0;
        int rounds = 400;
        for (int round = 0; round < rounds; round++) {
            double[] numbers = new double[100];
            Arrays.setAll(numbers, i -> random.nextGaussian());
            RobustCentre centre = RobustCentre.of(numbers, scales, 1e-3);
            squares += centre.value() * centre.value();
            told += centre.standardError();
        }
        // The relative standard error of a standard deviation from 400 values is 1/√800 = 3.5 %; four of them.
        assertThat(Math.sqrt(squares / rounds)).isCloseTo(told / rounds, within(0.14 * told / rounds));
    }

    @Test
    void numbersWithoutAnySpreadHaveTheirOwnValueAsCentre() {
        RobustCentre centre = RobustCentre.of(new double[] {3, 3, 3}, new double[3], 1e-3);

        assertThat(centre.value()).isEqualTo(3);
        assertThat(centre.standardError()).isZero();
    }
}
