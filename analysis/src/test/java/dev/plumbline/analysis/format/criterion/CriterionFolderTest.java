package dev.plumbline.analysis.format.criterion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.analysis.format.ResultFormat;
import dev.plumbline.analysis.format.archive.Archives;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.hostile.HostileDocuments;
import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Fork;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Measurement;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CriterionFolderTest {

    /** 1, 2 and 3 iterations took 100, 220 and 270 ns: 100, 110 and 90 ns each, so the median is 100 ns. */
    private static final String SAMPLE =
            "{\"sampling_mode\":\"Linear\",\"iters\":[1.0,2.0,3.0],\"times\":[100.0,220.0,270.0]}";

    private static final String ESTIMATES = """
            {"mean":{"confidence_interval":{"confidence_level":0.95,"lower_bound":95.0,"upper_bound":105.0},
            "point_estimate":100.0,"standard_error":1.0},
            "median":{"confidence_interval":{"confidence_level":0.95,"lower_bound":94.0,"upper_bound":102.0},
            "point_estimate":100.0,"standard_error":1.0},"slope":null}""";

    private static String benchmark(String fullId, String value, String throughput) {
        return "{\"group_id\":\"g\",\"function_id\":null,\"value_str\":" + value + ",\"throughput\":" + throughput
                + ",\"full_id\":\"" + fullId + "\",\"directory_name\":\"g\",\"title\":\"g\"}";
    }

    private static Map<String, String> folder() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("report/index.html", "<html>");
        files.put("split/16/base/sample.json", "not read");
        files.put("split/16/change/estimates.json", "not read");
        files.put("split/16/new/benchmark.json", benchmark("split/16", "\"16\"", "{\"Bytes\":18}"));
        files.put("split/16/new/estimates.json", ESTIMATES);
        files.put("split/16/new/sample.json", SAMPLE);
        files.put("split/16/new/tukey.json", "[]");
        return files;
    }

    private static BenchmarkResult one(Map<String, String> files) {
        List<BenchmarkResult> results = Archives.read(ResultFormat.CRITERION, Archives.tar(files));
        assertThat(results).hasSize(1);
        return results.get(0);
    }

    private static Measurement metric(BenchmarkResult result, String name) {
        return result.secondary().stream()
                .filter(each -> each.metric().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void oneProcessHasTheMedianOfItsSamples() {
        BenchmarkResult result = one(folder());

        assertThat(result.setup().harness()).isEqualTo(Harness.CRITERION);
        assertThat(result.primary().forks()).hasSize(1);
        Fork fork = result.primary().forks().get(0);
        assertThat(fork.value()).isEqualTo(100e-9, within(1e-18));
        assertThat(fork.iterations()).containsExactly(new double[] {100e-9, 110e-9, 90e-9}, within(1e-18));
        // Half of 94 to 102 ns.
        assertThat(result.primary().scoreError()).isEqualTo(4e-9, within(1e-18));
        // (1·100 + 2·220 + 3·270) / (1 + 4 + 9) = 1350 / 14 ns.
        assertThat(metric(result, "typical").score()).isEqualTo(1350e-9 / 14, within(1e-18));
    }

    @Test
    void throughputIsAMetricOfItsOwn() {
        Measurement bytes = metric(one(folder()), "throughput.bytes");

        // 18 B in 100 ns.
        assertThat(bytes.score()).isEqualTo(180e6, within(1.0));
        assertThat(bytes.metric().unit().base()).isEqualTo("B/s");
        assertThat(bytes.forks().get(0).iterations()).hasSize(3);
    }

    @Test
    void readsElementsAndBytesTogether() {
        Map<String, String> files = folder();
        files.put(
                "split/16/new/benchmark.json",
                benchmark("split/16", "\"16\"", "{\"ElementsAndBytes\":{\"elements\":2,\"bytes\":16}}"));

        assertThat(metric(one(files), "throughput.elements").metric().unit().base())
                .isEqualTo("elem/s");
        assertThat(metric(one(files), "throughput.bytes").score()).isEqualTo(160e6, within(1.0));
    }

    @Test
    void theValueIsAParameterAndTheRestIsTheName() {
        assertThat(one(folder()).benchmark().name()).isEqualTo("split");
        assertThat(one(folder()).benchmark().params()).isEqualTo(Map.of("value", "16"));
    }

    @Test
    void theFullIdIsTheIdentityAndNeverThePath() {
        Map<String, String> files = folder();
        files.put("split_16/new/benchmark.json", benchmark("split: \\\"16\\\"/a", "null", "null"));
        files.put("split_16/new/sample.json", SAMPLE);
        files.put("split_16/new/estimates.json", ESTIMATES);

        List<BenchmarkResult> results = Archives.read(ResultFormat.CRITERION, Archives.zip(files));

        assertThat(results).hasSize(2);
        assertThat(results.get(1).benchmark().name()).isEqualTo("split: \"16\"/a");
        assertThat(results.get(1).benchmark().params()).isEmpty();
    }

    @Test
    void samplesThatAreEquallyLongHaveAMeanInsteadOfASlope() {
        Map<String, String> files = folder();
        files.put("split/16/new/sample.json", "{\"iters\":[2,2],\"times\":[100,300]}");

        assertThat(metric(one(files), "typical").score()).isEqualTo(100e-9, within(1e-18));
    }

    @Test
    void readsTheArraysAndCapitalsOfOldVersions() {
        Map<String, String> files = folder();
        files.put("split/16/new/sample.json", "[[1.0,2.0,3.0],[100.0,220.0,270.0]]");
        files.put(
                "split/16/new/estimates.json",
                ESTIMATES.replace("mean", "Mean").replace("median", "Median").replace("slope", "Slope"));

        assertThat(one(files).primary().score()).isEqualTo(100e-9, within(1e-18));
        assertThat(one(files).primary().scoreError()).isEqualTo(4e-9, within(1e-18));
    }

    @Test
    void filesMayComeInAnyOrderFromAnyRoot() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("./target/criterion/a/new/sample.json", SAMPLE);
        files.put("./target/criterion/b/new/sample.json", SAMPLE);
        files.put("./target/criterion/b/new/benchmark.json", benchmark("b", "null", "null"));
        files.put("./target/criterion/a/new/benchmark.json", benchmark("a", "null", "null"));
        files.put("./target/criterion/a/new/estimates.json", ESTIMATES);

        assertThat(Archives.read(ResultFormat.CRITERION, Archives.tar(files)))
                .extracting(result -> result.benchmark().name())
                .containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void withoutSamplesTheEstimatesAreKept() {
        Map<String, String> files = folder();
        files.remove("split/16/new/sample.json");

        BenchmarkResult result = one(files);

        assertThat(result.primary().score()).isEqualTo(100e-9, within(1e-18));
        assertThat(result.primary().forks().get(0).iterations()).isEmpty();
        assertThat(result.notes()).extracting(BenchmarkResult.Note::code).contains("mean-only");
    }

    @Test
    void saysWhichFileIsWrongAndWhere() {
        Map<String, String> files = folder();
        files.put("split/16/new/sample.json", "{\"iters\":[2,2],\"times\":[100]}");

        assertThatThrownBy(() -> one(files))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("split/16/new/sample.json: there are 1 times for 2 numbers of iterations")
                .hasMessageContaining("line 1");
    }

    @Test
    void refusesSamplesWithoutAName() {
        Map<String, String> files = folder();
        files.remove("split/16/new/benchmark.json");

        assertThatThrownBy(() -> one(files)).hasMessageContaining("split/16/new has no benchmark.json");
    }

    @Test
    void refusesNoIterationsAndNegativeTimes() {
        for (String sample : List.of(
                "{\"iters\":[0],\"times\":[1]}",
                "{\"iters\":[1],\"times\":[-1]}",
                "{\"iters\":[1],\"times\":[null]}",
                "{\"iters\":[],\"times\":[]}",
                "{\"iters\":[1]}",
                "[[1],[1],[1]]",
                "7")) {
            Map<String, String> files = folder();
            files.put("split/16/new/sample.json", sample);
            assertThatThrownBy(() -> one(files)).as(sample).isInstanceOf(DocumentException.class);
        }
    }

    @Test
    void aSingleFileOfTheFolderSaysToGiveTheFolder() {
        assertThatThrownBy(() ->
                        Archives.read(ResultFormat.CRITERION, SAMPLE.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .hasMessageContaining("give the folder target/criterion");
    }

    @Test
    void mutilatedArchivesAreReadOrRejected() throws IOException {
        HostileDocuments.areReadOrRejected(
                ResultFormat.CRITERION,
                Archives.tar(folder()),
                Archives.zip(folder()),
                Archives.gzip(Archives.tar(folder())));
    }
}
