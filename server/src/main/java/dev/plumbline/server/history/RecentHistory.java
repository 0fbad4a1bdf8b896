package dev.plumbline.server.history;

import java.util.List;

/**
 * The last points of one series, oldest first.
 *
 * @param points the points
 * @param changes the change points among them
 */
public record RecentHistory(List<Point> points, List<Change> changes) {

    public RecentHistory {
        points = List.copyOf(points);
        changes = List.copyOf(changes);
    }

    /**
     * The value of one run.
     *
     * @param runId the run
     * @param value in the series' base unit
     */
    public record Point(long runId, double value) {}

    /**
     * A level shift.
     *
     * @param runId the first run at the new level
     * @param worse whether it is for the worse
     */
    public record Change(long runId, boolean worse) {}

    /** A history without a point. */
    public static RecentHistory empty() {
        return new RecentHistory(List.of(), List.of());
    }
}
