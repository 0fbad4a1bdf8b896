package dev.plumbline.server.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/**
 * Fewer points that draw the same line: M4 (Jugel, Jerzak, Hackenbroich, Markl: "M4: A Visualization-Oriented Time Series
 * Data Aggregation", VLDB 2014). The points are cut into buckets of equal count, and each keeps its first, its last, its
 * lowest and its highest, so no extreme value is ever lost.
 */
final class Downsampling {

    /** The method's name in answers. */
    static final String METHOD = "m4";

    private static final int KEPT_OF_A_BUCKET = 4;

    /** Fewer points can't be asked for: one bucket. */
    static final int FEWEST = KEPT_OF_A_BUCKET;

    private Downsampling() {}

    /**
     * At most this many of the points.
     *
     * @param value whose extremes are kept
     * @param most at least {@value #FEWEST}
     */
    static <P> List<P> of(List<P> points, ToDoubleFunction<P> value, int most) {
        int size = points.size();
        if (size <= most) {
            return points;
        }
        int buckets = most / KEPT_OF_A_BUCKET;
        List<P> kept = new ArrayList<>();
        for (int bucket = 0; bucket < buckets; bucket++) {
            int from = (int) ((long) size * bucket / buckets);
            int to = (int) ((long) size * (bucket + 1) / buckets);
            for (int index : ofBucket(points, value, from, to)) {
                kept.add(points.get(index));
            }
        }
        return kept;
    }

    private static <P> Set<Integer> ofBucket(List<P> points, ToDoubleFunction<P> value, int from, int to) {
        int lowest = from;
        int highest = from;
        for (int i = from + 1; i < to; i++) {
            double each = value.applyAsDouble(points.get(i));
            if (each < value.applyAsDouble(points.get(lowest))) {
                lowest = i;
            }
            if (each > value.applyAsDouble(points.get(highest))) {
                highest = i;
            }
        }
        return new TreeSet<>(Arrays.asList(from, lowest, highest, to - 1));
    }
}
