package dev.plumbline.analysis.format.jmh;

/**
 * How JMH combines several values into one ({@code AggregationPolicy}). The document does not name it, but shows it: only an
 * average has an error and an interval; the others write {@code "NaN"} as the error and the score itself as both ends of
 * the interval.
 */
enum Aggregation {
    AVERAGE,
    SUM,
    MAXIMUM,
    MINIMUM;

    /** Relative difference up to which two ways of adding up the same numbers agree. */
    private static final double ROUNDING = 1e-9;

    /** The aggregation by which the metric's score follows from its iterations. */
    static Aggregation of(MetricDraft metric, RawValues raw) {
        if (metric.forkCount == 0 || !Double.isFinite(metric.score) || !Double.isNaN(metric.scoreError)) {
            return AVERAGE;
        }
        int from = raw.start(metric.firstFork);
        int to = raw.end(metric.firstFork + metric.forkCount - 1);
        boolean averaged = metric.confidenceGiven
                ? metric.confidenceLow != metric.score || metric.confidenceHigh != metric.score
                : to - from <= 2;
        if (averaged) {
            return AVERAGE;
        }
        if (from == to) {
            return SUM;
        }
        for (Aggregation candidate : new Aggregation[] {SUM, MAXIMUM, MINIMUM}) {
            if (agree(candidate.value(raw, from, to, 0), metric.score)) {
                return candidate;
            }
        }
        return SUM;
    }

    /**
     * The value of some iterations.
     *
     * @param missing further iterations in which the profiler reported nothing, which JMH counts as 0
     * @return NaN for the average, maximum or minimum of none
     */
    double value(RawValues raw, int from, int to, int missing) {
        int count = to - from + missing;
        if (count == 0 && this != SUM) {
            return Double.NaN;
        }
        double sum = 0;
        double highest = missing > 0 ? 0 : Double.NEGATIVE_INFINITY;
        double lowest = missing > 0 ? 0 : Double.POSITIVE_INFINITY;
        for (int i = from; i < to; i++) {
            double value = raw.value(i);
            sum += value;
            highest = Math.max(highest, value);
            lowest = Math.min(lowest, value);
        }
        return switch (this) {
            case AVERAGE -> sum / count;
            case SUM -> sum;
            case MAXIMUM -> highest;
            case MINIMUM -> lowest;
        };
    }

    /** Whether two numbers are the same except for rounding. */
    static boolean agree(double left, double right) {
        return left == right || Math.abs(left - right) <= ROUNDING * Math.max(Math.abs(left), Math.abs(right));
    }
}
