package dev.plumbline.analysis.report.series;

import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.analysis.segment.Segmentation;
import dev.plumbline.analysis.stats.Median;
import dev.plumbline.analysis.text.Quantity;
import dev.plumbline.analysis.verdict.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a report says about the history of one series.
 *
 * @param name the name of the series; may be empty
 * @param unit the unit of its values as {@link Quantity} takes it; may be empty
 * @param direction which way its values get better
 * @param labels the label of each run, a commit or a date; empty texts if nothing is known
 * @param runs the fork values of each run, oldest first; those that aren't numbers are ignored
 * @param segmentation its change points
 */
public record SeriesReport(
        String name,
        String unit,
        Direction direction,
        List<String> labels,
        List<double[]> runs,
        Segmentation segmentation) {

    private static final int SHORT_HASH = 10;

    public SeriesReport {
        labels = List.copyOf(labels);
        runs = List.copyOf(runs);
        if (labels.size() != runs.size()) {
            throw new IllegalArgumentException(labels.size() + " labels for " + runs.size() + " runs");
        }
    }

    /**
     * A stretch of runs between two change points.
     *
     * @param from its first run
     * @param to the run after its last
     * @param level its level
     */
    public record Segment(int from, int to, double level) {}

    /** The change points, ascending. */
    public List<ChangePoint> changePoints() {
        return segmentation.changePoints();
    }

    /** What a change point is: for the worse, for the better, or only a change if the direction is not known. */
    Outcome outcome(ChangePoint change) {
        if (!direction.known()) {
            return Outcome.CHANGED;
        }
        return change.worse() ? Outcome.REGRESSED : Outcome.IMPROVED;
    }

    /** The segments, one more than there are change points; none if no run has a value. */
    public List<Segment> segments() {
        List<Segment> segments = new ArrayList<>();
        List<ChangePoint> changes = changePoints();
        if (changes.isEmpty()) {
            double[] means = Arrays.stream(means()).filter(Double::isFinite).toArray();
            return means.length == 0 ? segments : List.of(new Segment(0, runs.size(), Median.of(means)));
        }
        segments.add(new Segment(0, changes.get(0).index(), changes.get(0).levelBefore()));
        for (int i = 0; i < changes.size(); i++) {
            int to = i + 1 < changes.size() ? changes.get(i + 1).index() : runs.size();
            segments.add(new Segment(changes.get(i).index(), to, changes.get(i).levelAfter()));
        }
        return segments;
    }

    /** The mean of each run; NaN if it has no value. */
    public double[] means() {
        return runs.stream()
                .mapToDouble(forks ->
                        Arrays.stream(forks).filter(Double::isFinite).average().orElse(Double.NaN))
                .toArray();
    }

    /** The label of the run before the shift: the shift is after it. */
    public String after(ChangePoint change) {
        return label(Math.max(0, change.earliest() - 1));
    }

    /** The label of the first run that is certainly at the new level: the shift is no later. */
    public String upTo(ChangePoint change) {
        return label(change.latest());
    }

    /** The label of a run, a hash no longer than it has to be. */
    String label(int run) {
        String label = labels.get(run);
        return label.length() > SHORT_HASH && label.matches("[0-9a-fA-F]{12,64}")
                ? label.substring(0, SHORT_HASH)
                : label;
    }

    /** What is said about the direction. */
    String directionText() {
        return direction.known() ? direction.words() : "which way is better isn't known (--direction says it)";
    }
}
