package dev.plumbline.analysis.format.jmh;

import dev.plumbline.analysis.model.SamplePercentile;
import java.util.List;

/**
 * What one fork's whole histogram says, in the file's unit.
 *
 * @param mean the mean of all samples; NaN when there are none
 * @param percentiles in the order of {@link SamplePercentile#ALL}; NaN when there are no samples
 * @param samples how many samples
 */
record SampledFork(double mean, double[] percentiles, long samples) {

    /** The figures of a histogram. */
    static SampledFork of(Histogram histogram) {
        List<SamplePercentile> ranks = SamplePercentile.ALL;
        double[] percentiles = new double[ranks.size()];
        for (int i = 0; i < percentiles.length; i++) {
            percentiles[i] = histogram.percentile(ranks.get(i).rank());
        }
        return new SampledFork(histogram.mean(), percentiles, histogram.samples());
    }
}
