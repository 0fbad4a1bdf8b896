package dev.plumbline.server.regression;

import dev.plumbline.server.change.RunPlaces;
import dev.plumbline.server.change.StoredChangePoint;

/**
 * Where the cause of a change point may be, in places of the environment's runs: after the run at {@code after}, at the latest in the
 * one at {@code upTo}. It reaches from the last run at the old level to the first at the new one and, once it is confirmed, over all runs
 * that the detector can't exclude with 95 % confidence.
 *
 * @param point the change point
 * @param after the place after which it is
 * @param upTo the last place at which it may be
 * @param at the place of its run
 */
record ShiftRange(StoredChangePoint point, int after, int upTo, int at) {

    static ShiftRange of(StoredChangePoint point, RunPlaces places) {
        int at = places.of(point.runId());
        int after = places.of(point.previousRunId());
        return new ShiftRange(
                point,
                Math.min(after, places.of(point.earliestRunId()) - 1),
                Math.max(at, places.of(point.latestRunId())),
                at);
    }

    /** Whether the cause may be at a place. */
    boolean holds(int place) {
        return after < place && place <= upTo;
    }

    /** At how many places the cause may be. */
    int width() {
        return upTo - after;
    }
}
