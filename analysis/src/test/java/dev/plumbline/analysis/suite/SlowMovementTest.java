package dev.plumbline.analysis.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SlowMovementTest {

    private static final int RUNS = 40;
    private static final double ERROR = 0.002;
    private static final Offset<Double> CLOSE = Offset.offset(1e-12);

    private final double[] movement = new double[RUNS];
    private final int[] series = new int[RUNS];
    private final int[] segment = new int[RUNS];

    private double[] slow(double... levels) {
        double[] errors = new double[RUNS];
        Arrays.fill(errors, ERROR);
        return SlowMovement.of(new SharedMovement(movement, series, errors), segment, levels);
    }

    private SlowMovementTest knownFrom(int run) {
        Arrays.fill(series, run, RUNS, 10);
        return this;
    }

    @Test
    void whatLastsAndIsWithinTheErrorOfARunIsTakenWhole() {
        Arrays.fill(movement, 0.0015);

        assertThat(knownFrom(0).slow(0)).containsOnly(new double[] {0.0015}, CLOSE);
    }

    @Test
    void theFartherItIsBeyondTheErrorTheLessOfItIsTaken() {
        Arrays.fill(movement, -0.01);

        assertThat(knownFrom(0).slow(0)).containsOnly(new double[] {-ERROR * ERROR / 0.01}, CLOSE);
    }

    @Test
    void aFewRunsAreNothingThatLasts() {
        Arrays.fill(movement, 20, 27, 0.1);

        assertThat(knownFrom(0).slow(0)).containsOnly(new double[] {0}, CLOSE);
    }

    @Test
    void itIsOffTheLevelOfTheSegmentAndReachesOverNoBoundary() {
        Arrays.fill(movement, 20, RUNS, 0.081);
        Arrays.fill(segment, 20, RUNS, 1);

        double[] slow = knownFrom(0).slow(0, 0.08);

        assertThat(Arrays.copyOf(slow, 20)).containsOnly(new double[] {0}, CLOSE);
        assertThat(Arrays.copyOfRange(slow, 20, RUNS)).containsOnly(new double[] {0.001}, CLOSE);
    }

    @Test
    void whereNothingIsKnownThereIsNone() {
        Arrays.fill(movement, 0.001);

        assertThat(slow(0)).containsOnly(new double[] {0}, CLOSE);
        assertThat(knownFrom(30).slow(0)[10]).isZero();
    }
}
