package dev.plumbline.analysis.suite;

import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.analysis.segment.Segmentation;
import dev.plumbline.analysis.segment.SegmentationSettings;
import dev.plumbline.analysis.segment.Segmenter;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.analysis.verdict.SuiteVerdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * The runs of an environment with what they share separated: the shared movement, its shifts, and every series as it
 * would have been under the conditions of one run.
 *
 * <p>From run to run a series follows the shared movement by its own response. A lasting shift is removed as far as the
 * series itself moved with it: for those that resemble the rest, their own step is shrunk towards the shared one, those
 * that stayed where they were keep their level, and one that moved much farther than the rest shows the difference as its
 * own change.
 */
public final class SuiteHistory {

    /** Of so many runs at the most it can't be told yet whether the suite shifted. */
    private static final int TENTATIVE_RUNS = 10;

    /** Runs apart by which two shifts are one. */
    private static final int NEAR = 3;

    private final CommonMode mode;
    private final List<ChangePoint> tentative;
    private final SharedMovement shared;
    private final List<AlignedSeries> suite;
    private final List<EnvironmentShift> shifts;
    private final SuiteConditions conditions;

    /**
     * @param points the shifts of the movement
     * @param tentative others that may yet become shifts: benchmarks are compared under them, but nobody is told of them
     */
    private SuiteHistory(
            CommonMode mode, List<AlignedSeries> suite, List<ChangePoint> points, List<ChangePoint> tentative) {
        this.mode = mode;
        this.shared = mode.shared();
        this.suite = List.copyOf(suite);
        this.tentative = tentative;
        List<ChangePoint> all = Stream.concat(points.stream(), tentative.stream())
                .sorted(Comparator.comparingInt(ChangePoint::index))
                .toList();
        this.conditions = new SuiteConditions(mode, shared, suite.size(), all);
        this.shifts = conditions.shifts().stream()
                .filter(shift -> points.contains(shift.point()))
                .toList();
    }

    private static SuiteHistory of(
            CommonMode mode,
            List<AlignedSeries> suite,
            SegmentationSettings settings,
            List<ChangePoint> points,
            int frozenBefore) {
        List<ChangePoint> tentative = tentative(mode.shared(), settings, points);
        SuiteHistory history = new SuiteHistory(mode, suite, points, tentative);
        List<ChangePoint> borneOut = points.stream()
                .filter(point -> point.index() < frozenBefore || history.conditions.borneOut(point))
                .toList();
        return borneOut.size() == points.size()
                ? history
                : new SuiteHistory(mode, suite, borneOut, untold(points, borneOut, tentative));
    }

    /** What a cheaper path finds in the newest runs, and otherwise what may be under way there. */
    private static List<ChangePoint> tentative(
            SharedMovement shared, SegmentationSettings settings, List<ChangePoint> points) {
        List<double[]> movement = shared.asRuns();
        int settled = movement.size() - TENTATIVE_RUNS;
        List<ChangePoint> tentative = new Segmenter(settings)
                .segment(SharedMovement.METRIC, movement).changePoints().stream()
                        .filter(point -> point.state() == ChangePoint.State.CONFIRMED && point.index() >= settled)
                        .filter(point -> points.stream().noneMatch(other -> same(other, point)))
                        .toList();
        if (!tentative.isEmpty()
                || points.stream()
                        .anyMatch(point ->
                                point.state() == ChangePoint.State.CONFIRMED && point.index() >= settled - NEAR)) {
            return tentative;
        }
        return UnderWay.of(shared, settled, Math.log1p(settings.minimumEffect())).stream()
                .filter(point -> points.stream().noneMatch(other -> same(other, point)))
                .toList();
    }

    /** Whether a shift is another one. What is only suspected of the newest run, as a bad machine is, is not what began some runs before it. */
    private static boolean same(ChangePoint other, ChangePoint point) {
        int apart = Math.abs(other.index() - point.index());
        return other.state() == ChangePoint.State.CONFIRMED ? apart <= NEAR : apart == 0;
    }

    /** What is tentative, and the shifts that the series don't bear out: they are no shifts of the suite, but something is going on. */
    private static List<ChangePoint> untold(
            List<ChangePoint> points, List<ChangePoint> borneOut, List<ChangePoint> tentative) {
        return Stream.concat(points.stream().filter(point -> !borneOut.contains(point)), tentative.stream())
                .toList();
    }

    /**
     * Separates the runs' shared movement and finds its shifts.
     *
     * @param suite all over the same runs
     * @param settings of the segmentation of series; the shared movement's is stricter
     */
    public static SuiteHistory of(List<AlignedSeries> suite, SegmentationSettings settings) {
        CommonMode mode = CommonMode.of(suite);
        return of(mode, suite, settings, points(mode, suite.size(), new Segmenter(settings.forSuite())::segment), 0);
    }

    /**
     * The same when most of the history was processed before.
     *
     * @param suite all over the same runs
     * @param settings of the segmentation of series
     * @param frozen runs of shifts that have settled, ascending
     * @param frozenBefore no shift other than the frozen ones is placed before this run
     */
    public static SuiteHistory of(
            List<AlignedSeries> suite, SegmentationSettings settings, int[] frozen, int frozenBefore) {
        CommonMode mode = CommonMode.of(suite);
        return of(
                mode,
                suite,
                settings,
                points(
                        mode,
                        suite.size(),
                        (metric, runs) ->
                                new Segmenter(settings.forSuite()).append(metric, runs, frozen, frozenBefore)),
                frozenBefore);
    }

    /**
     * The shifts of the movement. Where the state of the machine explains much of it, those of what remains are placed better, and others
     * come to light.
     */
    private static List<ChangePoint> points(
            CommonMode mode, int size, BiFunction<Metric, List<double[]>, Segmentation> segmenter) {
        SharedMovement shared = mode.shared();
        List<ChangePoint> points =
                segmenter.apply(SharedMovement.METRIC, shared.asRuns()).changePoints();
        double[] rest = MachineStates.without(
                mode, shared, size, points.stream().mapToInt(ChangePoint::index).toArray());
        if (rest.length == 0) {
            return points;
        }
        List<ChangePoint> clearer =
                segmenter.apply(SharedMovement.METRIC, shared.asRuns(rest)).changePoints();
        return Stream.concat(
                        clearer.stream(),
                        points.stream()
                                .filter(point -> clearer.stream()
                                        .allMatch(other -> Math.abs(other.index() - point.index()) > TENTATIVE_RUNS)))
                .sorted(Comparator.comparingInt(ChangePoint::index))
                .toList();
    }

    /**
     * The same history if a run's movement, which is outside what the suite's history predicts, were the beginning of
     * a shift: series that stayed behind are then recognised as such, and not taken for improvements.
     *
     * @param run the run
     * @param verdict the verdict on its movement
     */
    public SuiteHistory assuming(int run, SuiteVerdict verdict) {
        List<ChangePoint> points =
                new ArrayList<>(shifts.stream().map(EnvironmentShift::point).toList());
        if (!verdict.finding() || points.stream().anyMatch(point -> point.index() == run)) {
            return this;
        }
        int begun = begun(run, Math.log(verdict.effect().ratio()));
        if (points.stream().anyMatch(point -> point.index() >= begun && point.index() <= run)) {
            return this;
        }
        int place = (int) points.stream().filter(point -> point.index() < run).count();
        if (place > 0 && points.get(place - 1).state() == ChangePoint.State.SUSPECTED) {
            return this;
        }
        points.add(
                place,
                new ChangePoint(
                        begun,
                        ChangePoint.State.SUSPECTED,
                        1,
                        verdict.effect().ratio(),
                        verdict.effect().ratio(),
                        verdict.effect().low(),
                        verdict.effect().high(),
                        verdict.pValue(),
                        verdict.outcome() == Outcome.REGRESSED,
                        begun,
                        begun));
        return new SuiteHistory(
                mode,
                suite,
                points,
                tentative.stream()
                        .filter(point -> Math.abs(point.index() - begun) > NEAR)
                        .toList());
    }

    /** The first of the runs in a row up to this one that moved more than half of its way. */
    private int begun(int run, double movement) {
        double halfway = shared.movement()[run] - movement / 2;
        int first = run;
        while (first > 1 && (shared.movement()[first - 1] - halfway) * Math.signum(movement) > 0) {
            first--;
        }
        return first;
    }

    /** The shared movement. */
    public SharedMovement shared() {
        return shared;
    }

    /**
     * The runs, ascending, at which the suite shifted and a series with it: what is left of its own step there is how differently benchmarks
     * take the same cause.
     */
    public int[] shiftsOf(int which) {
        return conditions.touch(which) ? conditions.shiftsOf(which) : new int[0];
    }

    /** The shifts of the shared movement, ascending. */
    public List<EnvironmentShift> shifts() {
        return shifts;
    }

    /** How far each contributing benchmark of a run moved from where the suite was at {@code level}, on the log scale, positive for worse. */
    double[] distances(int run, double level) {
        double[] distances = mode.distances(run);
        Arrays.setAll(distances, i -> distances[i] - level);
        return distances;
    }

    /**
     * The runs of a series as they would have been under the conditions of one of them.
     *
     * @param which the place of the series in the suite
     * @param run the run whose values stay as they are
     */
    public List<double[]> under(int which, int run) {
        List<double[]> runs = suite.get(which).runs();
        if (!conditions.touch(which)) {
            return runs;
        }
        int sign = suite.get(which).metric().unit().direction().worseSign();
        List<double[]> corrected = new ArrayList<>(runs.size());
        for (int i = 0; i < runs.size(); i++) {
            double factor = Math.exp(sign * (conditions.at(which, run) - conditions.at(which, i)));
            double[] scaled = runs.get(i);
            if (factor != 1 && scaled.length > 0) {
                scaled = scaled.clone();
                for (int fork = 0; fork < scaled.length; fork++) {
                    scaled[fork] *= factor;
                }
            }
            corrected.add(scaled);
        }
        return corrected;
    }

    /**
     * What a level of a series under the conditions of one run is multiplied by to be the level that runs had around another,
     * as a chart of the measured values shows it.
     *
     * @param which the place of the series in the suite
     * @param run the run under whose conditions the level is given
     * @param around the other run
     */
    public double usual(int which, int run, int around) {
        if (!conditions.touch(which)) {
            return 1;
        }
        int sign = suite.get(which).metric().unit().direction().worseSign();
        return Math.exp(sign * (conditions.usually(which, around) - conditions.at(which, run)));
    }
}
