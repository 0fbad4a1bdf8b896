package dev.plumbline.collector.jmh;

import com.fasterxml.jackson.databind.JsonNode;

/** How JMH computes a metric's score from its iterations. A document shows it: only an average has an error and an interval. */
enum Combination {
    AVERAGE,
    SUM,
    MAXIMUM;

    private static final double ROUNDING = 1e-9;

    /** The combination of a metric with one fork. */
    static Combination of(JsonNode metric) {
        double score = MergedMetric.number(metric, "score");
        if (Double.isFinite(MergedMetric.number(metric, "scoreError")) || !hasScoreAsInterval(metric)) {
            return AVERAGE;
        }
        WeightedValues values = new WeightedValues();
        for (JsonNode fork : metric.path("rawData")) {
            for (JsonNode value : fork) {
                if (value.isNumber()) {
                    values.add(value.doubleValue(), 1);
                }
            }
        }
        if (values.size() == 0) {
            return AVERAGE;
        }
        return agree(values.sum(), score) ? SUM : agree(values.highest(), score) ? MAXIMUM : AVERAGE;
    }

    /** The score of these values. */
    double of(WeightedValues values) {
        return switch (this) {
            case AVERAGE -> values.mean();
            case SUM -> values.sum();
            case MAXIMUM -> values.highest();
        };
    }

    private static boolean hasScoreAsInterval(JsonNode metric) {
        JsonNode ends = metric.path("scoreConfidence");
        double score = MergedMetric.number(metric, "score");
        return ends.isArray() && ends.valueStream().allMatch(end -> end.isNumber() && agree(end.doubleValue(), score));
    }

    private static boolean agree(double left, double right) {
        return Math.abs(left - right) <= ROUNDING * Math.max(Math.abs(left), Math.abs(right));
    }
}
