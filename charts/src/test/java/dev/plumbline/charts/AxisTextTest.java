package dev.plumbline.charts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTextTest {

    @ParameterizedTest
    @CsvSource({
        "s/op, 3.19e-5, µs/op, 31.9 µs/op",
        "s/op, 2.5, s/op, 2.5 s/op",
        "s/op, 1e-3, ms/op, 1 ms/op",
        "s/op, 4.2e-10, ps/op, 420 ps/op",
        "s/op, 7200, s/op, 7200 s/op",
        "s, 0.25, ms, 250 ms",
        "ops/s, 48.2e6, Mops/s, 48.2 Mops/s",
        "ops/s, 950, ops/s, 950 ops/s",
        "B/op, 2472, B/op, 2472 B/op",
        "B/op, 24720, kB/op, 24.72 kB/op",
        "B/op, 24, B/op, 24 B/op",
        "MB/sec, 1500, GB/s, 1.5 GB/s",
        "MB/sec, 0.5, kB/s, 500 kB/s",
        "#/op, 3.25, #/op, 3.25 #/op",
        "counts, 4.5e7, ×10⁶ counts, 45 ×10⁶ counts",
        "widgets, 2e-5, ×10⁻⁶ widgets, 20 ×10⁻⁶ widgets",
    })
    void scalesUnits(String base, double value, String label, String text) {
        DisplayUnit unit = DisplayUnit.of(base, value);
        assertThat(unit.label()).isEqualTo(label);
        assertThat(unit.describe(value)).isEqualTo(text);
    }

    @Test
    void groupsDigitsOfLongNumbers() {
        assertThat(Figures.fixed(1_234_567.5, 1)).isEqualTo("1\u2009234\u2009567.5");
        assertThat(Figures.fixed(-9_999, 0)).isEqualTo("−9999");
        assertThat(Figures.significant(0.000_123_456, 3)).isEqualTo("0.000123");
        assertThat(Figures.significant(1.5e-9, 3)).isEqualTo("1.5×10⁻⁹");
        assertThat(Figures.significant(2e20, 3)).isEqualTo("2×10²⁰");
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
        assertThat(Ticks.between(2_450, 2_480, 6).label(2_455)).isEqualTo("2455");
    }

    @Test
    void shortensPathsWithoutChangingThem() {
        assertThat(PathData.compact("M1 2 L3 4 L5 6 Z")).isEqualTo("M1 2 3 4 5 6Z");
        assertThat(PathData.compact("M 1 2 L 3 -4 M5 6 L5 6")).isEqualTo("M1 2 3 -4M5 6h0");
        assertThat(PathData.compact("M1 2 L1 2 M3 4 L3 4 L5 6")).isEqualTo("M1 2h0M3 4h0L5 6");
        assertThat(PathData.compact("M1 2 C3 4 5 6 7 8 L9 10")).isEqualTo("M1 2C3 4 5 6 7 8L9 10");
    }
}
