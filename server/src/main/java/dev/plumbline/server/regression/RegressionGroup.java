package dev.plumbline.server.regression;

import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.server.change.StoredChangePoint;
import java.util.List;
import java.util.Optional;

/**
 * The change points that are one event: one direction, one range of commits. One for the worse that was fixed and came back is still one
 * event, with an occurrence for each time.
 *
 * @param worse a regression when true, an improvement when false
 * @param occurrences at least one, oldest first
 * @param fixedRunId the run since which every series is back at its earlier level; empty while one isn't
 */
public record RegressionGroup(boolean worse, List<Occurrence> occurrences, Optional<Long> fixedRunId) {

    public RegressionGroup {
        occurrences = List.copyOf(occurrences);
    }

    /**
     * One time that the levels moved.
     *
     * @param runId the first run at the new levels, according to the series that places it most precisely
     * @param previousRunId the last run before
     * @param members the change points, one of each series
     */
    public record Occurrence(long runId, long previousRunId, List<StoredChangePoint> members) {

        public Occurrence {
            members = List.copyOf(members);
        }
    }

    /** The last time it happened. */
    public Occurrence latest() {
        return occurrences.getLast();
    }

    /** The first run at the new levels, the last time that it happened. */
    public long runId() {
        return latest().runId();
    }

    /** The change points of all occurrences. */
    List<StoredChangePoint> members() {
        return occurrences.stream()
                .flatMap(occurrence -> occurrence.members().stream())
                .toList();
    }

    /** The series that it has, in the order of their keys; none for the suite. */
    public List<Long> series() {
        return members().stream()
                .map(StoredChangePoint::seriesId)
                .filter(series -> series != 0)
                .distinct()
                .sorted()
                .toList();
    }

    /** What the detector says. */
    public DetectorState state() {
        if (fixedRunId.isPresent()) {
            return DetectorState.FIXED;
        }
        return confirmed() ? DetectorState.CONFIRMED : DetectorState.SUSPECTED;
    }

    /** Whether at least one of its latest change points is confirmed. */
    boolean confirmed() {
        return latest().members().stream().anyMatch(member -> member.state() == ChangePoint.State.CONFIRMED);
    }
}
