package dev.plumbline.server.api;

import dev.plumbline.server.database.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

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
     * At most so many of the rows.
     *
     * @param column the column whose extremes are kept
     * @param most at least {@value #FEWEST}
     */
    static Table of(Table table, String column, int most) {
        int size = table.rows().size();
        if (size <= most) {
            return table;
        }
        int value = table.column(column);
        int buckets = most / KEPT_OF_A_BUCKET;
        List<List<@Nullable Object>> kept = new ArrayList<>();
        for (int bucket = 0; bucket < buckets; bucket++) {
            int from = (int) ((long) size * bucket / buckets);
            int to = (int) ((long) size * (bucket + 1) / buckets);
            for (int index : ofBucket(table, value, from, to)) {
                kept.add(table.rows().get(index));
            }
        }
        return new Table(table.columns(), kept);
    }

    private static Set<Integer> ofBucket(Table table, int value, int from, int to) {
        int lowest = from;
        int highest = from;
        for (int i = from + 1; i < to; i++) {
            if (number(table, i, value) < number(table, lowest, value)) {
                lowest = i;
            }
            if (number(table, i, value) > number(table, highest, value)) {
                highest = i;
            }
        }
        return new TreeSet<>(Arrays.asList(from, lowest, highest, to - 1));
    }

    private static double number(Table table, int row, int column) {
        return table.rows().get(row).get(column) instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
