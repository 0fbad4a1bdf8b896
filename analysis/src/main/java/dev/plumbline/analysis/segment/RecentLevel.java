package dev.plumbline.analysis.segment;

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
            int gone = place(newest[slot], size);
            System.arraycopy(sorted, gone + 1, sorted, gone, size - gone - 1);
            size--;
        }
        int place = place(value, size);
        System.arraycopy(sorted, place, sorted, place + 1, size - place);
        sorted[place] = value;
        newest[slot] = value;
        added++;
    }

    /** The place of the first of the sorted numbers that is not less. There are so few that looking at each is fastest. */
    private int place(double value, int size) {
        int place = 0;
        for (int i = 0; i < size; i++) {
            place += sorted[i] < value ? 1 : 0;
        }
        return place;
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
