package dev.plumbline.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                "100.5    | B/op   | 100.5 B/op",
                "9999     | B/op   | 9,999 B/op",
                // Four digits of 9,999.6 are 10,000.
                "9999.6   | B/op   | 10 kB/op",
                "12300    | B/op   | 12.3 kB/op",
                "12340    | B/op   | 12.34 kB/op",
                "999960   | B/op   | 1 MB/op",
                "48123456 | B      | 48.12 MB",
                "0.0625   | B/op   | 0.0625 B/op",
                "1e-9     | B/op   | 1.00e-09 B/op",
                "123456789| counts | 123,456,789 counts",
                "1e16     | things | 1.00e+16 things",
                "12345.678| widgets| 12,346 widgets",
                "12.345   | %      | 12.35 %"
            })
    void givesCountsFourDigitsAndTheirWholePart(double value, String unit, String expected) {
        assertThat(Quantity.format(value, unit)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // What JMH's profiler calls an allocation rate, and what Go says of its throughput.
                "1204.3   | MB/sec | 1.20 GB/s",
                "0.5      | MB/sec | 500 kB/s",
                "2.5e9    | B/s    | 2.50 GB/s",
                "120      | MB/s   | 120 MB/s",
                // Not kept in its base unit: a value is in the unit that stands beside it.
                "31.9     | us/op  | 31.9 µs/op"
            })
    void writesUnitsThatHaveAnotherFormInThatForm(double value, String unit, String expected) {
        assertThat(Quantity.format(value, unit)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"s/op", "s", "ops/s", "B/op", "B", "B/s", "MB/sec", "#/op", "counts", "%", "widgets", ""})
    void growsWithTheValueAndStaysShort(String unit) {
        Random random = new Random(7);
        double[] values = random.doubles(2_000, -12, 14)
                .map(exponent -> Math.pow(10, exponent))
                .sorted()
                .toArray();
        double before = 0;
        for (double value : values) {
            String text = Quantity.format(value, unit);
            double read = read(text);
            assertThat(read).as("%s after %s", text, before).isGreaterThanOrEqualTo(before);
            assertThat(text.length()).as(text).isLessThan(36);
            before = read;
        }
    }

    /** Where there is a next prefix, a thousand of the one before is one of the next. */
    @ParameterizedTest
    @CsvSource({"s/op, -9, 0", "ops/s, 0, 12", "B/s, 0, 12", "B/op, 4, 12"})
    void neverWritesAThousandWithAPrefixThatHasANext(String unit, int lowest, int highest) {
        Random random = new Random(11);
        double below = Math.nextDown(1.0);
        double[] exponents = random.doubles(2_000, lowest, highest).toArray();
        for (double exponent : exponents) {
            double thousand = Math.pow(10, 3 * Math.ceil(exponent / 3)) * below;
            for (double value : new double[] {Math.pow(10, exponent), thousand, 0.9996 * thousand}) {
                if (value < 0.999 * Math.pow(10, highest)) {
                    assertThat(Quantity.format(value, unit)).doesNotContain(",");
                }
            }
        }
    }

    /** A thousand times the value has the same digits. */
    @ParameterizedTest
    @CsvSource({"s/op, -9, -3", "s, -9, -3", "ops/s, 0, 9", "B/s, 0, 9", "B/op, 4, 9", "MB/sec, -6, 3"})
    void keepsTheDigitsWhenThePrefixChanges(String unit, double lowest, double highest) {
        Random random = new Random(3);
        for (double exponent : random.doubles(500, lowest, highest).toArray()) {
            double value = Math.pow(10, exponent);
            assertThat(digits(1_000 * value, unit)).isEqualTo(digits(value, unit));
        }
    }

    private static String digits(double value, String unit) {
        String text = Quantity.format(value, unit);
        return text.substring(0, text.indexOf(' '));
    }

    /** The number that a text says, in the unit without a prefix. */
    private static double read(String text) {
        String[] parts = text.split(" ", 2);
        double number = Double.parseDouble(parts[0].replace(",", ""));
        String label = parts.length < 2 ? "" : parts[1];
        String prefixed = label.matches("[nµmkMGT](s|s/op|ops/s|B|B/op|B/s)") ? label.substring(0, 1) : "";
        return number
                * switch (prefixed) {
                    case "n" -> 1e-9;
                    case "µ" -> 1e-6;
                    case "m" -> 1e-3;
                    case "k" -> 1e3;
                    case "M" -> 1e6;
                    case "G" -> 1e9;
                    case "T" -> 1e12;
                    default -> 1;
                };
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
