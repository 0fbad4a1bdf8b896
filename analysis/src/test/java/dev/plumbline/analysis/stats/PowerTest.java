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
    void comesNearTheNonCentralT() {
        // The non-centrality at which P(|T'| > t₀.₉₇₅) = 0.8, by SciPy (numeric integral over χ): 3.7610595 at 4
        // degrees of freedom,
        // 3.2009189 at 8, 2.9626708 at 18, 2.8749172 at 38. The shifted t is 1.2 %, 0.2 %, 0.01 % and 0.02 % off.
        Power power = new Power(new StudentT(), 0.05, 0.8);
        assertThat(power.smallestDetectable(1, 4)).isCloseTo(3.7610595, within(0.045));
        assertThat(power.smallestDetectable(1, 8)).isCloseTo(3.2009189, within(0.007));
        assertThat(power.smallestDetectable(1, 18)).isCloseTo(2.9626708, within(0.001));
        assertThat(power.smallestDetectable(1, 38)).isCloseTo(2.8749172, within(0.001));
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
