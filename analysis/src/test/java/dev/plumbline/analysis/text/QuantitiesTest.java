package dev.plumbline.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class QuantitiesTest {

    @Test
    void writesBothValuesWithThePrefixAndDecimalsOfTheSmaller() {
        assertThat(row("s/op", 9.6e-7, 1.24e-6)).containsExactly("960 ns/op", "1,240 ns/op");
        assertThat(row("s/op", 9.87e-6, 12.3e-6)).containsExactly("9.87 µs/op", "12.30 µs/op");
        assertThat(row("ops/s", 1.5e6, 1.2e6)).containsExactly("1.50 Mops/s", "1.20 Mops/s");
        assertThat(row("B/op", 24.0001, 40)).containsExactly("24 B/op", "40 B/op");
        assertThat(row("B/op", 24.5, 40)).containsExactly("24.5 B/op", "40.0 B/op");
        assertThat(row("#/op", 12345.678, 12346)).containsExactly("12,346 #/op", "12,346 #/op");
        assertThat(row("widgets", 1.5, 2)).containsExactly("1.5 widgets", "2.0 widgets");
    }

    /** What is counted differs by whole things: none of them is lost to rounding. */
    @Test
    void writesCountedValuesSoThatADifferenceIsSeen() {
        assertThat(row("B/op", 12_300, 12_304)).containsExactly("12,300 B/op", "12,304 B/op");
        assertThat(row("B/op", 10_024, 10_040)).containsExactly("10,024 B/op", "10,040 B/op");
        assertThat(row("B/op", 48_123_456, 48_123_480)).containsExactly("48,123,456 B/op", "48,123,480 B/op");
        // With the prefix the last digit is ten bytes; a hundred and more can be read.
        assertThat(row("B/op", 12_300, 13_500)).containsExactly("12.3 kB/op", "13.5 kB/op");
        assertThat(row("B/op", 12_300, 12_450)).containsExactly("12.30 kB/op", "12.45 kB/op");
        // Less than half a byte is what a profiler counts of the JVM's own.
        assertThat(row("B/op", 12_300.02, 12_300.31)).containsExactly("12.3 kB/op", "12.3 kB/op");
        assertThat(row("counts", 123_456, 123_457)).containsExactly("123,456 counts", "123,457 counts");
    }

    @Test
    void writesAListWithItsUnitOnce() {
        assertThat(list("s/op", 31.9e-6, 32.44e-6, 31.7e-6)).isEqualTo("31.9, 32.4, 31.7 µs/op");
        assertThat(list("s/op", 998e-9, 1.002e-6)).isEqualTo("998, 1,002 ns/op");
        assertThat(list("B/op", 12_300, 12_304, 12_300)).isEqualTo("12,300, 12,304, 12,300 B/op");
        assertThat(list("s/op", 1e-9, Double.NaN)).isEqualTo("1.00 ns/op, –");
        assertThat(list("", 1, 2)).isEqualTo("1, 2");
    }

    private static String list(String unit, double... values) {
        return Quantities.of(unit, values).list(values);
    }

    @Test
    void writesValuesThatLieFarApartEachOnItsOwn() {
        assertThat(row("s/op", 1e-9, 1)).containsExactly("1.00 ns/op", "1.00 s/op");
        assertThat(row("B/op", 1e-9, 2e-9)).containsExactly("1.00e-09 B/op", "2.00e-09 B/op");
    }

    @Test
    void copesWithZeroSignsAndWhatIsNoNumber() {
        assertThat(row("s/op", 0, 1e-6)).containsExactly("0.00 µs/op", "1.00 µs/op");
        assertThat(row("s/op", -2e-6, 1e-6)).containsExactly("−2.00 µs/op", "1.00 µs/op");
        assertThat(row("s/op", Double.NaN, Double.POSITIVE_INFINITY)).containsExactly("–", "∞ s/op");
        assertThat(row("", 0, 0)).containsExactly("0", "0");
    }

    private static List<String> row(String unit, double... values) {
        Quantities scale = Quantities.of(unit, values);
        return DoubleStream.of(values)
                .mapToObj(value -> scale.format(value, Glyphs.UNICODE))
                .toList();
    }
}
