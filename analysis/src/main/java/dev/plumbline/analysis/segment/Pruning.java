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

    private static final double CONFIDENCE_QUANTILE = 1.96;

    private static final double FINEST_STEP = 0.25;

    /** A shift of this many standard deviations of a run, with this many runs on both sides, is worth any penalty. */
    private static final double OBVIOUS_SCALES = 4;

    private static final int OBVIOUS_RUNS = 8;

    /** Standard deviations of a run beyond which its distance from a level counts as this: a bad machine doesn't tell the scatter. */
    private static final double MOST_SCALES = 6;

    /** What a shift must explain in penalties where it should have been told long ago. */
    private static final double LATE = 2;

    private final SegmentationSettings settings;
    private final Company company;
    private final double penalty;
    private final Scale scale;
    private final RunValues values;
    private final NoiseModel noise;
    private final List<Segment> segments = new ArrayList<>();

    /** Runs that the beginning of what the whole suite did may be off by in one series. */
    private static final int BOUNDARY_REACH = 3;

    /** Runs in [from, to) at a level, and what they cost there; given: it begins where the whole suite shifted. */
    private record Segment(int from, int to, double level, double cost, boolean given) {
        int size() {
            return to - from;
        }
    }

    Pruning(
            SegmentationSettings settings,
            Company company,
            Scale scale,
            RunValues values,
            NoiseModel noise,
            int[] starts) {
        this.settings = settings;
        this.company = company;
        this.penalty = Math.max(settings.penalty(), company.gain(values.runs()));
        this.scale = scale;
        this.values = values;
        this.noise = noise;
        for (int i = 0; i < starts.length; i++) {
            int to = i + 1 < starts.length ? starts[i + 1] : values.runs();
            segments.add(
                    segment(starts[i], to, Median.select(values.means(starts[i], to)), company.isBoundary(starts[i])));
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
            if (!segments.get(i + 1).given()) {
                shifts.add(shift(segments.get(i), segments.get(i + 1)));
            }
        }
        return shifts;
    }

    private Segment segment(int from, int to, double guess, boolean given) {
        double level = noise.loss().levelNear(from, to, guess, FINEST_STEP * noise.runScale());
        return new Segment(from, to, level, noise.loss().of(from, to, level), given);
    }

    private Segment merged(Segment left, Segment right) {
        int from = left.from();
        int to = right.to();
        double share = (double) left.size() / (to - from);
        Segment middle = segment(from, to, left.level() * share + right.level() * (1 - share), left.given());
        Segment leftwards = segment(from, to, left.level(), left.given());
        Segment rightwards = segment(from, to, right.level(), left.given());
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
            if (gains.get(least) > penalty) {
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
        if (right.given()) {
            return Double.POSITIVE_INFINITY;
        }
        double difference = Math.abs(right.level() - left.level());
        if (difference < Math.log1p(settings.minimumEffect())) {
            return 0;
        }
        double gain = merged(left, right).cost() - left.cost() - right.cost();
        if (company.knows(right.from())) {
            return gain + penalty - settings.penalty();
        }
        if (difference < Math.log1p(company.smallest(settings.minimumEffect()))) {
            return 0;
        }
        if (company.isLate(values.runs() - right.from()) && gain < LATE * penalty) {
            return 0;
        }
        if (company.shared() && !apart(left, right)) {
            return Math.min(gain, penalty);
        }
        if (!company.enough(values.runs())) {
            return gain > settings.penalty() && obvious(left, right) ? Double.POSITIVE_INFINITY : 0;
        }
        if (difference > OBVIOUS_SCALES * noise.runScale() && Math.min(left.size(), right.size()) >= OBVIOUS_RUNS) {
            return Double.POSITIVE_INFINITY;
        }
        return gain > settings.penalty() && gain <= penalty && obvious(left, right) ? Double.POSITIVE_INFINITY : gain;
    }

    /**
     * Whether the runs of two neighbours lie apart by Student's t as well. The noise that explains two levels best may be narrow where the same runs
     * are explained as well by one level and noise with two modes.
     */
    private boolean apart(Segment left, Segment right) {
        int degreesOfFreedom = left.size() + right.size() - 2;
        if (degreesOfFreedom == 0) {
            return false;
        }
        double squares = 0;
        double difference = 0;
        for (Segment segment : List.of(left, right)) {
            double sum = 0;
            double sumOfSquares = 0;
            for (int run = segment.from(); run < segment.to(); run++) {
                double limit = MOST_SCALES * noise.runScale();
                double distance = Math.max(-limit, Math.min(limit, values.mean(run) - segment.level()));
                sum += distance;
                sumOfSquares += distance * distance;
            }
            double mean = sum / segment.size();
            squares += sumOfSquares - mean * sum;
            difference = segment.level() + mean - difference;
        }
        double error = Math.sqrt(squares / degreesOfFreedom * (1.0 / left.size() + 1.0 / right.size()));
        return error == 0 || company.differs(difference / error, degreesOfFreedom);
    }

    /** Whether the levels of two neighbours with enough runs lie farther apart than a whole suite shows by chance. */
    private boolean obvious(Segment left, Segment right) {
        double error = noise.runScale() * Math.sqrt(1.0 / left.size() + 1.0 / right.size());
        return Math.min(left.size(), right.size()) >= settings.confirmingRuns()
                && company.obvious(Math.abs(right.level() - left.level()) / error, values.runs());
    }

    private void settle() {
        for (int i = 0; i + 1 < segments.size(); i++) {
            Segment left = segments.get(i);
            Segment right = segments.get(i + 1);
            int place = Places.best(noise, left.from(), right.to(), left.level(), right.level(), company);
            boolean tooFar = right.given() && Math.abs(place - right.from()) > BOUNDARY_REACH;
            if (place != right.from() && !tooFar) {
                segments.set(i, segment(left.from(), place, left.level(), left.given()));
                segments.set(i + 1, segment(place, right.to(), right.level(), right.given()));
            }
        }
    }

    private Shift shift(Segment left, Segment right) {
        Places places = Places.of(noise, left.from(), right.from(), right.to(), left.level(), right.level(), company);
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
                Math.min(places.earliest(), right.from()),
                Math.max(places.latest(), right.from()));
    }
}
