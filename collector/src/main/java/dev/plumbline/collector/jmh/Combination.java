package dev.plumbline.collector.jmh;

import dev.plumbline.collector.json.JsonObject;
import java.util.List;

/** How JMH makes a metric's score of its iterations. A document shows it: only an average has an error and an interval. */
enum Combination {
    AVERAGE,
    SUM,
    MAXIMUM;

    private static final double ROUNDING = 1e-9;

    /** That of a metric of one fork. */
    static Combination of(JsonObject metric) {
        double score = metric.number("score");
        if (Double.isFinite(metric.number("scoreError")) || !hasScoreAsInterval(metric)) {
            return AVERAGE;
        }
        WeightedValues values = new WeightedValues();
        if (metric.fields().get("rawData") instanceof List<?> forks) {
            for (Object fork : forks) {
                if (fork instanceof List<?> iterations) {
                    iterations.forEach(value -> {
                        if (value instanceof Number number) {
                            values.add(number.doubleValue(), 1);
                        }
                    });
                }
            }
        }
        if (values.size() == 0) {
            return AVERAGE;
        }
        return agree(values.sum(), score) ? SUM : agree(values.highest(), score) ? MAXIMUM : AVERAGE;
    }

    /** The score of these. */
    double of(WeightedValues values) {
        return switch (this) {
            case AVERAGE -> values.mean();
            case SUM -> values.sum();
            case MAXIMUM -> values.highest();
        };
    }

    private static boolean hasScoreAsInterval(JsonObject metric) {
        return metric.fields().get("scoreConfidence") instanceof List<?> ends
                && ends.stream()
                        .allMatch(end ->
                                end instanceof Number number && agree(number.doubleValue(), metric.number("score")));
    }

    private static boolean agree(double left, double right) {
        return Math.abs(left - right) <= ROUNDING * Math.max(Math.abs(left), Math.abs(right));
    }
}
