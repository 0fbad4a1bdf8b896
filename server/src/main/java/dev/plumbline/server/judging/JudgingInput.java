package dev.plumbline.server.judging;

import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.threshold.DefaultTest;
import dev.plumbline.analysis.threshold.Threshold;
import dev.plumbline.analysis.threshold.ThresholdRule;
import dev.plumbline.server.change.StoredChangePoint;
import dev.plumbline.server.change.StoredShift;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that judging a run needs, loaded with a fixed number of queries.
 *
 * @param runId the run to judge
 * @param against what it is compared with
 * @param runs the window of runs that it is compared with, oldest first; on the base branch it holds the run to judge
 * @param commits for each run of the window its commit's position on the branch, ascending
 * @param commitFrom the place of the first run of the same commit, at most {@code candidateIndex}
 * @param candidateIndex the place of the run in the window; the window's length where it is not on the base branch
 * @param settledBefore shifts of runs at smaller places in the window have settled and stay as they are
 * @param shifts the environment's shifts as they are stored, oldest first
 * @param series the run's series that are judged, with their history
 * @param measuredAt when each run of the window and the run to judge were measured, in seconds since 1970; empty if no rule asks
 */
public record JudgingInput(
        long runId,
        Against against,
        long[] runs,
        long[] commits,
        int commitFrom,
        int candidateIndex,
        int settledBefore,
        List<StoredShift> shifts,
        List<History> series,
        Map<Long, Long> measuredAt) {

    /** What a run is compared with. */
    public enum Against {
        /** The segment of the base branch that it continues; the environment's change points are brought up to date with it. */
        OWN_SEGMENT,
        /** A segment of the base branch, whose change points are stored. */
        BASE_BRANCH,
        /** A segment of another branch, whose change points are not stored. */
        OTHER_BRANCH,
        /** The one run of the window: fork i is the pair of fork i. */
        PAIR
    }

    /** Whether the run to judge carries on the history of the base branch. */
    public boolean base() {
        return against == Against.OWN_SEGMENT;
    }

    /** The same with other series and shifts. */
    JudgingInput with(List<History> otherSeries, List<StoredShift> otherShifts) {
        return new JudgingInput(
                runId,
                against,
                runs,
                commits,
                commitFrom,
                candidateIndex,
                settledBefore,
                otherShifts,
                otherSeries,
                measuredAt);
    }

    /**
     * One series over the window.
     *
     * @param seriesId the series
     * @param metric its metric
     * @param forks for each run of the window its fork values, null if the series was not measured
     * @param candidates the fork values of the run to judge, and before it those of earlier runs that are judged with it as one; at least one run
     * @param settledBefore its change points at smaller places in the window have settled and stay as they are
     * @param changePoints the window's change points as they are stored, oldest first
     * @param rule the project's rule for it; empty: it is judged by the default test
     */
    public record History(
            long seriesId,
            Metric metric,
            double[] @Nullable [] forks,
            List<double[]> candidates,
            int settledBefore,
            List<StoredChangePoint> changePoints,
            Optional<ThresholdRule> rule) {

        /** The same with other values and change points in the window. */
        History with(double[] @Nullable [] otherForks, List<StoredChangePoint> otherChangePoints) {
            return new History(seriesId, metric, otherForks, candidates, settledBefore, otherChangePoints, rule);
        }

        /** How it is judged. */
        public Threshold threshold() {
            return rule.map(ThresholdRule::threshold).orElse(DefaultTest.STANDARD);
        }
    }
}
