package dev.plumbline.server.site.series;

import dev.plumbline.server.history.HistoryScope;
import dev.plumbline.server.history.SeriesContext;
import dev.plumbline.server.history.SeriesHistory;
import dev.plumbline.server.history.SeriesIdentity;
import dev.plumbline.server.report.SeriesInRun;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is looked at: the whole history of a series on one branch, the part of it that is shown, and a run that is compared with it.
 *
 * @param context the series and its surroundings
 * @param scope the branch whose history it is
 * @param branch the branch's name
 * @param asked the branch as the address says it, empty for the base branch
 * @param history the history, whole
 * @param commits its points
 * @param places the index of the commit that each run belongs to
 * @param levels its levels
 * @param zoom the part that is shown
 * @param candidate the run that is compared with it
 */
record SeriesView(
        SeriesContext context,
        HistoryScope scope,
        String branch,
        String asked,
        SeriesHistory history,
        List<MeasuredCommit> commits,
        Map<Long, Integer> places,
        List<SeriesLevel> levels,
        Zoom zoom,
        Optional<SeriesInRun> candidate) {

    SeriesView {
        commits = List.copyOf(commits);
        places = Map.copyOf(places);
        levels = List.copyOf(levels);
    }

    static SeriesView of(
            SeriesContext context,
            HistoryScope scope,
            String branch,
            String asked,
            SeriesHistory history,
            Zoom zoom,
            Optional<SeriesInRun> candidate) {
        List<MeasuredCommit> commits = MeasuredCommit.of(history);
        Map<Long, Integer> places = new HashMap<>();
        for (int i = 0; i < commits.size(); i++) {
            int place = i;
            commits.get(i).runs().forEach(run -> places.put(run.runId(), place));
        }
        return new SeriesView(
                context,
                scope,
                branch,
                asked,
                history,
                commits,
                places,
                SeriesLevel.of(history, commits, places),
                zoom,
                candidate);
    }

    SeriesIdentity series() {
        return context.series();
    }

    /** Whether a run is one of the history and not of another branch. */
    boolean isOnTrend(SeriesInRun run) {
        return places.containsKey(run.runId());
    }

    /** The index of the first commit that is shown. */
    int first() {
        return Math.min(zoom.first(commits), zoom.last(commits) + 1);
    }

    /** The index of the last commit that is shown; below the first if none is. */
    int last() {
        return zoom.last(commits);
    }

    /** The commits that are shown. */
    List<MeasuredCommit> shown() {
        return commits.subList(first(), last() + 1);
    }

    /** The index of a commit, -1 if it was not measured. */
    int indexOf(String sha) {
        for (int i = 0; i < commits.size(); i++) {
            if (commits.get(i).commit().sha().equals(sha)) {
                return i;
            }
        }
        return -1;
    }
}
