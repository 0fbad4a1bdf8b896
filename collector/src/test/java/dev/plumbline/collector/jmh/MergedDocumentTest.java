package dev.plumbline.collector.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.collector.json.Json;
import dev.plumbline.collector.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
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
        List<JsonObject> results =
                Json.parseObjects(text(DOCUMENTS.resolve(name))).orElseThrow();
        MergedDocument document = new MergedDocument();
        for (JsonObject result : results) {
            for (int fork = 0; fork < result.integer("forks"); fork++) {
                document.add(ResultKey.of(result), fork(result, fork));
            }
        }

        List<JsonObject> merged = Json.parseObjects(document.text()).orElseThrow();

        assertThat(merged).hasSameSizeAs(results);
        for (int i = 0; i < results.size(); i++) {
            JsonObject result = results.get(i);
            assertThat(merged.get(i).integer("forks")).isEqualTo(result.integer("forks"));
            same(merged.get(i).object("primaryMetric"), result.object("primaryMetric"));
            JsonObject secondary = result.object("secondaryMetrics");
            for (String metric : secondary.fields().keySet()) {
                same(merged.get(i).object("secondaryMetrics").object(metric), secondary.object(metric));
            }
        }
    }

    private static String text(Path file) throws IOException {
        try (InputStream raw = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void same(JsonObject merged, JsonObject original) {
        assertThat(merged.fields().get("rawData")).isEqualTo(original.fields().get("rawData"));
        for (String figure : List.of("score", "scoreError")) {
            close(merged.number(figure), original.number(figure));
        }
        // Of a sum JMH takes in the iterations in which the profiler reported nothing, which it does not write down.
        JsonObject percentiles =
                Double.isNaN(original.number("scoreError")) ? JsonObject.EMPTY : original.object("scorePercentiles");
        for (String rank : percentiles.fields().keySet()) {
            close(merged.object("scorePercentiles").number(rank), percentiles.number(rank));
        }
    }

    private static void close(double merged, double original) {
        if (Double.isNaN(original)) {
            assertThat(merged).isNaN();
        } else {
            assertThat(merged).isCloseTo(original, within(1e-9 * Math.max(1e-300, Math.abs(original))));
        }
    }

    /** What a launch of this one fork would have written: figures that tell no more than how the metric is made up. */
    private static JsonObject fork(JsonObject result, int fork) {
        Map<String, Object> fields = new LinkedHashMap<>(result.fields());
        fields.put("forks", 1);
        fields.put("primaryMetric", metric(result.object("primaryMetric"), fork));
        Map<String, Object> secondary = new LinkedHashMap<>();
        JsonObject all = result.object("secondaryMetrics");
        all.fields().keySet().forEach(name -> secondary.put(name, metric(all.object(name), fork)));
        fields.put("secondaryMetrics", new JsonObject(secondary));
        return new JsonObject(fields);
    }

    private static JsonObject metric(JsonObject metric, int fork) {
        Map<String, Object> fields = new LinkedHashMap<>(metric.fields());
        for (String field : List.of("rawData", "rawDataHistogram")) {
            if (fields.get(field) instanceof List<?> forks) {
                fields.put(field, List.of(forks.get(fork)));
            }
        }
        boolean sum = metric.text("scoreUnit").equals("counts")
                || metric.text("scoreUnit").equals("ms");
        if (sum && fields.get("rawData") instanceof List<?> forks && forks.get(0) instanceof List<?> iterations) {
            double score = iterations.stream()
                    .mapToDouble(value -> ((Number) value).doubleValue())
                    .sum();
            fields.put("score", score);
            fields.put("scoreConfidence", List.of(score, score));
        }
        return new JsonObject(fields);
    }

    /** With two values JMH writes no error, and percentiles at p (n + 1) / 100: here 2.5 + 0.5 = place 1.5 of two. */
    @Test
    void anExternalProfilersNumberStandsForItsFork() {
        MergedDocument document = new MergedDocument();
        ResultKey key = new ResultKey("a.B.c", "avgt", 1, Map.of());
        for (double score : new double[] {2, 4}) {
            document.add(key, Json.parse("""
                {"benchmark":"a.B.c","primaryMetric":{"score":%1$s,"scoreError":"NaN","scoreConfidence":["NaN","NaN"],
                 "scorePercentiles":{"50.0":%1$s},"scoreUnit":"ns/op","rawData":[[]]},"secondaryMetrics":{}}
                """.formatted(score)).orElseThrow());
        }

        assertThat(document.text())
                .contains("\"rawData\":[[2.0],[4.0]]", "\"score\":3.0", "\"scoreError\":\"NaN\"", "\"50.0\":3.0");
    }
}
