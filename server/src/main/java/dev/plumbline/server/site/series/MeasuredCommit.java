package dev.plumbline.server.site.series;

import dev.plumbline.analysis.stats.StudentT;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.server.history.CommitLabel;
import dev.plumbline.server.history.SeriesHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A commit with its runs, one or several: what a chart shows as one point.
 *
 * @param runs the runs of the commit in the order of their uploads, at least one
 */
record MeasuredCommit(List<SeriesHistory.Point> runs) {

    MeasuredCommit {
        runs = List.copyOf(runs);
    }

    /** The commits of a history, oldest first. */
    static List<MeasuredCommit> of(SeriesHistory history) {
        List<MeasuredCommit> commits = new ArrayList<>();
        List<SeriesHistory.Point> runs = new ArrayList<>();
        for (SeriesHistory.Point point : history.points()) {
            if (!runs.isEmpty()
                    && !runs.get(0).commit().sha().equals(point.commit().sha())) {
                commits.add(new MeasuredCommit(runs));
                runs.clear();
            }
            runs.add(point);
        }
        if (!runs.isEmpty()) {
            commits.add(new MeasuredCommit(runs));
        }
        return commits;
    }

    CommitLabel commit() {
        return runs.get(0).commit();
    }

    /** When it was committed; if that isn't known, when its first run was uploaded. */
    Instant time() {
        return commit().committedAt().orElseGet(() -> runs.get(0).uploadedAt());
    }

    /** The newest run. */
    long runId() {
        return runs.getLast().runId();
    }

    /** The mean of the runs, in the base unit. */
    double value() {
        return runs.stream().mapToDouble(SeriesHistory.Point::value).average().orElse(Double.NaN);
    }

    /** The forks of all runs, in the base unit. */
    double[] forks() {
        return runs.stream().flatMapToDouble(run -> Arrays.stream(run.forks())).toArray();
    }

    /** Half the width of the 95 % interval of the value, from how forks scatter and how runs do; NaN if there is but one fork. */
    double halfWidth(StudentT studentT) {
        return RunsSpread.halfWidthOfMean(
                runs.stream().map(SeriesHistory.Point::forks).toList(), studentT);
    }

    /** What was observed of the machine in the newest run, empty when nothing was. */
    String machine() {
        return runs.getLast().machine();
    }

    /** What the newest run that has a verdict found. */
    Optional<Outcome> outcome() {
        return runs.reversed().stream().flatMap(run -> run.outcome().stream()).findFirst();
    }
}
