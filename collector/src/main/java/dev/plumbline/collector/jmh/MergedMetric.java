package dev.plumbline.collector.jmh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One metric of several launches with a fork each: the raw data one after the other, and the figures that JMH computes from them. An
 * average has the mean of all iterations as its score with the 99.9 % interval of Student's t, a sum (such as collections) the
 * sum, and a maximum the maximum, both without an interval, as JMH writes them.
 */
final class MergedMetric {

    private static final String RAW = "rawData";
    private static final String HISTOGRAM = "rawDataHistogram";
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private MergedMetric() {}

    static ObjectNode of(List<JsonNode> forks) {
        JsonNode first = forks.get(0);
        ObjectNode metric = copy(first);
        boolean sampled = first.hasNonNull(HISTOGRAM);
        String field = sampled ? HISTOGRAM : RAW;
        ArrayNode raw = NODES.arrayNode();
        forks.forEach(fork -> addRows(raw, fork, field, sampled));
        WeightedValues values = new WeightedValues();
        collect(raw, sampled, values);
        metric.set(field, raw);
        setFigures(metric, values, Combination.of(first));
        return metric;
    }

    /**
     * A percentile of a sampled benchmark, which JMH computes from the samples of all forks together.
     *
     * @param forks the percentile of each fork
     * @param sampled the primary metric with all forks' histograms
     * @param rank in percent
     */
    static ObjectNode percentile(List<JsonNode> forks, ObjectNode sampled, double rank) {
        WeightedValues samples = new WeightedValues();
        collect(sampled.path(HISTOGRAM), true, samples);
        ObjectNode metric = of(forks);
        JsonNode value = number(samples.percentile(rank));
        metric.set("score", value);
        metric.put("scoreError", "NaN");
        metric.set("scoreConfidence", NODES.arrayNode().add("NaN").add("NaN"));
        ObjectNode same = NODES.objectNode();
        forks.get(0).path("scorePercentiles").fieldNames().forEachRemaining(each -> same.set(each, value));
        metric.set("scorePercentiles", same);
        return metric;
    }

    /** A number of a metric; NaN if it has none, or one that JMH wrote as a text. */
    static double number(JsonNode metric, String field) {
        JsonNode value = metric.path(field);
        return value.isNumber() ? value.doubleValue() : Double.NaN;
    }

    private static ObjectNode copy(JsonNode metric) {
        return metric instanceof ObjectNode object ? object.deepCopy() : NODES.objectNode();
    }

    /** A fork's iterations. What an external profiler reports once per fork has no iterations: its score is the fork's value. */
    private static void addRows(ArrayNode rows, JsonNode fork, String field, boolean sampled) {
        for (JsonNode row : fork.path(field)) {
            if (row.isArray()) {
                double score = number(fork, "score");
                boolean empty = row.isEmpty() && !sampled && Double.isFinite(score);
                rows.add(empty ? NODES.arrayNode().add(score) : row);
            }
        }
    }

    /** All numbers of a row; for a histogram, each with its count. */
    private static void collect(JsonNode row, boolean sampled, WeightedValues values) {
        if (sampled && row.size() == 2 && row.path(0).isNumber() && row.path(1).isNumber()) {
            values.add(row.path(0).doubleValue(), row.path(1).longValue());
        } else if (row.isArray()) {
            row.forEach(element -> collect(element, sampled, values));
        } else if (row.isNumber() && !sampled) {
            values.add(row.doubleValue(), 1);
        }
    }

    private static void setFigures(ObjectNode metric, WeightedValues values, Combination combination) {
        double score = combination.of(values);
        boolean interval = combination == Combination.AVERAGE;
        double error = interval ? values.error() : Double.NaN;
        metric.set("score", number(score));
        metric.set("scoreError", number(error));
        metric.set(
                "scoreConfidence",
                NODES.arrayNode()
                        .add(number(interval ? score - error : score))
                        .add(number(interval ? score + error : score)));
        if (metric.get("scorePercentiles") instanceof ObjectNode percentiles) {
            ObjectNode own = NODES.objectNode();
            percentiles
                    .fieldNames()
                    .forEachRemaining(rank -> own.set(rank, number(values.percentile(Double.parseDouble(rank)))));
            metric.set("scorePercentiles", own);
        }
    }

    /** JMH writes numbers that JSON doesn't have as text. */
    private static JsonNode number(double value) {
        return Double.isFinite(value) ? NODES.numberNode(value) : NODES.textNode(Double.toString(value));
    }
}
