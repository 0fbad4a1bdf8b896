package dev.plumbline.collector.jmh;

import dev.plumbline.collector.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One metric of several launches with a fork each: the raw data one after the other, and the figures that JMH makes of them. An
 * average has the mean of all iterations as its score with the 99.9 % interval of Student's t, a sum (such as collections) the
 * sum, and a maximum the maximum, both without an interval, as JMH writes them.
 */
final class MergedMetric {

    private static final String RAW = "rawData";
    private static final String HISTOGRAM = "rawDataHistogram";

    private MergedMetric() {}

    static JsonObject of(List<JsonObject> forks) {
        JsonObject first = forks.get(0);
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(first.fields());
        boolean sampled = first.has(HISTOGRAM);
        List<Object> raw = new ArrayList<>();
        WeightedValues values = new WeightedValues();
        for (JsonObject fork : forks) {
            raw.addAll(rows(fork, sampled ? HISTOGRAM : RAW, sampled));
        }
        raw.forEach(fork -> collect(fork, sampled, values));
        fields.put(sampled ? HISTOGRAM : RAW, raw);
        figures(fields, values, Combination.of(first));
        return new JsonObject(fields);
    }

    /**
     * A percentile of a sampled benchmark, which JMH takes of the samples of all forks together.
     *
     * @param forks what each fork says of the percentile
     * @param sampled the primary metric with all forks' histograms
     * @param rank in percent
     */
    static JsonObject percentile(List<JsonObject> forks, JsonObject sampled, double rank) {
        WeightedValues samples = new WeightedValues();
        collect(sampled.fields().getOrDefault(HISTOGRAM, List.of()), true, samples);
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(of(forks).fields());
        Object value = number(samples.percentile(rank));
        fields.put("score", value);
        fields.put("scoreError", "NaN");
        fields.put("scoreConfidence", List.of("NaN", "NaN"));
        Map<String, @Nullable Object> same = new LinkedHashMap<>();
        forks.get(0).object("scorePercentiles").fields().keySet().forEach(each -> same.put(each, value));
        fields.put("scorePercentiles", new JsonObject(same));
        return new JsonObject(fields);
    }

    /** A fork's iterations. What an external profiler reports once a fork has no iterations: its score stands for the fork. */
    private static List<Object> rows(JsonObject fork, String field, boolean sampled) {
        List<Object> rows = new ArrayList<>();
        if (fork.fields().get(field) instanceof List<?> all) {
            for (Object row : all) {
                if (row instanceof List<?> values) {
                    boolean empty = values.isEmpty() && !sampled && Double.isFinite(fork.number("score"));
                    rows.add(empty ? List.of(fork.number("score")) : values);
                }
            }
        }
        return rows;
    }

    /** All numbers of a row, of a histogram each with how often it was seen. */
    private static void collect(@Nullable Object row, boolean sampled, WeightedValues values) {
        if (row instanceof List<?> list) {
            if (sampled
                    && list.size() == 2
                    && list.get(0) instanceof Number value
                    && list.get(1) instanceof Number count) {
                values.add(value.doubleValue(), count.longValue());
            } else {
                list.forEach(element -> collect(element, sampled, values));
            }
        } else if (row instanceof Number value && !sampled) {
            values.add(value.doubleValue(), 1);
        }
    }

    private static void figures(Map<String, @Nullable Object> fields, WeightedValues values, Combination combination) {
        double score = combination.of(values);
        double error = combination == Combination.AVERAGE ? values.error() : Double.NaN;
        boolean interval = combination == Combination.AVERAGE;
        fields.put("score", number(score));
        fields.put("scoreError", number(error));
        fields.put(
                "scoreConfidence",
                List.of(number(interval ? score - error : score), number(interval ? score + error : score)));
        if (fields.get("scorePercentiles") instanceof JsonObject percentiles) {
            Map<String, @Nullable Object> own = new LinkedHashMap<>();
            percentiles
                    .fields()
                    .keySet()
                    .forEach(rank -> own.put(rank, number(values.percentile(Double.parseDouble(rank)))));
            fields.put("scorePercentiles", new JsonObject(own));
        }
    }

    /** JMH writes what JSON has no number for as a text. */
    private static Object number(double value) {
        return Double.isFinite(value) ? value : Double.toString(value);
    }
}
