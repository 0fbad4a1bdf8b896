package dev.plumbline.analysis.report.verdict;

import dev.plumbline.analysis.model.Unit;
import dev.plumbline.analysis.verdict.Outcome;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a table says of one series. Numbers that are not known are NaN.
 *
 * @param outcome what the comparison found
 * @param benchmark class and method
 * @param params parameter values by name
 * @param mode JMH's short label of the mode
 * @param threads the number of threads
 * @param metric the metric's name, {@code score} for the primary one
 * @param unit the base unit of the values
 * @param candidate the run's value
 * @param candidateForks the run's forks
 * @param baseline the baseline's value; NaN when there is no baseline
 * @param baselineForks the baseline's forks
 * @param ratio candidate by baseline
 * @param ratioLow the low end of its interval
 * @param ratioHigh the high end of its interval
 * @param pValue corrected for the run's comparisons
 * @param nearExact whether it was compared without error probability, as counts and allocations are
 * @param smallestDetectableChange relative: 0.04 is four percent
 * @param forksNeeded forks that would settle it; 0 when that does not apply
 * @param reasons sentences
 */
public record VerdictRow(
        Outcome outcome,
        String benchmark,
        SortedMap<String, String> params,
        String mode,
        int threads,
        String metric,
        String unit,
        double candidate,
        int candidateForks,
        double baseline,
        int baselineForks,
        double ratio,
        double ratioLow,
        double ratioHigh,
        double pValue,
        boolean nearExact,
        double smallestDetectableChange,
        int forksNeeded,
        List<String> reasons) {

    public VerdictRow {
        params = new TreeMap<>(Map.copyOf(params));
        reasons = List.copyOf(reasons);
    }

    /** +1 where more is worse, -1 where less is. */
    public int worseSign() {
        return Unit.of(unit).direction().worseSign();
    }

    /** Whether there was anything to compare with. */
    public boolean hasBaseline() {
        return !Double.isNaN(baseline);
    }
}
