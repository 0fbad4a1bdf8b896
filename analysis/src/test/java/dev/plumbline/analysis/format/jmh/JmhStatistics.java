package dev.plumbline.analysis.format.jmh;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * JMH's own figures over a multiset of values, as its sources define them (AbstractStatistics, ListStatistics,
 * MultisetStatistics of JMH 1.37): the reference that the documents and the reader are held against.
 */
final class JmhStatistics {

    private final SortedMap<Double, Long> counts = new TreeMap<>();
    private long count;
    private double sum;

    void add(double value, long times) {
        counts.merge(value, times, Long::sum);
        count += times;
        sum += value * times;
    }

    long count() {
        return count;
    }

    double sum() {
        return sum;
    }

    double mean() {
        return sum / count;
    }

    double lowest() {
        return counts.firstKey();
    }

    double highest() {
        return counts.lastKey();
    }

    /** Half the width of the 99.9 % interval of the mean; NaN for two values and fewer. */
    double error() {
        if (count <= 2) {
            return Double.NaN;
        }
        double mean = mean();
        double squares = 0;
        for (Map.Entry<Double, Long> entry : counts.entrySet()) {
            squares += (entry.getKey() - mean) * (entry.getKey() - mean) * entry.getValue();
        }
        double samples = (double) count;
        return quantile(samples - 1) * Math.sqrt(squares / (samples - 1)) / Math.sqrt(samples);
    }

    private static double quantile(double degreesOfFreedom) {
        return new TDistribution(degreesOfFreedom).inverseCumulativeProbability(1 - (1 - 0.999) / 2);
    }
}
