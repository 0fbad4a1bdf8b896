package dev.plumbline.collector.changepoints;

import java.util.List;

/**
 * A series as a file has it.
 *
 * @param name its name there; may be empty
 * @param unit its unit as it is written there; empty when it has none
 * @param direction what is said about the direction
 * @param labels the label of each run: a commit, a date; empty texts if nothing is known
 * @param runs the fork values of each run, oldest first, in the unit; an empty array if a run has none
 */
public record GivenSeries(
        String name, String unit, GivenDirection direction, List<String> labels, List<double[]> runs) {

    public GivenSeries {
        labels = List.copyOf(labels);
        runs = List.copyOf(runs);
    }
}
