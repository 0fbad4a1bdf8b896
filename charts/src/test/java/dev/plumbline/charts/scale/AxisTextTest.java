package dev.plumbline.charts.scale;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AxisTextTest {

    @Test
    void writesValuesInTheUnitThatIsHandedIn() {
        AxisUnit.Scale microseconds = new AxisUnit.Scale("µs/op", 1e6);
        assertThat(microseconds.describe(3.19e-5)).isEqualTo("31.9 µs/op");
        assertThat(AxisUnit.plain("B/op").scale(24_720).describe(24_720)).isEqualTo("24,720 B/op");
        assertThat(AxisUnit.plain("").scale(1).describe(0.5)).isEqualTo("0.5");
    }

    @Test
    void groupsDigitsOfLongNumbers() {
        assertThat(PlainNumbers.fixed(1_234_567.5, 1)).isEqualTo("1,234,567.5");
        assertThat(PlainNumbers.fixed(-9_999, 0)).isEqualTo("−9,999");
        assertThat(PlainNumbers.significant(0.000_123_456, 3)).isEqualTo("0.000123");
        assertThat(PlainNumbers.significant(1.5e-9, 3)).isEqualTo("1.5×10⁻⁹");
        assertThat(PlainNumbers.significant(2e20, 3)).isEqualTo("2×10²⁰");
    }

    @Test
    void placesTicksAtRoundNumbers() {
        // A span of 8.1 in about 5 parts: 2 is the least of 1, 2, 2.5, 5 not below 1.62.
        assertThat(Ticks.between(23.4, 31.5, 5).values()).containsExactly(24.0, 26.0, 28.0, 30.0);
        assertThat(Ticks.between(0, 1, 4).values()).containsExactly(0.0, 0.25, 0.5, 0.75, 1.0);
        assertThat(Ticks.between(0, 1, 4).label(0.25)).isEqualTo("0.25");
        assertThat(Ticks.between(0, 1, 5).label(0.2)).isEqualTo("0.2");
        assertThat(Ticks.between(-20, 20, 4).values()).containsExactly(-20.0, -10.0, 0.0, 10.0, 20.0);
        assertThat(Ticks.between(-20, 20, 4).label(-10)).isEqualTo("−10");
        // One step of 10 would leave 0 alone.
        assertThat(Ticks.between(0, 9.6, 1).values()).containsExactly(0.0, 5.0);
        assertThat(Ticks.between(2_450, 2_480, 6).label(2_455)).isEqualTo("2,455");
    }
}
