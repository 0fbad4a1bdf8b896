package dev.plumbline.server.store;

import java.util.List;
import java.util.Optional;

/**
 * The change points that are one event: the same direction, the same commit range.
 *
 * @param runId the first run at the new levels
 * @param previousRunId the last run before
 * @param worse a regression when true, an improvement when false
 * @param confirmed whether at least one of the change points is confirmed
 * @param fixedRunId the run since which every series is back at its level from before; empty while one is not
 * @param members the change points
 */
public record RegressionGroup(
        long runId,
        long previousRunId,
        boolean worse,
        boolean confirmed,
        Optional<Long> fixedRunId,
        List<StoredChangePoint> members) {

    /** The state as it is stored. */
    String state() {
        if (fixedRunId.isPresent()) {
            return "fixed";
        }
        return confirmed ? "confirmed" : "suspected";
    }
}
