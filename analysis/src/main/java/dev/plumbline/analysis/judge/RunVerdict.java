package dev.plumbline.analysis.judge;

import dev.plumbline.analysis.verdict.Verdict;
import java.util.List;

/**
 * What a run's comparison says.
 *
 * @param series one verdict per subject, in the order of the subjects
 * @param comparisons how many of them were compared at all, near-exact ones included
 * @param summary the run as a whole
 */
public record RunVerdict(List<Verdict> series, int comparisons, SuiteSummary summary) {

    public RunVerdict {
        series = List.copyOf(series);
    }
}
