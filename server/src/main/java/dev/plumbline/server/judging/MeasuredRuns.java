package dev.plumbline.server.judging;

import dev.plumbline.server.judging.JudgingInput.History;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The runs of a window in which one series was measured.
 *
 * @param forks the fork values of each, oldest first
 * @param runs the runs
 * @param commits for each the number of its commit among those of the window, ascending
 * @param places their places in the window, ascending
 */
record MeasuredRuns(List<double[]> forks, long[] runs, int[] commits, int[] places) {

    /**
     * Those of a window.
     *
     * @param history says where the series was measured
     * @param values for each run of the window its fork values under the conditions in which they are compared
     * @param input with the window's runs
     */
    static MeasuredRuns of(History history, List<double[]> values, JudgingInput input) {
        long[] window = input.runs();
        List<double[]> forks = new ArrayList<>(window.length);
        long[] runs = new long[window.length];
        int[] commits = new int[window.length];
        int[] places = new int[window.length];
        int commit = 0;
        for (int i = 0; i < window.length; i++) {
            commit += i > 0 && input.commits()[i] != input.commits()[i - 1] ? 1 : 0;
            if (history.forks()[i] != null) {
                runs[forks.size()] = window[i];
                commits[forks.size()] = commit;
                places[forks.size()] = i;
                forks.add(values.get(i));
            }
        }
        return new MeasuredRuns(
                forks,
                Arrays.copyOf(runs, forks.size()),
                Arrays.copyOf(commits, forks.size()),
                Arrays.copyOf(places, forks.size()));
    }

    /** The first of these runs at or behind a place of the window; their number when there is none. */
    int firstAtOrAfter(int place) {
        int index = Arrays.binarySearch(places, place);
        return index >= 0 ? index : -index - 1;
    }

    /** The fork values of the runs from a place of the window to another, both included. */
    List<double[]> between(int from, int to) {
        return forks.subList(firstAtOrAfter(from), firstAtOrAfter(to + 1));
    }
}
