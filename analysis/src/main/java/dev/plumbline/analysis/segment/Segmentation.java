package dev.plumbline.analysis.segment;

import java.util.List;

/**
 * The change points of a series.
 *
 * @param changePoints ascending by index
 */
public record Segmentation(List<ChangePoint> changePoints) {

    /** No change point at all. */
    public static final Segmentation NONE = new Segmentation(List.of());

    public Segmentation {
        changePoints = List.copyOf(changePoints);
    }

    /**
     * The first run of the current segment: that of the last confirmed change point, 0 without one. A suspected change point
     * does not start a segment, since one odd run must not become the baseline.
     */
    public int currentSegmentStart() {
        int start = 0;
        for (ChangePoint changePoint : changePoints) {
            if (changePoint.state() == ChangePoint.State.CONFIRMED) {
                start = changePoint.index();
            }
        }
        return start;
    }
}
