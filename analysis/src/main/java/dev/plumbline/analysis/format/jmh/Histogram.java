package dev.plumbline.analysis.format.jmh;

import java.util.Arrays;

/**
 * A multiset of samples: each different value with its count.
 *
 * <p>JMH writes one ascending list of values per iteration. They are kept one behind the other and brought together by
 * natural merge sort (Knuth, The Art of Computer Programming 3, 5.2.4), equal values on the way, whenever the space is
 * used up: there is no object per value, and the space depends on the number of different values and not of iterations.
 */
final class Histogram {

    private static final int LEAST_ROOM = 1024;

    private double[] values = {};
    private long[] counts = {};
    private double[] spareValues = {};
    private long[] spareCounts = {};
    private int size;
    private boolean merged = true;
    private long samples;

    void clear() {
        size = 0;
        samples = 0;
        merged = true;
    }

    /** Adds a finite value with the number of times it was seen. */
    void add(double value, long count) {
        if (count == 0) {
            return;
        }
        if (size == values.length) {
            makeRoom();
        }
        values[size] = value;
        counts[size++] = count;
        samples += count;
        merged = false;
    }

    /** The number of samples. */
    long samples() {
        return samples;
    }

    /** An upper bound of the number of different values, exact once {@link #merge()} was called. */
    int held() {
        return size;
    }

    /** The sum of all samples. */
    double sum() {
        merge();
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += values[i] * counts[i];
        }
        return sum;
    }

    /** The mean of all samples; NaN when there are none. */
    double mean() {
        return samples == 0 ? Double.NaN : sum() / samples;
    }

    /**
     * The percentile as JMH defines it ({@code MultisetStatistics.getPercentile}), which is the type LEGACY of Apache
     * Commons Math and R-6 of Hyndman and Fan (1996): with {@code pos = rank (n + 1) / 100}, the value at {@code
     * floor(pos)} and the fraction of the way to the next, the ends taken at the smallest and largest.
     *
     * @param rank from 0 to 100
     * @return NaN when there are no samples
     */
    double percentile(double rank) {
        if (samples == 0) {
            return Double.NaN;
        }
        merge();
        if (rank == 0) {
            return values[0];
        }
        double position = rank * (samples + 1) / 100;
        double floor = Math.floor(position);
        double low = valueAt((long) floor);
        double high = valueAt((long) floor + 1);
        return low + (high - low) * (position - floor);
    }

    /** Puts the values in ascending order, each once. */
    void merge() {
        while (!merged) {
            merged = mergeRuns() <= 1;
        }
    }

    private void makeRoom() {
        merge();
        if (size >= values.length / 2) {
            int room = Math.max(LEAST_ROOM, 2 * values.length);
            values = Arrays.copyOf(values, room);
            counts = Arrays.copyOf(counts, room);
            spareValues = new double[room];
            spareCounts = new long[room];
        }
    }

    /** Merges the ascending runs two by two and says how many are left. */
    private int mergeRuns() {
        int runs = 0;
        int written = 0;
        for (int start = 0; start < size; runs++) {
            int middle = endOfRun(start);
            int end = middle < size ? endOfRun(middle) : middle;
            written = mergeTwo(start, middle, end, written);
            start = end;
        }
        double[] mergedValues = spareValues;
        spareValues = values;
        values = mergedValues;
        long[] mergedCounts = spareCounts;
        spareCounts = counts;
        counts = mergedCounts;
        size = written;
        return runs;
    }

    private int endOfRun(int start) {
        int end = start + 1;
        while (end < size && values[end - 1] <= values[end]) {
            end++;
        }
        return end;
    }

    private int mergeTwo(int start, int middle, int end, int written) {
        int left = start;
        int right = middle;
        int first = written;
        int next = written;
        while (left < middle || right < end) {
            boolean fromLeft = right == end || (left < middle && values[left] <= values[right]);
            int from = fromLeft ? left++ : right++;
            if (next > first && spareValues[next - 1] == values[from]) {
                spareCounts[next - 1] += counts[from];
            } else {
                spareValues[next] = values[from];
                spareCounts[next++] = counts[from];
            }
        }
        return next;
    }

    /** The value at an index, from 1, of all samples in ascending order; outside of them the first or the last. */
    private double valueAt(long index) {
        long upTo = 0;
        for (int i = 0; i < size; i++) {
            upTo += counts[i];
            if (upTo >= index) {
                return values[i];
            }
        }
        return values[size - 1];
    }
}
