package dev.plumbline.server.site.series;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.charts.scale.AxisUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartUnitTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            s/op    | 3.19e-5 | µs/op          | 31.9 µs/op
            s/op    | 2.5     | s/op           | 2.50 s/op
            s/op    | 1e-3    | ms/op          | 1.00 ms/op
            s/op    | 4.2e-10 | ns/op          | 0.420 ns/op
            s/op    | 7200    | s/op           | 7,200 s/op
            s       | 0.25    | ms             | 250 ms
            ops/s   | 48.2e6  | Mops/s         | 48.2 Mops/s
            ops/s   | 950     | ops/s          | 950 ops/s
            B/op    | 2472    | B/op           | 2,472 B/op
            B/op    | 24720   | kB/op          | 24.72 kB/op
            B/op    | 24      | B/op           | 24 B/op
            MB/sec  | 1500    | GB/s           | 1.50 GB/s
            MB/sec  | 0.5     | kB/s           | 500 kB/s
            '#/op'  | 3.25    | '#/op'         | '3.25 #/op'
            counts  | 4.5e7   | ×10⁶ counts    | 45,000,000 counts
            widgets | 2e-5    | ×10⁻⁶ widgets  | 0.00002 widgets
            s/op    | 0       | s/op           | 0 s/op
            """)
    void showsAValueAsPagesDo(String base, double value, String label, String text) {
        AxisUnit.Scale unit = new ChartUnit(base).scale(value);
        assertThat(unit.label()).isEqualTo(label);
        assertThat(unit.describe(value)).isEqualTo(text);
    }
}
