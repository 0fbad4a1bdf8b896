package dev.plumbline.analysis.format.jmh;

import static dev.plumbline.analysis.format.DocumentReading.format;
import static dev.plumbline.analysis.format.DocumentReading.results;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.hostile.HostileDocuments;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Harness;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What kotlinx-benchmark writes on native and in JavaScript. */
class KotlinxReaderTest {

    private static final String REPORT = """
            [
              {
                "benchmark": "test.CommonBenchmark.mathBenchmark",
                "mode": "avgt",
                "configurationName": "main",
                "warmupIterations": 10,
                "warmupTime": "1 s",
                "measurementIterations": 3,
                "measurementTime": "1 s",
                "params": {
                  "size": "10"
                },
                "primaryMetric": {
                  "score": 100.0,
                  "scoreError": NaN,
                  "scoreConfidence": [NaN, NaN],
                  "scorePercentiles": {"0.0": 99.0, "50.0": 100.0},
                  "scoreUnit": "us/op",
                  "rawData": [[99.0, 100.0, 101.0]]
                },
                "secondaryMetrics": {}
              }
            ]
            """;

    @Test
    void isOneProcessOfItsOwnHarness() {
        BenchmarkResult result = results(REPORT).get(0);

        assertThat(format(REPORT.getBytes(StandardCharsets.UTF_8))).isEqualTo(ResultFormat.KOTLINX_JSON);
        assertThat(result.setup().harness()).isEqualTo(Harness.KOTLINX);
        assertThat(result.setup().warmupIterations()).isEqualTo(10);
        assertThat(result.primary().forks()).hasSize(1);
        assertThat(result.primary().forks().get(0).iterations()).hasSize(3);
        assertThat(result.primary().scoreError()).isNaN();
        assertThat(result.notes()).extracting(BenchmarkResult.Note::code).contains("one-process");
    }

    /** On the JVM it is JMH that measures and writes. */
    @Test
    void isJmhOnTheJvm() {
        String jvm = REPORT.replace("NaN", "\"NaN\"")
                .replace("\"mode\"", "\"jmhVersion\": \"1.37\", \"threads\": 1, \"forks\": 1, \"mode\"");

        assertThat(results(jvm).get(0).setup().harness()).isEqualTo(Harness.JMH);
    }

    @Test
    void isReadOrRejectedWhateverHappensToIt() throws IOException {
        HostileDocuments.areReadOrRejected(ResultFormat.KOTLINX_JSON, REPORT);
    }
}
