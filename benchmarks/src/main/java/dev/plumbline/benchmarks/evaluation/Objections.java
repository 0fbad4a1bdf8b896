package dev.plumbline.benchmarks.evaluation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How strongly a rule objects to each run of constant code, whatever the unit of that, as the run is and with a regression put on it.
 *
 * @param all the runs of all series
 */
record Objections(List<Objection> all) {

    /**
     * The objections to one run.
     *
     * @param firstHalf whether its suite is in the first half of the suites
     * @param series which series it is of
     * @param asIs to the run as it is: a false alarm if it is above the threshold
     * @param injected to the run with the regression
     */
    record Objection(boolean firstHalf, int series, double asIs, double injected) {}

    /** How many runs of those that are shown are alarms, and how many regressions are found. */
    record Shown(int runs, long alarms, long found) {

        Shown plus(Shown other) {
            return new Shown(runs + other.runs, alarms + other.alarms, found + other.found);
        }

        double alarmsPercent() {
            return percent(alarms);
        }

        double foundPercent() {
            return percent(found);
        }

        private double percent(long count) {
            return runs == 0 ? 0 : 100.0 * count / runs;
        }
    }

    Objections half(boolean first) {
        return new Objections(
                all.stream().filter(one -> one.firstHalf() == first).toList());
    }

    Map<Integer, List<Objection>> bySeries() {
        return all.stream().collect(Collectors.groupingBy(Objection::series));
    }

    /** What a threshold gives here. */
    Shown at(double threshold) {
        return new Shown(
                all.size(),
                all.stream().filter(one -> one.asIs() > threshold).count(),
                all.stream().filter(one -> one.injected() > threshold).count());
    }

    /** The lowest threshold that gives no more than so many alarms a run; one that nothing reaches where there is no run to tune it on. */
    double thresholdFor(double rate) {
        return thresholdFor((long) (rate * all.size()));
    }

    /** The lowest threshold that gives no more than so many alarms. */
    double thresholdFor(long alarms) {
        double[] sorted =
                all.stream().mapToDouble(Objection::asIs).sorted().toArray();
        return alarms >= sorted.length ? Double.POSITIVE_INFINITY : sorted[sorted.length - 1 - (int) alarms];
    }

    /** Each half with the threshold that was tuned on the other: the first, then the second. */
    List<Shown> tunedOnTheOther(double rate) {
        Objections first = half(true);
        Objections second = half(false);
        return List.of(first.at(second.thresholdFor(rate)), second.at(first.thresholdFor(rate)));
    }
}
