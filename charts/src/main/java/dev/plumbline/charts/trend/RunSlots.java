package dev.plumbline.charts.trend;

import java.util.List;

/**
 * Where the runs are on the horizontal axis, in slots: by commit, each run has a slot, and its place is its index; by time, the first and
 * the last run are where they would be by commit, and the others between them in proportion to time. The candidate has a place of its own at the
 * right.
 *
 * @param of the place of each run, never falling
 * @param slots how many slots the axis has
 */
record RunSlots(double[] of, double slots) {

    /** Pixels that the candidate takes at least. */
    private static final double CANDIDATE = 72;

    /**
     * The places of a chart's runs.
     *
     * @param width of the data area in pixels, about
     */
    static RunSlots of(TrendChart chart, double width) {
        int count = chart.points().size();
        double apart = chart.candidate().isEmpty()
                ? 0
                : Math.max(1.5, CANDIDATE * Math.max(1, count) / Math.max(1, width - CANDIDATE));
        double[] places = switch (chart.axis()) {
            case COMMITS -> byCommit(count);
            case TIME -> byTime(chart.points());
        };
        return new RunSlots(places, Math.max(1, count) + apart);
    }

    /** The place of a run. */
    double at(int index) {
        return of[index];
    }

    /** The boundary between a run and the one before it. */
    double before(int index) {
        if (index == 0) {
            return -0.5;
        }
        return index == of.length ? of.length - 0.5 : (of[index - 1] + of[index]) / 2;
    }

    /** The place of the candidate. */
    double candidate() {
        return (Math.max(1, of.length) - 1 + slots) / 2;
    }

    private static double[] byCommit(int count) {
        double[] places = new double[count];
        for (int i = 0; i < count; i++) {
            places[i] = i;
        }
        return places;
    }

    private static double[] byTime(List<TrendChart.TrendPoint> points) {
        double[] times = times(points);
        int count = times.length;
        double span = count < 2 ? 0 : times[count - 1] - times[0];
        if (!(span > 0)) {
            return byCommit(count);
        }
        double[] places = new double[count];
        for (int i = 0; i < count; i++) {
            places[i] = (times[i] - times[0]) / span * (count - 1);
        }
        return places;
    }

    /** Times that never fall: a commit that is dated before its parent is where its parent is. */
    static double[] times(List<TrendChart.TrendPoint> points) {
        double[] times = new double[points.size()];
        double latest = points.stream()
                .mapToDouble(TrendChart.TrendPoint::time)
                .filter(Double::isFinite)
                .findFirst()
                .orElse(0);
        for (int i = 0; i < times.length; i++) {
            double time = points.get(i).time();
            latest = Double.isFinite(time) ? Math.max(latest, time) : latest;
            times[i] = latest;
        }
        return times;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
