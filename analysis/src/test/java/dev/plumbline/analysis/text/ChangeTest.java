package dev.plumbline.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeTest {

    @ParameterizedTest
    @CsvSource({
        "1.29, +29.0 %",
        "0.968, −3.2 %",
        "1, 0.0 %",
        "1.0016, +0.2 %",
        "1.0004, +0.04 %",
        "1.00001, 0.0 %",
        "2.34, +134 %",
        "12.34, ×12.3",
        "1234.4, '×1,234'",
        "0.05, −95.0 %",
        "Infinity, ×∞",
        "NaN, –"
    })
    void showsARatioAsAChange(double ratio, String expected) {
        assertThat(Change.percent(ratio, Glyphs.UNICODE)).isEqualTo(expected);
    }

    @Test
    void showsAnIntervalWithOnePercentSign() {
        assertThat(Change.interval(1.201, 1.382, Glyphs.UNICODE)).isEqualTo("+20.1 … +38.2 %");
        assertThat(Change.interval(0.97, 1.01, Glyphs.ASCII)).isEqualTo("-3.0 .. +1.0 %");
        assertThat(Change.interval(9.5, 12.3, Glyphs.UNICODE)).isEqualTo("×9.50 … ×12.3");
        assertThat(Change.interval(811, 811, Glyphs.UNICODE)).isEqualTo("×811");
        assertThat(Change.interval(Double.NaN, 1, Glyphs.UNICODE)).isEqualTo("–");
    }

    @Test
    void showsASizeWithoutASign() {
        assertThat(Change.magnitude(0.041, Glyphs.UNICODE)).isEqualTo("4.1 %");
        assertThat(Change.magnitude(Double.NaN, Glyphs.UNICODE)).isEqualTo("–");
    }
}
