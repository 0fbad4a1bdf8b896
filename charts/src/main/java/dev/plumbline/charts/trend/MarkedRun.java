package dev.plumbline.charts.trend;

import java.util.Objects;
import java.util.Optional;

/**
 * A run of the series itself that the chart is about: it has a diamond in the colour of what was found, where it is, and a line from top to
 * bottom, so that it is found among hundreds.
 *
 * @param index the run
 * @param found what its comparison found
 */
public record MarkedRun(int index, Candidate.Found found) {

    /** Refuses absent parts. */
    public MarkedRun {
        Objects.requireNonNull(found, "found");
    }

    /** The same in a part of the chart; empty if it isn't in it. */
    Optional<MarkedRun> part(int first, int last) {
        return index < first || index > last ? Optional.empty() : Optional.of(new MarkedRun(index - first, found));
    }
}
