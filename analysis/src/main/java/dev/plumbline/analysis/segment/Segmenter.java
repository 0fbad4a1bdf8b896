package dev.plumbline.analysis.segment;

import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.subject.Prepared;
import dev.plumbline.analysis.threshold.DefaultTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds the change points of one series on a base branch.
 *
 * <p>Series that scatter: the cheapest path through levels, one level per run, where leaving a run's forks unexplained costs
 * the negative log likelihood under the series' own noise, bounded per run, and every change of level costs a penalty. A
 * lone outlier run is cheaper to leave unexplained than to follow. Near-exact series: a step is where the value leaves the
 * level by more than its resolution and stays.
 *
 * <p>Deterministic, stateless, safe for threads. Runs without a finite value are skipped; indices are those of the given list.
 */
public final class Segmenter {

    private final SegmentationSettings settings;

    public Segmenter(SegmentationSettings settings) {
        this.settings = settings;
    }

    /** The segmenter for series of this test: its minimum effect, if one is set, is also the smallest shift. */
    public Segmenter with(DefaultTest test) {
        return Double.isNaN(test.minimumEffect())
                ? this
                : new Segmenter(settings.withMinimumEffect(test.minimumEffect()));
    }

    /**
     * The change points of a whole series.
     *
     * @param metric what is measured; its unit gives the direction
     * @param runs the fork values of each run in the base unit, oldest first
     */
    public Segmentation segment(Metric metric, List<double[]> runs) {
        return segment(metric, runs, eachItsOwn(runs.size()), Company.NONE, 0, 0, new int[0], 0);
    }

    /**
     * The change points of a series most of which was segmented before: a window of the newest runs is segmented again, so
     * that the cost doesn't grow with the history. Settled change points before the window are not described again, except for
     * the last one: the caller has them.
     *
     * @param metric what is measured
     * @param runs the fork values of each run in the base unit, oldest first
     * @param frozen indices of the change points that have settled, ascending
     * @param frozenBefore no change point other than the frozen ones is placed before this index
     */
    public Segmentation append(Metric metric, List<double[]> runs, int[] frozen, int frozenBefore) {
        return append(metric, runs, eachItsOwn(runs.size()), Company.NONE, frozen, frozenBefore);
    }

    /**
     * The same of one series among others.
     *
     * @param metric what is measured
     * @param runs the fork values of each run in the base unit, oldest first
     * @param company the suite that it is judged in
     * @param frozen indices of the change points that have settled, ascending
     * @param frozenBefore no change point other than the frozen ones is placed before this index
     */
    public Segmentation append(Metric metric, List<double[]> runs, Company company, int[] frozen, int frozenBefore) {
        return append(metric, runs, eachItsOwn(runs.size()), company, frozen, frozenBefore);
    }

    /**
     * The same of one series among others, some of whose commits may have been measured more than once. Several runs of one commit count as one.
     *
     * @param metric what is measured
     * @param runs the fork values of each run in the base unit, oldest first
     * @param commits for each run the number of its commit, ascending
     * @param company the suite that it is judged in
     * @param frozen indices of the change points that have settled, ascending
     * @param frozenBefore no change point other than the frozen ones is placed before this index
     */
    public Segmentation append(
            Metric metric, List<double[]> runs, int[] commits, Company company, int[] frozen, int frozenBefore) {
        int lastFrozen = frozen.length == 0 ? 0 : frozen[frozen.length - 1];
        int windowStart = windowStart(commits);
        int described = Arrays.binarySearch(frozen, windowStart);
        described = Math.min(described < 0 ? -described - 1 : described, Math.max(0, frozen.length - 1));
        return segment(
                metric,
                runs,
                commits,
                company,
                Math.min(runs.size(), Math.max(lastFrozen, windowStart)),
                Math.max(frozenBefore, lastFrozen + 1),
                frozen,
                described);
    }

    private static int[] eachItsOwn(int runs) {
        return IntStream.range(0, runs).toArray();
    }

    /** The first run of the newest commits that are looked at. */
    private int windowStart(int[] commits) {
        int counted = 0;
        for (int run = commits.length - 1; run >= 0; run--) {
            counted += run == commits.length - 1 || commits[run] != commits[run + 1] ? 1 : 0;
            if (counted > settings.window()) {
                return run + 1;
            }
        }
        return 0;
    }

    private Segmentation segment(
            Metric metric,
            List<double[]> runs,
            int[] commits,
            Company company,
            int start,
            int firstAllowed,
            int[] frozen,
            int described) {
        List<double[]> kept = new ArrayList<>();
        int[] index = new int[runs.size() - start];
        for (int run = start; run < runs.size(); run++) {
            double[] forks = Prepared.finite(runs.get(run));
            if (forks.length > 0) {
                index[kept.size()] = run;
                kept.add(forks);
            }
        }
        int[] places = Arrays.copyOf(index, kept.size());
        // A shift that was not found before it froze still shapes the levels; left out, it would reappear as a false
        // one.
        List<Shift> shifts = new CommitShifts(settings, company.at(places))
                        .find(
                                metric,
                                kept,
                                Arrays.stream(places).map(run -> commits[run]).toArray())
                        .stream()
                        .filter(shift -> index[shift.index()] >= firstAllowed)
                        .toList();

        List<ChangePoint> changePoints = new ArrayList<>();
        int firstFound = shifts.isEmpty() ? runs.size() : index[shifts.get(0).index()];
        for (int i = described; i < frozen.length; i++) {
            int from = i == 0 ? 0 : frozen[i - 1];
            int to = i + 1 < frozen.length ? frozen[i + 1] : firstFound;
            SettledShift.describe(metric, runs, from, frozen[i], to).ifPresent(changePoints::add);
        }
        int worseSign = metric.unit().direction().worseSign();
        for (Shift shift : shifts) {
            changePoints.add(shift.in(index, worseSign));
        }
        return new Segmentation(changePoints);
    }
}
