package dev.plumbline.analysis.format.vitest;

import static dev.plumbline.analysis.format.DocumentReading.fixture;
import static dev.plumbline.analysis.format.DocumentReading.fixtureBytes;
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
import dev.plumbline.analysis.model.Measurement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VitestReaderTest {

    @Test
    void readsTheMedianAndWhatElseVersion3Writes() {
        List<BenchmarkResult> results = fixture("vitest/vitest3-base.json");
        BenchmarkResult count = results.get(0);

        assertThat(format(fixtureBytes("vitest/vitest3-base.json"))).isEqualTo(ResultFormat.VITEST_JSON);
        assertThat(names(results))
                .containsExactly(
                        "bench/words.bench.js > words > count",
                        "bench/words.bench.js > words > fails",
                        "bench/words.bench.js > words > a \"quoted\" > name > split");
        assertThat(count.setup().harness()).isEqualTo(Harness.VITEST);
        // "median": 0.0500609999999142, "mean": 0.1132486627436554, in milliseconds
        assertThat(count.primary().score()).isCloseTo(0.0500609999999142e-3, within(1e-15));
        assertThat(secondary(count, "mean").score()).isCloseTo(0.1132486627436554e-3, within(1e-15));
        assertThat(count.primary().forks()).hasSize(1);
    }

    /** Of 2719 samples, 27 lie beyond p99 and 13 beyond p995, but not even 3 beyond p999. */
    @Test
    void leavesOutPercentilesThatFewSamplesSupport() {
        assertThat(fixture("vitest/vitest3-base.json").get(0).secondary())
                .extracting(measurement -> measurement.metric().name())
                .containsExactly("mean", "p75", "p99", "p995");
    }

    @Test
    void readsVersion5WithItsTests() {
        List<BenchmarkResult> results = fixture("vitest/vitest5-base.json");

        assertThat(names(results)).containsExactly("words.bench.js > words > count", "words.bench.js > words > fails");
        assertThat(results.get(0).primary().score()).isCloseTo(0.04999499999996715e-3, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vitest1", "vitest3-base", "vitest5-base"})
    void keepsFailedBenchmarksAsNotMeasured(String file) {
        BenchmarkResult failed = fixture("vitest/" + file + ".json").get(1);

        assertThat(failed.benchmark().name()).endsWith(" > words > fails");
        assertThat(failed.primary().score()).isNaN();
        assertThat(failed.notes()).extracting(BenchmarkResult.Note::code).containsExactly("not-measured");
    }

    /** The head counts the words of the text twice. */
    @ParameterizedTest
    @CsvSource({"vitest3", "vitest5"})
    void showsTheDifferenceOfTwoVersions(String version) {
        double base =
                fixture("vitest/" + version + "-base.json").get(0).primary().score();
        double head =
                fixture("vitest/" + version + "-head.json").get(0).primary().score();

        assertThat(head / base).isBetween(1.9, 2.1);
    }

    @Test
    void takesTheMeanWhereThereIsNoMedian() {
        // vitest 1: "mean": 0.10795783663188266, "moe": 0.02429933183682344
        Measurement score = fixture("vitest/vitest1.json").get(0).primary();

        assertThat(score.score()).isCloseTo(1.0795783663188267e-4, within(1e-15));
        assertThat(score.scoreError()).isCloseTo(2.429933183682344e-5, within(1e-15));
    }

    @Test
    void keepsSamplesThatWereAskedFor() {
        BenchmarkResult result = results(
                        "{\"files\":[{\"filepath\":\"a\",\"groups\":[{\"fullName\":\"a > b\",\"benchmarks\":"
                                + "[{\"name\":\"c\",\"mean\":2,\"median\":2,\"sampleCount\":3,\"samples\":[1,2,3]}]}]}]}")
                .get(0);

        assertThat(result.primary().forks().get(0).iterations()).containsExactly(1e-3, 2e-3, 3e-3);
        assertThat(result.notes()).isEmpty();
    }

    /** As vitest 0.34 wrote it with --reporter=json: its samples may be a remark. */
    @Test
    void readsTheReportBeforeOutputJson() {
        List<BenchmarkResult> results =
                results("{\"numTotalTestSuites\":1,\"numTotalTests\":2,\"testResults\":{\"sort\":["
                        + "{\"name\":\"normal\",\"mean\":2,\"hz\":500,\"samples\":\"ignore on terminal\"},"
                        + "{\"name\":\"reverse\",\"mean\":4,\"hz\":250,\"samples\":[3,5]}]}}");

        assertThat(names(results)).containsExactly("sort > normal", "sort > reverse");
        assertThat(results.get(1).primary().forks().get(0).iterations()).containsExactly(3e-3, 5e-3);
    }

    @Test
    void tellsBenchmarksOfOneNameApart() {
        String file = "{\"name\":\"/x/%s/a.js\",\"assertionResults\":[{\"benchmarks\":[{\"name\":\"t\",\"tasks\":"
                + "[{\"name\":\"b\",\"latency\":{\"mean\":1,\"samplesCount\":9}}]}]}]}";
        List<BenchmarkResult> results = results("{\"numTotalTestSuites\":1,\"testResults\":["
                + String.join(",", file.formatted("one"), file.formatted("two"), file.formatted("one")) + "]}");

        assertThat(results)
                .extracting(result -> result.benchmark().key())
                .containsExactly(
                        "a.js > t > b[avgt,1]",
                        "a.js > t > b{file=/x/two/a.js}[avgt,1]",
                        "a.js > t > b{repetition=2}[avgt,1]");
    }

    @Test
    void saysWhatToGiveInstead() {
        assertThat(refusal(new String(fixtureBytes("vitest/vitest3-console.txt"), StandardCharsets.UTF_8)))
                .hasMessageContaining("the output of vitest bench")
                .hasMessageContaining("--outputJson");
        assertThat(refusal("{\"latency\":{\"mean\":1},\"throughput\":{\"mean\":1},\"period\":1}"))
                .hasMessageContaining("--reporter=json");
        assertThat(refusal("{\"numTotalTestSuites\":1,\"testResults\":[]}")).hasMessageContaining("no benchmark");
    }

    @Test
    void readsOrRejectsWhateverHappensToADocument() throws IOException {
        HostileDocuments.areReadOrRejected(
                ResultFormat.VITEST_JSON,
                fixtureBytes("vitest/vitest3-base.json"),
                fixtureBytes("vitest/vitest5-base.json"));
    }

    private static List<String> names(List<BenchmarkResult> results) {
        return results.stream().map(result -> result.benchmark().name()).toList();
    }
}
