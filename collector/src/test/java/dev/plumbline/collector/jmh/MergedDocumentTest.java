package dev.plumbline.collector.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.collector.json.JsonText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that JMH wrote, taken apart fork by fork and put together again. */
class MergedDocumentTest {

    private static final Path DOCUMENTS = Path.of("../analysis/src/test/resources/jmh");

    @ParameterizedTest
    @ValueSource(strings = {"profiler-gc.json", "single-shot.json", "thread-group.json", "sample.json.gz"})
    void theFiguresAreThoseThatJmhMakesOfTheSameForks(String name) throws IOException {
        List<ObjectNode> results =
                JsonText.objects(text(DOCUMENTS.resolve(name))).orElseThrow();
        MergedDocument document = new MergedDocument();
        for (ObjectNode result : results) {
            for (int fork = 0; fork < result.path("forks").asInt(); fork++) {
                document.add(ResultKey.of(result), fork(result, fork));
            }
        }

        List<ObjectNode> merged = JsonText.objects(document.text()).orElseThrow();

        assertThat(merged).hasSameSizeAs(results);
        for (int i = 0; i < results.size(); i++) {
            ObjectNode result = results.get(i);
            assertThat(merged.get(i).path("forks").asInt())
                    .isEqualTo(result.path("forks").asInt());
            same(merged.get(i).path("primaryMetric"), result.path("primaryMetric"));
            JsonNode secondary = result.path("secondaryMetrics");
            for (String metric : names(secondary)) {
                same(merged.get(i).path("secondaryMetrics").path(metric), secondary.path(metric));
            }
        }
    }

    private static String text(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void same(JsonNode merged, JsonNode original) {
        assertThat(merged.get("rawData")).isEqualTo(original.get("rawData"));
        assertThat(merged.get("rawDataHistogram")).isEqualTo(original.get("rawDataHistogram"));
        for (String figure : List.of("score", "scoreError")) {
            close(MergedMetric.number(merged, figure), MergedMetric.number(original, figure));
        }
        // Of a sum JMH takes in the iterations in which the profiler reported nothing, which it does not write down.
        JsonNode percentiles = original.path("scorePercentiles");
        if (original.path("scoreError").isNumber()) {
            for (String rank : names(percentiles)) {
                close(
                        MergedMetric.number(merged.path("scorePercentiles"), rank),
                        MergedMetric.number(percentiles, rank));
            }
        }
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void close(double merged, double original) {
        if (Double.isNaN(original)) {
            assertThat(merged).isNaN();
        } else {
            assertThat(merged).isCloseTo(original, within(1e-9 * Math.max(1e-300, Math.abs(original))));
        }
    }

    /** What a launch of this one fork would have written: figures that tell no more than how the metric is made up. */
    private static ObjectNode fork(ObjectNode result, int fork) {
        ObjectNode one = result.deepCopy();
        one.put("forks", 1);
        one.set("primaryMetric", metric(result.path("primaryMetric"), fork));
        ObjectNode secondary = one.putObject("secondaryMetrics");
        JsonNode all = result.path("secondaryMetrics");
        names(all).forEach(name -> secondary.set(name, metric(all.path(name), fork)));
        return one;
    }

    private static ObjectNode metric(JsonNode metric, int fork) {
        ObjectNode one = metric.deepCopy();
        for (String field : List.of("rawData", "rawDataHistogram")) {
            if (metric.get(field) instanceof ArrayNode forks) {
                one.putArray(field).add(forks.get(fork));
            }
        }
        String unit = metric.path("scoreUnit").asText();
        if ((unit.equals("counts") || unit.equals("ms"))
                && one.path("rawData").path(0).isArray()) {
            double score = one.path("rawData")
                    .path(0)
                    .valueStream()
                    .mapToDouble(JsonNode::doubleValue)
                    .sum();
            one.put("score", score);
            one.putArray("scoreConfidence").add(score).add(score);
        }
        return one;
    }

    /** With two values JMH writes no error, and percentiles at p (n + 1) / 100: here 2.5 + 0.5 = place 1.5 of two. */
    @Test
    void anExternalProfilersNumberStandsForItsFork() {
        MergedDocument document = new MergedDocument();
        ResultKey key = new ResultKey("a.B.c", "avgt", 1, Map.of());
        for (double score : new double[] {2, 4}) {
            document.add(key, JsonText.object("""
                {"benchmark":"a.B.c","primaryMetric":{"score":%1$s,"scoreError":"NaN","scoreConfidence":["NaN","NaN"],
                 "scorePercentiles":{"50.0":%1$s},"scoreUnit":"ns/op","rawData":[[]]},"secondaryMetrics":{}}
                """.formatted(score)).orElseThrow());
        }

        assertThat(document.text())
                .contains("\"rawData\":[[2.0],[4.0]]", "\"score\":3.0", "\"scoreError\":\"NaN\"", "\"50.0\":3.0");
    }
}
