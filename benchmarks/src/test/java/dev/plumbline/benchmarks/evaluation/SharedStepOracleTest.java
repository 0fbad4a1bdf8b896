package dev.plumbline.benchmarks.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SharedStepOracleTest {

    private static final double SIZE = Math.log(1.08);

    @Test
    void aCalmMovementTellsTheStepAndItsPlace() {
        SharedStepOracle oracle = new SharedStepOracle(noise(0.01, 0), 7, 30, SIZE);

        assertThat(oracle.tellable()).isTrue();
        assertThat(oracle.tellableByDensity()).isTrue();
        assertThat(oracle.likeliest()).isBetween(29, 31);
    }

    @Test
    void aMovementThatScattersAsMuchDoesNot() {
        SharedStepOracle oracle = new SharedStepOracle(noise(0.1, 0), 7, 30, SIZE);

        assertThat(oracle.tellable()).isFalse();
        assertThat(oracle.tellableByDensity()).isFalse();
    }

    @Test
    void twoKindsOfMachinesAreNoScatterToOneWhoKnowsThem() {
        SharedStepOracle oracle = new SharedStepOracle(noise(0.005, 0.2), 7, 30, SIZE);

        assertThat(oracle.tellable()).isFalse();
        assertThat(oracle.tellableByDensity()).isTrue();
    }

    @Test
    void beforeTheStepThereHasToBeARun() {
        SharedStepOracle oracle = new SharedStepOracle(noise(0.01, 0), 30, 30, SIZE);

        assertThat(oracle.tellable()).isFalse();
        assertThat(oracle.tellableByDensity()).isFalse();
    }

    /** Fifty runs whose machines take turns. */
    private static double[] noise(double deviation, double kinds) {
        SplittableRandom random = new SplittableRandom(20_260_101);
        double[] movement = new double[50];
        Arrays.setAll(movement, run -> deviation * random.nextGaussian() + (run % 2 == 0 ? kinds : 0));
        return movement;
    }
}
