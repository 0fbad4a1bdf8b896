package dev.plumbline.analysis.segment;

import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.stats.Median;
import dev.plumbline.analysis.subject.Resolution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The steps of a near-exact series: a step is a run whose value leaves the segment's level by more than its resolution and
 * by a relevant amount with all its forks, and that the next runs agree with. A run whose new level no later run shares is a stray, and the
 * newest run alone is a suspicion.
 */
final class ExactSteps {

    /** A segment's level is the median of this many of its first runs; later ones repeat them by definition. */
    private static final int LEVEL_RUNS = 15;

    private final SegmentationSettings settings;
    private final Resolution resolution;

    ExactSteps(SegmentationSettings settings, Metric metric) {
        this.settings = settings;
        this.resolution = Resolution.of(metric);
    }

    /** The steps of these runs, ascending. */
    List<Shift> find(List<double[]> runs) {
        double[] values = runs.stream().mapToDouble(Median::of).toArray();
        List<Shift> shifts = new ArrayList<>();
        int segmentStart = 0;
        for (int run = 1; run < values.length; run++) {
            double before = level(values, segmentStart, run);
            if (differ(before, values[run]) && allLeft(before, values[run], runs.get(run))) {
                int agreeing = agreeing(values, run);
                boolean confirmed = agreeing >= 2;
                boolean newest = run + agreeing == values.length;
                if (confirmed || newest) {
                    shifts.add(shift(run, confirmed, before, level(values, run, run + agreeing)));
                    segmentStart = run;
                }
            }
        }
        return shifts;
    }

    /** How many runs from this one on stay at its level; a single stray is skipped once two have agreed. */
    private int agreeing(double[] values, int from) {
        int to = from + 1;
        while (to < values.length) {
            boolean agrees = !differ(values[from], values[to]);
            boolean strayBetween = to - from >= 2 && to + 1 < values.length && !differ(values[from], values[to + 1]);
            if (!agrees && !strayBetween) {
                break;
            }
            to++;
        }
        return to - from;
    }

    private boolean differ(double before, double after) {
        double difference = Math.abs(after - before);
        return difference > 2 * resolution.at(before)
                && difference > settings.minimumEffectNearExact() * Math.abs(before);
    }

    /** Whether no fork stayed: if some do, the metric goes either way in each JVM, and the run isn't a step. */
    private boolean allLeft(double before, double value, double[] forks) {
        for (double fork : forks) {
            if (!differ(before, fork) || (fork > before) != (value > before)) {
                return false;
            }
        }
        return true;
    }

    private static double level(double[] values, int from, int to) {
        return Median.of(Arrays.copyOfRange(values, from, Math.min(to, from + LEVEL_RUNS)));
    }

    private Shift shift(int run, boolean confirmed, double before, double after) {
        boolean noRatio = Math.abs(before) <= resolution.absolute() || before * after <= 0;
        double ratio = noRatio ? Double.NaN : after / before;
        double half = noRatio ? Double.NaN : resolution.at(before) / Math.abs(before);
        return new Shift(run, confirmed, before, after, ratio, ratio * (1 - half), ratio * (1 + half), 0, run, run);
    }
}
