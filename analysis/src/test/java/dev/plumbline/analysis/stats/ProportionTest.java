package dev.plumbline.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ProportionTest {

    @Test
    void hasJeffreysInterval() {
        // Brown, Cai and DasGupta 2001, table 5 of Jeffreys limits: n = 10, x = 1 and x = 5.
        assertThat(new Proportion(1, 10).low(0.95)).isCloseTo(0.011, within(5e-4));
        assertThat(new Proportion(1, 10).high(0.95)).isCloseTo(0.381, within(5e-4));
        assertThat(new Proportion(5, 10).low(0.95)).isCloseTo(0.224, within(5e-4));
        assertThat(new Proportion(5, 10).high(0.95)).isCloseTo(0.776, within(5e-4));
    }

    @Test
    void isTheSameSeenFromTheOtherSide() {
        assertThat(new Proportion(3, 17).low(0.9)).isCloseTo(1 - new Proportion(14, 17).high(0.9), within(1e-9));
    }

    @Test
    void reachesTheEndWhereItNeverOrAlwaysWasSo() {
        assertThat(new Proportion(0, 10).low(0.95)).isZero();
        assertThat(new Proportion(0, 10).high(0.95)).isCloseTo(0.217, within(5e-4));
        assertThat(new Proportion(10, 10).high(0.95)).isEqualTo(1);
    }

    @Test
    void knowsNothingWithoutATrial() {
        assertThat(new Proportion(0, 0).share()).isNaN();
        assertThat(new Proportion(0, 0).low(0.95)).isZero();
        assertThat(new Proportion(0, 0).high(0.95)).isEqualTo(1);
    }

    @Test
    void refusesMoreThanAll() {
        assertThatThrownBy(() -> new Proportion(3, 2)).isInstanceOf(IllegalArgumentException.class);
    }
}
