package dev.plumbline.analysis.segment;

import java.util.Arrays;

/** The level of a series in its last {@value #RUNS} runs, and how they scatter around it. Adding a run needs no sorting. */
public final class RecentLevel {

    /** Enough for a reliable median, and few enough for the level to follow a series that moved by itself within ten runs. */
    static final int RUNS = 15;

    /** The distance between the quartiles of normal numbers, in standard deviations. */
    private static final double QUARTILES = 1.349;

    private final double[] newest = new double[RUNS];
    private final double[] sorted = new double[RUNS];
    private int added;

    public int size() {
        return Math.min(added, RUNS);
    }

    public void add(double value) {
        int size = size();
        int slot = added % RUNS;
        if (size == RUNS) {
            int gone = Arrays.binarySearch(sorted, 0, size, newest[slot]);
            System.arraycopy(sorted, gone + 1, sorted, gone, size - gone - 1);
            size--;
        }
        int place = Arrays.binarySearch(sorted, 0, size, value);
        place = place < 0 ? -place - 1 : place;
        System.arraycopy(sorted, place, sorted, place + 1, size - place);
        sorted[place] = value;
        newest[slot] = value;
        added++;
    }

    public double level() {
        int size = size();
        return size % 2 == 1 ? sorted[size / 2] : (sorted[size / 2 - 1] + sorted[size / 2]) / 2;
    }

    public double scale() {
        int size = size();
        return (sorted[size - 1 - size / 4] - sorted[size / 4]) / QUARTILES;
    }
}
