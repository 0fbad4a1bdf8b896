package dev.plumbline.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PowerTest {

    @Test
    void agreesWithRsPowerOfATTest() {
        // R: power.t.test(n = 20, delta = 1, sd = 1) has power 0.8689528; standard error √(2/20), 38 degrees of
        // freedom.
        Power power = new Power(new StudentT(), 0.05, 0.8689528);
        assertThat(power.smallestDetectable(Math.sqrt(0.1), 38)).isCloseTo(1, within(0.01));
    }

    @Test
    void fewestForksAreTheFirstThatSuffice() {
        Power power = new Power(new StudentT(), 0.05, 0.8);
        int forks = power.fewest(0.05, n -> 0.02 * Math.sqrt(2.0 / n), 10);
        assertThat(power.smallestDetectable(0.02 * Math.sqrt(2.0 / forks), 10)).isLessThanOrEqualTo(0.05);
        assertThat(power.smallestDetectable(0.02 * Math.sqrt(2.0 / (forks - 1)), 10))
                .isGreaterThan(0.05);
    }

    @Test
    void saysSoWhenNoNumberOfForksSuffices() {
        Power power = new Power(new StudentT(), 0.05, 0.8);
        assertThat(power.fewest(0.05, n -> 0.04 + 1.0 / n, 10)).isZero();
    }
}
