package dev.plumbline.analysis.segment;

import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.subject.NearExact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The shifts of a series whose commits may have been measured more than once. They are searched for among commits: measuring one again
 * confirms nothing and hides nothing. Only where a commit was measured at two levels, its runs are searched as well, for the shift between
 * them, which the code can't have caused; enough runs confirm that one.
 */
final class CommitShifts {

    private final SegmentationSettings settings;
    private final Company company;

    CommitShifts(SegmentationSettings settings, Company company) {
        this.settings = settings;
        this.company = company;
    }

    /**
     * The shifts among these runs, ascending.
     *
     * @param runs the fork values of each run, at least one finite one in each
     * @param commits for each run the number of its commit, ascending
     */
    List<Shift> find(Metric metric, List<double[]> runs, int[] commits) {
        if (CommitPoints.of(runs, commits).single()) {
            return found(metric, CommitPoints.single(runs));
        }
        List<Shift> shifts = new ArrayList<>(within(metric, runs, commits));
        int[] cuts = IntStream.concat(shifts.stream().mapToInt(Shift::index), IntStream.of(company.boundaries()))
                .toArray();
        CommitPoints points = CommitPoints.of(runs, commits, cuts);
        for (Shift shift : found(metric, points)) {
            if (shifts.stream().noneMatch(within -> same(within, points.amongRuns(shift), points))) {
                shifts.add(points.amongRuns(shift));
            }
        }
        shifts.sort(Comparator.comparingInt(Shift::index));
        return shifts;
    }

    private List<Shift> within(Metric metric, List<double[]> runs, int[] commits) {
        Contradictions contradictions = new Contradictions(settings, metric, runs, commits);
        return contradictions.any()
                ? found(metric, CommitPoints.single(runs)).stream()
                        .filter(shift -> contradictions.at(shift.index()))
                        .toList()
                : List.of();
    }

    /** Whether a shift within a commit is another one that was found where that commit begins or ends. */
    private static boolean same(Shift within, Shift other, CommitPoints points) {
        int point = points.pointOf(within.index());
        return Math.abs(points.pointOf(other.index()) - point) <= 1
                && within.after() > within.before() == other.after() > other.before();
    }

    private List<Shift> found(Metric metric, CommitPoints points) {
        List<double[]> forks = points.forks();
        return NearExact.recognises(metric, forks)
                ? new ExactSteps(settings, metric).find(forks)
                : new LevelShifts(settings, company.of(points)).find(points);
    }
}
