package dev.plumbline.analysis.format.androidx;

import static dev.plumbline.analysis.format.DocumentReading.format;
import static dev.plumbline.analysis.format.DocumentReading.refusal;
import static dev.plumbline.analysis.format.DocumentReading.results;
import static dev.plumbline.analysis.format.DocumentReading.secondary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.hostile.HostileDocuments;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Mode;
import dev.plumbline.analysis.model.Setup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AndroidxReaderTest {

    private static final String REPORT = """
            {"context": {"build": {"brand": "google", "device": "redfin", "fingerprint": "f", "model": "Pixel 5",
               "version": {"sdk": 30}}, "cpuCoreCount": 8, "cpuLocked": true, "sustainedPerformanceModeEnabled": false,
               "compilationMode": "speed"},
             "benchmarks": [
               {"name": "sort", "params": {"size": 10}, "className": "com.acme.SortBenchmark", "totalRunTimeNs": 4975598256,
                "metrics": {
                  "allocationCount": {"minimum": 2.0, "maximum": 2.0, "median": 2.0, "runs": [2.0, 2.0]},
                  "timeNs": {"minimum": 5.5, "maximum": 5.75, "median": 5.625, "runs": [5.5, 5.625, 5.75]}},
                "sampledMetrics": {}, "warmupIterations": 4000, "repeatIterations": 1000, "thermalThrottleSleepSeconds": 0},
               {"name": "scroll", "params": {}, "className": "com.acme.ScrollBenchmark", "totalRunTimeNs": 1,
                "metrics": {
                  "frameCount": {"minimum": 5, "maximum": 7, "median": 6.0, "runs": [5, 7]},
                  "memoryHeapSizeMaxKb": {"minimum": 5, "maximum": 7, "median": 6.0, "runs": [5, 7]}},
                "sampledMetrics": {
                  "frameDurationCpuMs": {"P50": 4.0, "P90": 8.0, "P95": 9.0, "P99": 12.0, "runs": [[4.0, 4.1], [8.0]]}},
                "warmupIterations": 1, "repeatIterations": 2, "thermalThrottleSleepSeconds": 90}
             ]}
            """;

    @Test
    void readsAMicrobenchmark() {
        BenchmarkResult sort = results(REPORT).get(0);

        assertThat(format(REPORT.getBytes(StandardCharsets.UTF_8))).isEqualTo(ResultFormat.ANDROIDX_JSON);
        assertThat(sort.benchmark().key()).isEqualTo("com.acme.SortBenchmark.sort{size=10}[avgt,1]");
        assertThat(sort.primary().score()).isCloseTo(5.625e-9, within(1e-18));
        assertThat(sort.primary().metric().unit().base()).isEqualTo("s/op");
        assertThat(sort.primary().forks().get(0).iterations()).hasSize(3);
        assertThat(secondary(sort, "allocationCount").score()).isEqualTo(2);
        assertThat(secondary(sort, "allocationCount").metric().unit().base()).isEqualTo("allocs/op");
    }

    /** A report of frames has no time of its own: its score is their median. */
    @Test
    void readsAMacrobenchmark() {
        BenchmarkResult scroll = results(REPORT).get(1);

        assertThat(scroll.benchmark().mode()).isEqualTo(Mode.SINGLE_SHOT_TIME);
        assertThat(scroll.primary().score()).isCloseTo(4e-3, within(1e-12));
        assertThat(secondary(scroll, "frameDurationCpuMs P99").score()).isCloseTo(12e-3, within(1e-12));
        assertThat(secondary(scroll, "frameCount").metric().unit().directed()).isFalse();
        assertThat(secondary(scroll, "memoryHeapSizeMaxKb").metric().unit().base())
                .isEqualTo("KiB");
    }

    @Test
    void keepsWhatTheReportSaysOfTheDevice() {
        Setup setup = results(REPORT).get(0).setup();

        assertThat(setup.harness()).isEqualTo(Harness.ANDROIDX);
        assertThat(setup.settings())
                .containsEntry("model", "Pixel 5")
                .containsEntry("sdk", "30")
                .containsEntry("compilationMode", "speed")
                .containsEntry("sustainedPerformanceModeEnabled", "false")
                .containsEntry(Setup.FREQUENCY_SCALING, "off")
                .doesNotContainKey("warmupIterations");
        assertThat(results(REPORT).get(1).setup().settings())
                .containsEntry("repeatIterations", "2")
                .containsEntry("thermalThrottleSleepSeconds", "90.0");
    }

    @Test
    void readsAContextThatIsATextAndABenchmarkWithoutMetrics() {
        BenchmarkResult result = results(
                        "{\"context\":\"a device\",\"benchmarks\":[{\"name\":\"a\",\"className\":\"B\",\"metrics\":{}}]}")
                .get(0);

        assertThat(result.setup().setting("context")).isEqualTo("a device");
        assertThat(result.primary().score()).isNaN();
        assertThat(result.notes()).extracting(BenchmarkResult.Note::code).containsExactly("not-measured");
    }

    @Test
    void saysThatNothingWasMeasured() {
        assertThat(refusal("{\"context\":{\"build\":{}},\"benchmarks\":[]}")).hasMessageContaining("no benchmark");
    }

    @Test
    void readsOrRejectsWhateverHappensToADocument() throws IOException {
        HostileDocuments.areReadOrRejected(ResultFormat.ANDROIDX_JSON, REPORT);
    }
}
