package dev.plumbline.collector.verdict;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The verdicts on a run in numbers, as the API has them.
 *
 * @param comparisons the series that were compared
 * @param geometricMean null where nothing was compared
 * @param suite the run as a whole; null from an older server
 */
record VerdictSummary(int comparisons, @Nullable Mean geometricMean, @Nullable Suite suite) {

    static final VerdictSummary NONE = new VerdictSummary(0, null, null);

    /** A ratio with its interval. */
    record Mean(double ratio, double low, double high) {

        static final Mean NONE = new Mean(Double.NaN, Double.NaN, Double.NaN);
    }

    /** How the run as a whole moved. */
    record Suite(
            String outcome,
            double ratio,
            double low,
            double high,
            double expectedLow,
            double expectedHigh,
            int baselineRuns,
            int moved,
            int series,
            boolean takenOut,
            List<Difference> observed) {}

    /** What was observed to be different from the baseline's runs. */
    record Difference(String field, String before, String after) {}
}
