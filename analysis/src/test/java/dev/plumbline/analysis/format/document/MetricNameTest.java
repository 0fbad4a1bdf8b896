package dev.plumbline.analysis.format.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricNameTest {

    @ParameterizedTest
    @CsvSource({
        "gc.alloc.rate, gc.alloc.rate",
        "·gc.alloc.rate, gc.alloc.rate",
        "Â·gc.alloc.rate, gc.alloc.rate",
        "p0.50, p0.50",
        "bar·p0.50, p0.50",
        "prod·p0.50, prod:p0.50",
        "prod:p0.50, prod:p0.50",
        "score, secondary:score",
        "·score, secondary:score",
        "Score, Score"
    })
    void isTheSameWhateverVersionWroteIt(String label, String name) {
        assertThat(MetricName.of(label, "com.acme.Foo.bar")).isEqualTo(name);
    }
}
