package dev.plumbline.collector.verdict;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The verdicts on the series of a run, as the API has them.
 *
 * @param summary the same in numbers; null from a server that has it in the run's status alone
 */
record SeriesVerdicts(@Nullable VerdictSummary summary, List<Verdict> verdicts) {

    /** One verdict. A number that isn't known is NaN. */
    record Verdict(
            String outcome,
            String benchmark,
            Map<String, String> params,
            String mode,
            int threads,
            String metric,
            String unit,
            double candidate,
            int candidateForks,
            @Nullable Baseline baseline,
            double ratio,
            double ratioLow,
            double ratioHigh,
            double adjustedPValue,
            String method,
            double smallestDetectableChange,
            int forksNeeded,
            List<String> reasons) {}

    /** The runs that a series was compared with. */
    record Baseline(double value, int runs, int forks, String firstCommit, String lastCommit) {

        static final Baseline NONE = new Baseline(Double.NaN, 0, 0, "", "");
    }
}
