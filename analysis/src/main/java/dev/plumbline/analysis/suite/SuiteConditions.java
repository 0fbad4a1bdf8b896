package dev.plumbline.analysis.suite;

import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.analysis.stats.Median;
import dev.plumbline.analysis.stats.RobustCentre;
import dev.plumbline.analysis.stats.StudentT;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What the shared movement and its shifts did to each series, run by run. */
final class SuiteConditions {

    /** Runs used on either side of a shift. */
    private static final int REACH = 10;

    /** Runs next to a shift: a series that changed by itself some runs before went along from where it was then. */
    private static final int NEXT = 3;

    /** The median's variance is π/2 that of the mean. */
    private static final double MEDIAN_VARIANCE = Math.PI / 2;

    /** No benchmark repeats better than this, on the log scale. */
    private static final double SMALLEST_SCALE = 1e-3;

    /** A step this many standard deviations from the shared one is no longer the same step. */
    private static final double APART = 3;

    /** In a suite of so many series, a few with changes of their own don't move what it shares. */
    private static final int ENOUGH_SERIES = 30;

    /** How probable the centre of the series' own steps at a shift may be by chance, as much as they differ. */
    private static final double BY_CHANCE = 0.01;

    /** The share of a shift of the movement that this centre must reach. */
    private static final double BORNE_OUT = 0.5;

    /** How often, over all series, one is taken to have a change of its own at a shift that has none. */
    private static final double FALSELY_APART = 0.01;

    private final CommonMode mode;
    private final SharedMovement shared;
    private final List<ChangePoint> points;
    private final int size;
    private final int runs;
    private final int[] segment;
    private final double[] levels;
    private final double[] slow;
    private final double[][] corrections;
    private final double[][] persistent;
    private final boolean[][] along;
    private final boolean[] borneOut;
    private final List<EnvironmentShift> shifts;

    /** The step of a series at a shift, with its variance; infinite when one side has no run. */
    private record Step(double value, double variance) {

        static final Step UNKNOWN = new Step(0, Double.POSITIVE_INFINITY);

        boolean known() {
            return variance < Double.POSITIVE_INFINITY;
        }
    }

    SuiteConditions(CommonMode mode, SharedMovement shared, int size, List<ChangePoint> points) {
        this.mode = mode;
        this.shared = shared;
        this.points = points;
        this.size = size;
        this.runs = shared.movement().length;
        this.segment = new int[runs];
        this.levels = new double[points.size() + 1];
        for (int run = 0, next = 0; run < runs; run++) {
            next += next < points.size() && points.get(next).index() == run ? 1 : 0;
            segment[run] = next;
        }
        for (int i = 0; i < levels.length; i++) {
            double[] known = shared.in(start(i), start(i + 1));
            levels[i] = known.length == 0 ? 0 : Median.select(known);
        }
        this.slow = SlowMovement.of(shared, segment, levels);
        this.corrections = new double[size][];
        this.persistent = new double[size][];
        this.along = new boolean[size][points.size()];
        this.borneOut = new boolean[points.size()];
        this.shifts = learn();
    }

    private int start(int which) {
        return which == 0
                ? 0
                : which > points.size() ? runs : points.get(which - 1).index();
    }

    /** The shifts, ascending. */
    List<EnvironmentShift> shifts() {
        return shifts;
    }

    /** Whether the shared movement is removed from a series at all. */
    boolean touch(int which) {
        return corrections[which].length > 0;
    }

    /** What the conditions of a run did to a series, on the log scale, positive for worse. */
    double at(int which, int run) {
        return corrections[which][run];
    }

    /** What conditions usually did to a series around a run: the shifts so far and no single run's movement. */
    double usually(int which, int run) {
        return persistent[which][segment[run]];
    }

    /** The runs of the shifts that a series went along with, however far: ascending. */
    int[] shiftsOf(int which) {
        return IntStream.range(0, points.size())
                .filter(shift -> along[which][shift])
                .map(shift -> points.get(shift).index())
                .toArray();
    }

    private List<EnvironmentShift> learn() {
        double[] reliability = reliability();
        double[] responses = Responses.of(mode, size, segment, (which, run) -> passing(which, run, reliability));
        double[][] calm = new double[size][];
        for (int which = 0; which < size; which++) {
            corrections[which] = new double[mode.logarithms(which).length];
            for (int run = 0; run < corrections[which].length; run++) {
                corrections[which][run] = responses[which] * passing(which, run, reliability);
            }
            calm[which] = less(mode.logarithms(which), corrections[which]);
            persistent[which] = new double[points.size() + 1];
        }
        List<EnvironmentShift> found = new ArrayList<>();
        for (int shift = 0; shift < points.size(); shift++) {
            found.add(apply(shift, calm));
        }
        return List.copyOf(found);
    }

    /**
     * The movement of a single run off what is usual around it, as the other series show it and as far as it can be relied on. What lasts
     * longer without being a shift stays in the series: levels follow the movement that was taken from them, so its errors add up from run to
     * run, and in a calm series of a small suite they would look like shifts.
     */
    private double passing(int which, int run, double[] reliability) {
        return shared.known(run) ? reliability[run] * (mode.without(which, run) - levels[segment[run]] - slow[run]) : 0;
    }

    /**
     * How much of a run's movement is real and not the error of its estimate: the variance of movements around their levels, less that of the errors,
     * over the sum of itself and the run's own error (the empirical Bayes estimate of a normal mean, Efron and Morris 1973).
     */
    private double[] reliability() {
        double[] squares = new double[runs];
        double[] errors = new double[runs];
        int known = 0;
        for (int run = 0; run < runs; run++) {
            if (shared.known(run)) {
                double distance = shared.movement()[run] - levels[segment[run]];
                squares[known] = distance * distance;
                errors[known++] = shared.standardError()[run] * shared.standardError()[run];
            }
        }
        // The median: right after a shift to which series respond differently, errors are large and say nothing about
        // the other runs.
        double usualError = known == 0 ? 0 : Median.select(Arrays.copyOf(errors, known));
        double variance = Math.max(0, mean(squares, known) - usualError);
        double[] reliability = new double[runs];
        for (int run = 0; run < runs; run++) {
            double error = shared.standardError()[run] * shared.standardError()[run];
            reliability[run] = variance + error > 0 ? variance / (variance + error) : 0;
        }
        return reliability;
    }

    private static double mean(double[] values, int size) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += values[i];
        }
        return size == 0 ? 0 : sum / size;
    }

    private static double[] less(double[] values, double[] corrections) {
        double[] rest = new double[values.length];
        Arrays.setAll(rest, i -> values[i] - corrections[i]);
        return rest;
    }

    private EnvironmentShift apply(int shift, double[][] calm) {
        double size = levels[shift + 1] - levels[shift];
        Step[] steps = new Step[calm.length];
        List<Step> told = new ArrayList<>();
        for (int which = 0; which < steps.length; which++) {
            steps[which] = step(calm[which], shift, REACH);
            if (mode.teaches(which) && steps[which].known()) {
                told.add(steps[which]);
            }
        }
        double spread = spread(told, size);
        boolean confirmed = points.get(shift).state() == ChangePoint.State.CONFIRMED;
        for (int which = 0; which < steps.length; which++) {
            double taken = taken(steps[which], size, spread, confirmed);
            along[which][shift] = goesAlong(steps[which], size, spread, told.size())
                    || goesAlong(step(calm[which], shift, NEXT), size, spread, told.size());
            for (int segments = shift + 1; segments < levels.length; segments++) {
                persistent[which][segments] += taken;
            }
            for (int run = points.get(shift).index(); run < corrections[which].length; run++) {
                corrections[which][run] += taken;
            }
        }
        borneOut[shift] = borneOut(told, size);
        int moved = (int) told.stream()
                .filter(step -> taken(step, size, spread, confirmed) != 0)
                .count();
        return new EnvironmentShift(points.get(shift), moved, told.size(), spread);
    }

    /**
     * Whether the series themselves, each with its own runs before and after, went about as far. In a small suite, a few of them with large
     * changes of their own can move what it shares.
     */
    private static boolean borneOut(List<Step> steps, double size) {
        if (steps.size() < CommonMode.FEWEST_SERIES || steps.size() >= ENOUGH_SERIES) {
            return true;
        }
        RobustCentre centre = RobustCentre.of(
                steps.stream().mapToDouble(Step::value).toArray(),
                steps.stream().mapToDouble(step -> Math.sqrt(step.variance())).toArray(),
                SMALLEST_SCALE);
        double along = centre.value() * Math.signum(size);
        return along > BORNE_OUT * Math.abs(size)
                && !(StudentT.twoSided(along / centre.standardError(), steps.size() - 1.0) >= BY_CHANCE);
    }

    /** Whether a shift of the movement is one of the series, too. */
    boolean borneOut(ChangePoint point) {
        return borneOut[points.indexOf(point)];
    }

    /**
     * The part of a series' step that is attributed to the shift. For a series among the others, once enough runs have shown it, this is its own step as far
     * as benchmarks differ in this shift and not by noise; for one that stayed, nothing; for one that went much farther, the step of the others.
     */
    private static double taken(Step step, double size, double spread, boolean confirmed) {
        double variance = spread * spread + step.variance();
        double distance = step.value() - size;
        if (!step.known()) {
            return size;
        }
        if (Math.abs(distance) <= APART * Math.sqrt(variance)) {
            return confirmed ? size + distance * spread * spread / variance : size;
        }
        return step.value() * Math.signum(size) < Math.abs(size) / 2 ? 0 : size;
    }

    /**
     * Whether what a series did at the shift is the shift's, however far it went: it lies among the others, of which there may be thousands, or
     * no farther from the shared step than that is large.
     */
    private static boolean goesAlong(Step step, double size, double spread, int series) {
        double apart = Math.sqrt(2 * Math.log(Math.max(1, series) / FALSELY_APART));
        return step.known()
                && Math.abs(step.value() - size)
                        <= Math.max(apart * Math.sqrt(spread * spread + step.variance()), Math.abs(size));
    }

    private Step step(double[] calm, int shift, int reach) {
        if (calm.length == 0) {
            return Step.UNKNOWN;
        }
        int index = points.get(shift).index();
        double[] before = measured(calm, start(shift), index, reach, true);
        double[] after = measured(calm, index, start(shift + 2), reach, false);
        if (before.length == 0 || after.length == 0) {
            return Step.UNKNOWN;
        }
        double low = Median.of(before);
        double high = Median.of(after);
        double[] residuals = new double[before.length + after.length];
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = i < before.length ? before[i] - low : after[i - before.length] - high;
        }
        double scale = Math.max(SMALLEST_SCALE, Median.scaleAround(0, residuals));
        return new Step(high - low, scale * scale * MEDIAN_VARIANCE * (1.0 / before.length + 1.0 / after.length));
    }

    /** Up to so many values in [from, to), the newest or the oldest. */
    private static double[] measured(double[] values, int from, int to, int reach, boolean newest) {
        double[] found = new double[reach];
        int count = 0;
        for (int i = 0; i < to - from && count < reach; i++) {
            double value = values[newest ? to - 1 - i : from + i];
            if (!Double.isNaN(value)) {
                found[count++] = value;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private static double spread(List<Step> steps, double size) {
        if (steps.isEmpty()) {
            return 0;
        }
        double[] distances = steps.stream().mapToDouble(Step::value).toArray();
        double[] variances = steps.stream().mapToDouble(Step::variance).toArray();
        double scale = Median.scaleAround(size, distances);
        return Math.sqrt(Math.max(0, scale * scale - Median.select(variances)));
    }
}
