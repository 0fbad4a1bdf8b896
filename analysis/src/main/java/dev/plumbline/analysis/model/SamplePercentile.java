package dev.plumbline.analysis.model;

import java.util.List;

/**
 * A percentile of a sampled benchmark that is a metric of its own.
 *
 * @param name the metric's name, as JMH has it
 * @param rank from 0 to 100
 */
public record SamplePercentile(String name, double rank) {

    /** The percentiles that JMH reports as secondary metrics, ascending. */
    public static final List<SamplePercentile> ALL = List.of(
            new SamplePercentile("p0.00", 0),
            new SamplePercentile("p0.50", 50),
            new SamplePercentile("p0.90", 90),
            new SamplePercentile("p0.95", 95),
            new SamplePercentile("p0.99", 99),
            new SamplePercentile("p0.999", 99.9),
            new SamplePercentile("p0.9999", 99.99),
            new SamplePercentile("p1.00", 100));

    /** How many samples have to lie beyond a percentile, on either side, for it to be more than a stray sample. */
    private static final int LEAST_BEYOND = 10;

    /** How many samples a fork needs for this percentile; for the smallest and the largest sample one is enough. */
    public long leastSamples() {
        double beyond = Math.min(rank, 100 - rank) / 100;
        return beyond == 0 ? 1 : Math.round(LEAST_BEYOND / beyond);
    }

    /** The index of a metric's name in {@link #ALL}; -1 when it isn't a percentile. */
    public static int indexOf(String name) {
        for (int i = 0; i < ALL.size(); i++) {
            if (ALL.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }
}
