package dev.plumbline.charts.scale;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ValueRangeTest {

    private static final double[] NONE = {};

    private static ValueRange of(double... means) {
        return ValueRange.of(means, NONE, NONE);
    }

    @Test
    void leavesALoneWildValueOutside() {
        ValueRange range = of(10, 10.1, 9.9, 10, 10.2, 95, 10, 9.9, 10.1, 10);
        assertThat(range.contains(95)).isFalse();
        assertThat(range.contains(9.9)).isTrue();
        assertThat(range.high()).isLessThan(11);
    }

    @Test
    void showsAStepInFull() {
        // ______
        //       ‾‾‾‾‾‾
        ValueRange range = of(10, 10, 10, 10, 10, 10, 40, 40, 40, 40, 40, 40);
        assertThat(range.contains(10)).isTrue();
        assertThat(range.contains(40)).isTrue();
    }

    @Test
    void showsAWildValueThatIsAChangePoint() {
        double[] means = {10, 10.1, 9.9, 10, 10.2, 10, 9.9, 10.1, 10, 95};
        assertThat(ValueRange.of(means, NONE, NONE).contains(95)).isFalse();
        assertThat(ValueRange.of(means, new double[] {95}, NONE).contains(95)).isTrue();
    }

    @Test
    void keepsCalmSeriesCalm() {
        // Two units in ten thousand: the range is 2 % of the level and padding, so they look like nothing.
        ValueRange range = of(10_000, 10_002, 10_001, 10_000);
        assertThat(range.high() - range.low()).isGreaterThan(200);
    }

    @Test
    void beginsAtZeroWhenThatIsClose() {
        assertThat(of(2, 10, 5, 3).low()).isZero();
        assertThat(of(-2, -10, -5).high()).isZero();
        assertThat(of(8, 10, 9).low()).isBetween(7.0, 8.0);
    }

    @Test
    void isNotStretchedFarByForks() {
        double[] means = {10, 11, 10, 11};
        ValueRange range = ValueRange.of(means, NONE, new double[] {1_000, -1_000});
        // A span of 1 and 0.6 of it on each side, and padding.
        assertThat(range.high()).isBetween(11.6, 12.0);
        assertThat(range.low()).isBetween(9.0, 9.4);
    }

    @Test
    void isNeverEmpty() {
        assertThat(of()).isEqualTo(new ValueRange(0, 1));
        assertThat(of(0, 0)).isEqualTo(new ValueRange(0, 1));
        assertThat(of(5).low()).isLessThan(5);
        assertThat(of(5).high()).isGreaterThan(5);
        assertThat(of(Double.MIN_VALUE).high()).isGreaterThan(0);
    }
}
