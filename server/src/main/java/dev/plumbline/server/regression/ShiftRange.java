package dev.plumbline.server.regression;

import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.server.change.RunPlaces;
import dev.plumbline.server.change.StoredChangePoint;

/**
 * Where the cause of a change point may lie, in places of the environment's runs: behind the run at {@code after}, at the latest in the
 * one at {@code upTo}. It reaches from the last run at the old level to the first at the new one, and over what the detector can't tell
 * apart with 95 % confidence once it is confirmed.
 *
 * @param point the change point
 * @param after the place that it lies behind
 * @param upTo the last place that it may lie at
 * @param at the place of its run
 */
record ShiftRange(StoredChangePoint point, int after, int upTo, int at) {

    static ShiftRange of(StoredChangePoint point, RunPlaces places) {
        int at = places.of(point.runId());
        int after = places.of(point.previousRunId());
        if (point.state() == ChangePoint.State.SUSPECTED) {
            return new ShiftRange(point, after, at, at);
        }
        return new ShiftRange(
                point,
                Math.min(after, places.of(point.earliestRunId()) - 1),
                Math.max(at, places.of(point.latestRunId())),
                at);
    }

    /** Whether the cause may lie at a place. */
    boolean holds(int place) {
        return after < place && place <= upTo;
    }

    /** In how many places the cause may lie. */
    int width() {
        return upTo - after;
    }
}
