package dev.plumbline.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class RowScaleTest {

    @Test
    void writesBothValuesWithThePrefixAndDecimalsOfTheSmaller() {
        assertThat(row("s/op", 9.6e-7, 1.24e-6)).containsExactly("960 ns", "1,240 ns");
        assertThat(row("s/op", 9.87e-6, 12.3e-6)).containsExactly("9.87 µs", "12.30 µs");
        assertThat(row("ops/s", 1.5e6, 1.2e6)).containsExactly("1.50 M/s", "1.20 M/s");
        assertThat(row("B/op", 24.0001, 40)).containsExactly("24 B", "40 B");
        assertThat(row("B/op", 24.5, 40)).containsExactly("24.5 B", "40.0 B");
        assertThat(row("#/op", 12345.678, 12346)).containsExactly("12,346", "12,346");
        assertThat(row("widgets", 1.5, 2)).containsExactly("1.5 widgets", "2.0 widgets");
    }

    @Test
    void writesValuesThatLieFarApartEachOnItsOwn() {
        assertThat(row("s/op", 1e-9, 1)).containsExactly("1.00 ns/op", "1.00 s/op");
        assertThat(row("B/op", 1e-9, 2e-9)).containsExactly("1.00e-09 B/op", "2.00e-09 B/op");
    }

    @Test
    void copesWithZeroSignsAndWhatIsNoNumber() {
        assertThat(row("s/op", 0, 1e-6)).containsExactly("0.00 µs", "1.00 µs");
        assertThat(row("s/op", -2e-6, 1e-6)).containsExactly("−2.00 µs", "1.00 µs");
        assertThat(row("s/op", Double.NaN, Double.POSITIVE_INFINITY)).containsExactly("–", "∞ s/op");
        assertThat(row("", 0, 0)).containsExactly("0", "0");
    }

    private static List<String> row(String unit, double... values) {
        RowScale scale = RowScale.of(unit, values);
        return DoubleStream.of(values)
                .mapToObj(value -> scale.format(value, Glyphs.UNICODE))
                .toList();
    }
}
