package dev.plumbline.collector.jmh;

import dev.plumbline.analysis.stats.StudentT;
import java.util.Map;
import java.util.TreeMap;

/** Values with their counts, and JMH's statistics of them. */
final class WeightedValues {

    /** JMH's intervals are at 99.9 %. */
    private static final double UPPER = 0.9995;

    /** With fewer values than this JMH writes no error. */
    private static final int FEWEST = 3;

    private final TreeMap<Double, Long> counts = new TreeMap<>();
    private long size;

    void add(double value, long count) {
        counts.merge(value, count, Long::sum);
        size += count;
    }

    long size() {
        return size;
    }

    double sum() {
        double sum = 0;
        for (Map.Entry<Double, Long> entry : counts.entrySet()) {
            sum += entry.getKey() * entry.getValue();
        }
        return sum;
    }

    double mean() {
        return sum() / size;
    }

    double highest() {
        return counts.isEmpty() ? Double.NaN : counts.lastKey();
    }

    /** Half the width of the mean's interval. */
    double error() {
        if (size < FEWEST) {
            return Double.NaN;
        }
        double mean = mean();
        double squares = 0;
        for (Map.Entry<Double, Long> entry : counts.entrySet()) {
            squares += (entry.getKey() - mean) * (entry.getKey() - mean) * entry.getValue();
        }
        return new StudentT().quantile(UPPER, size - 1.0) * Math.sqrt(squares / (size - 1) / size);
    }

    /** The percentile at p (n + 1) / 100, interpolated between two values, as JMH and Commons Math define it. */
    double percentile(double rank) {
        if (counts.isEmpty()) {
            return Double.NaN;
        }
        double position = rank * (size + 1) / 100;
        double below = Math.floor(position);
        if (position < 1) {
            return counts.firstKey();
        }
        if (position >= size) {
            return counts.lastKey();
        }
        double low = at((long) below);
        return low + (position - below) * (at((long) below + 1) - low);
    }

    /** The value at a place in ascending order, from 1. */
    private double at(long place) {
        long seen = 0;
        for (Map.Entry<Double, Long> entry : counts.entrySet()) {
            seen += entry.getValue();
            if (seen >= place) {
                return entry.getKey();
            }
        }
        return counts.lastKey();
    }
}
