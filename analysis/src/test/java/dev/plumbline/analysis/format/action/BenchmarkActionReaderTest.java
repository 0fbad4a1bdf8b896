package dev.plumbline.analysis.format.action;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analysis.format.DocumentReading;
import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.hostile.HostileDocuments;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Direction;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchmarkActionReaderTest {

    /** As the documentation of github-action-benchmark shows it, with a range and without. */
    private static final String DOCUMENT = """
            [
              {"name": "My Custom Smaller Is Better Benchmark - CPU Load", "unit": "Percent", "value": 50},
              {"name": "parse / large", "unit": "ms", "value": 12.5, "range": "± 3%", "extra": "12 samples\\nof one run"},
              {"name": "requests", "unit": "ops/sec", "value": 3500.5, "range": "12"},
              {"name": "heap", "unit": "B", "value": 1024},
              {"name": "broken", "unit": "ms", "value": NaN}
            ]
            """;

    @Test
    void readsEachValueInTheDirectionOfItsUnit() {
        List<BenchmarkResult> results = DocumentReading.read(ResultFormat.BENCHMARK_ACTION_JSON, DOCUMENT);

        assertThat(results)
                .extracting(result -> result.benchmark().key())
                .containsExactly(
                        "My Custom Smaller Is Better Benchmark - CPU Load[avgt,1]",
                        "parse / large[ss,1]",
                        "requests[thrpt,1]",
                        "heap[count,1]",
                        "broken[ss,1]");
        assertThat(results)
                .extracting(result -> result.primary().metric().unit().direction())
                .containsExactly(
                        Direction.NOT_KNOWN,
                        Direction.LOWER_IS_BETTER,
                        Direction.HIGHER_IS_BETTER,
                        Direction.LOWER_IS_BETTER,
                        Direction.LOWER_IS_BETTER);
        assertThat(results.get(1).primary().score()).isEqualTo(0.0125);
        assertThat(results.get(4).primary().forkValues()).isEmpty();
        assertThat(results.get(4).notes().get(0).code()).isEqualTo("not-measured");
    }

    @Test
    void rejectsWhatHasNoName() {
        assertThat(DocumentReading.refusal("[{\"name\": \"\", \"unit\": \"ms\", \"value\": 1}]"))
                .hasMessageContaining("has no name");
        assertThat(DocumentReading.refusal("[{\"name\": \"a\", \"unit\": \"ms\", \"value\": \"12 ms\"}]")
                        .code())
                .isEqualTo("invalid-field");
    }

    @Test
    void isReadOrRejectedWhenMutilated() throws IOException {
        HostileDocuments.areReadOrRejected(ResultFormat.BENCHMARK_ACTION_JSON, DOCUMENT);
    }
}
