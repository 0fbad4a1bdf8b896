package dev.plumbline.analysis.segment;

import dev.plumbline.analysis.stats.Median;
import dev.plumbline.analysis.subject.Scale;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.special.Erf;

/**
 * Removes, from the bottom, the shifts that are not worth their penalty or too small to be relevant, each time the
 * least of them; then moves the others to where they explain the runs best.
 */
final class Pruning {

    /** Places whose loss is within this many nats of the best one: a likelihood interval of 95 %. */
    private static final double PLACE_NATS = 1.92;

    private static final double CONFIDENCE_QUANTILE = 1.96;

    private static final double FINEST_STEP = 0.25;

    /** A shift of this many standard deviations of a run, with this many runs on both sides, is worth any penalty. */
    private static final double OBVIOUS_SCALES = 4;

    private static final int OBVIOUS_RUNS = 8;

    private final SegmentationSettings settings;
    private final Scale scale;
    private final RunValues values;
    private final NoiseModel noise;
    private final List<Segment> segments = new ArrayList<>();

    /** Runs in [from, to) at a level, and what they cost there. */
    private record Segment(int from, int to, double level, double cost) {
        int size() {
            return to - from;
        }
    }

    Pruning(SegmentationSettings settings, Scale scale, RunValues values, NoiseModel noise, int[] starts) {
        this.settings = settings;
        this.scale = scale;
        this.values = values;
        this.noise = noise;
        for (int i = 0; i < starts.length; i++) {
            int to = i + 1 < starts.length ? starts[i + 1] : values.runs();
            segments.add(segment(starts[i], to, Median.select(values.means(starts[i], to))));
        }
        prune();
        settle();
        prune();
    }

    /** The first runs of the segments that remain, ascending. */
    int[] starts() {
        return segments.stream().mapToInt(Segment::from).toArray();
    }

    /** The shifts that remain, ascending. */
    List<Shift> shifts() {
        List<Shift> shifts = new ArrayList<>();
        for (int i = 0; i + 1 < segments.size(); i++) {
            shifts.add(shift(segments.get(i), segments.get(i + 1)));
        }
        return shifts;
    }

    private Segment segment(int from, int to, double guess) {
        double level = noise.loss().levelNear(from, to, guess, FINEST_STEP * noise.runScale());
        return new Segment(from, to, level, noise.loss().of(from, to, level));
    }

    private Segment merged(Segment left, Segment right) {
        int from = left.from();
        int to = right.to();
        double share = (double) left.size() / (to - from);
        Segment middle = segment(from, to, left.level() * share + right.level() * (1 - share));
        Segment leftwards = segment(from, to, left.level());
        Segment rightwards = segment(from, to, right.level());
        Segment best = leftwards.cost() < rightwards.cost() ? leftwards : rightwards;
        return middle.cost() < best.cost() ? middle : best;
    }

    private void prune() {
        List<Double> gains = new ArrayList<>();
        for (int i = 0; i + 1 < segments.size(); i++) {
            gains.add(gain(i));
        }
        while (!gains.isEmpty()) {
            int least = 0;
            for (int i = 1; i < gains.size(); i++) {
                least = gains.get(i) < gains.get(least) ? i : least;
            }
            if (gains.get(least) > settings.penalty()) {
                return;
            }
            segments.set(least, merged(segments.get(least), segments.get(least + 1)));
            segments.remove(least + 1);
            gains.remove(least);
            for (int i = Math.max(0, least - 1); i <= Math.min(least, gains.size() - 1); i++) {
                gains.set(i, gain(i));
            }
        }
    }

    /** How much better two neighbours explain their runs than one segment would, in nats; 0 when they hardly differ. */
    private double gain(int i) {
        Segment left = segments.get(i);
        Segment right = segments.get(i + 1);
        double difference = Math.abs(right.level() - left.level());
        if (difference < Math.log1p(settings.minimumEffect())) {
            return 0;
        }
        if (difference > OBVIOUS_SCALES * noise.runScale() && Math.min(left.size(), right.size()) >= OBVIOUS_RUNS) {
            return Double.POSITIVE_INFINITY;
        }
        return merged(left, right).cost() - left.cost() - right.cost();
    }

    private void settle() {
        for (int i = 0; i + 1 < segments.size(); i++) {
            Segment left = segments.get(i);
            Segment right = segments.get(i + 1);
            int place = places(left, right)[1];
            if (place != right.from()) {
                segments.set(i, segment(left.from(), place, left.level()));
                segments.set(i + 1, segment(place, right.to(), right.level()));
            }
        }
    }

    /** The earliest, the best and the latest place of the shift between two segments. */
    private int[] places(Segment left, Segment right) {
        int first = left.from() + 1;
        int last = right.to() - 1;
        double[] costs = new double[last - first + 1];
        double cost = 0;
        int best = 0;
        for (int place = first; place <= last; place++) {
            if (place > first) {
                cost += noise.loss().of(place - 1, left.level()) - noise.loss().of(place - 1, right.level());
            }
            costs[place - first] = cost;
            if (cost < costs[best]) {
                best = place - first;
            }
        }
        int earliest = best;
        int latest = best;
        for (int i = 0; i < costs.length; i++) {
            if (costs[i] <= costs[best] + PLACE_NATS) {
                earliest = Math.min(earliest, i);
                latest = Math.max(latest, i);
            }
        }
        return new int[] {first + earliest, first + best, first + latest};
    }

    private Shift shift(Segment left, Segment right) {
        int[] places = places(left, right);
        double difference = right.level() - left.level();
        double half = CONFIDENCE_QUANTILE * noise.runScale() * Math.sqrt(1.0 / left.size() + 1.0 / right.size());
        double before = left.level() + noise.centre();
        return new Shift(
                right.from(),
                values.runs() - right.from() >= settings.confirmingRuns(),
                scale.value(before),
                scale.value(before + difference),
                scale.ratio(before, difference),
                scale.ratio(before, difference - half),
                scale.ratio(before, difference + half),
                Erf.erfc(CONFIDENCE_QUANTILE * Math.abs(difference) / half / Math.sqrt(2)),
                Math.min(places[0], right.from()),
                Math.max(places[2], right.from()));
    }
}
