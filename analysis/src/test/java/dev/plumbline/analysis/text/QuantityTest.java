package dev.plumbline.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantityTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3.19e-5   | s/op  | 31.9 µs/op",
                "3.1e-10   | s/op  | 0.310 ns/op",
                "9.9949e-7 | s/op  | 999 ns/op",
                // Three digits of 999.96 ns are 1000 ns, which is 1.00 µs.
                "9.9996e-7 | s/op  | 1.00 µs/op",
                "0.0125    | s/op  | 12.5 ms/op",
                "2         | s/op  | 2.00 s/op",
                "1234.5    | s/op  | 1,234 s/op",
                "0.5       | s     | 500 ms",
                "1.23e7    | ops/s | 12.3 Mops/s",
                "999       | ops/s | 999 ops/s",
                "0.25      | ops/s | 0.250 ops/s",
                "4.2e15    | ops/s | 4,200 Tops/s"
            })
    void givesTimesAndRatesThreeDigitsAndAPrefix(double value, String unit, String expected) {
        assertThat(Quantity.format(value, unit)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "24.0001  | B/op   | 24 B/op",
                "10024    | B/op   | 10,024 B/op",
                "10040    | B/op   | 10,040 B/op",
                "100.5    | B/op   | 100.5 B/op",
                "0.0625   | B/op   | 0.0625 B/op",
                "1e-9     | B/op   | 1.00e-09 B/op",
                "123456789| counts | 123,456,789 counts",
                "1e16     | things | 1.00e+16 things",
                "1204.3   | MB/sec | 1,204 MB/sec"
            })
    void givesOtherUnitsTheirWholePartInFull(double value, String unit, String expected) {
        assertThat(Quantity.format(value, unit)).isEqualTo(expected);
    }

    @Test
    void showsWhatIsNoNumberAsADash() {
        assertThat(Quantity.format(Double.NaN, "s/op")).isEqualTo("–");
        assertThat(Quantity.format(Double.NaN, "s/op", Glyphs.ASCII)).isEqualTo("-");
        assertThat(Quantity.format(Double.POSITIVE_INFINITY, "s/op")).isEqualTo("∞ s/op");
        assertThat(Quantity.format(0, "s/op")).isEqualTo("0 s/op");
    }

    @Test
    void keepsTheSignAndStaysWithinAsciiWhenAsked() {
        assertThat(Quantity.format(-2.5e-6, "s/op")).isEqualTo("−2.50 µs/op");
        assertThat(Quantity.format(-2.5e-6, "s/op", Glyphs.ASCII)).isEqualTo("-2.50 us/op");
    }

    @Test
    void leavesTheUnitOutWhereThereIsNone() {
        assertThat(Quantity.format(3, "")).isEqualTo("3");
    }
}
