package dev.plumbline.analysis.verdict;

import dev.plumbline.analysis.threshold.Limits;
import java.util.ArrayList;
import java.util.List;

/**
 * What a comparison says of one series, with its evidence. Numbers that are not known are NaN. Ratios are candidate /
 * baseline in the metric's own unit, whatever its direction.
 *
 * @param outcome the verdict
 * @param method how it was compared
 * @param candidate the candidate's level in the unit's base unit: the geometric mean of its runs, each the geometric mean of its
 *     forks, so that candidate / baseline is the ratio; arithmetic means where a value is zero or negative, and for near-exact metrics
 * @param candidateRuns how many runs the candidate has
 * @param candidateForks how many forks they have together
 * @param baseline the baseline's level, likewise (near-exact: the median of its forks)
 * @param baselineRuns how many runs the baseline has
 * @param baselineForks how many forks they have together
 * @param ratio the effect
 * @param ratioLow lower end of the effect's interval
 * @param ratioHigh upper end of the effect's interval
 * @param pValue two-sided, of this comparison alone; NaN for near-exact metrics, which have no error probability
 * @param adjustedPValue after Benjamini-Hochberg over the run; NaN likewise
 * @param smallestDetectableChange the relative change that this comparison would find with the settings' power
 * @param remedy the forks, or the iterations, that would settle an inconclusive verdict
 * @param reasons what else to know
 * @param limits what a classic model drew around the baseline; {@link Limits#NONE} where none was asked
 */
public record SeriesVerdict(
        Outcome outcome,
        Method method,
        double candidate,
        int candidateRuns,
        int candidateForks,
        double baseline,
        int baselineRuns,
        int baselineForks,
        double ratio,
        double ratioLow,
        double ratioHigh,
        double pValue,
        double adjustedPValue,
        double smallestDetectableChange,
        Remedy remedy,
        List<Reason> reasons,
        Limits limits) {

    public SeriesVerdict {
        reasons = List.copyOf(reasons);
    }

    /** A verdict that no limits were drawn for. */
    public SeriesVerdict(
            Outcome outcome,
            Method method,
            double candidate,
            int candidateRuns,
            int candidateForks,
            double baseline,
            int baselineRuns,
            int baselineForks,
            double ratio,
            double ratioLow,
            double ratioHigh,
            double pValue,
            double adjustedPValue,
            double smallestDetectableChange,
            Remedy remedy,
            List<Reason> reasons) {
        this(
                outcome,
                method,
                candidate,
                candidateRuns,
                candidateForks,
                baseline,
                baselineRuns,
                baselineForks,
                ratio,
                ratioLow,
                ratioHigh,
                pValue,
                adjustedPValue,
                smallestDetectableChange,
                remedy,
                reasons,
                Limits.NONE);
    }

    /** The same numbers with another outcome, and why. */
    public SeriesVerdict because(Outcome other, Reason reason) {
        List<Reason> extended = new ArrayList<>(reasons);
        extended.add(reason);
        return new SeriesVerdict(
                other,
                method,
                candidate,
                candidateRuns,
                candidateForks,
                baseline,
                baselineRuns,
                baselineForks,
                ratio,
                ratioLow,
                ratioHigh,
                pValue,
                adjustedPValue,
                smallestDetectableChange,
                remedy,
                extended,
                limits);
    }

    /** The same verdict with the limits that it stands on. */
    public SeriesVerdict within(Limits drawn) {
        return new SeriesVerdict(
                outcome,
                method,
                candidate,
                candidateRuns,
                candidateForks,
                baseline,
                baselineRuns,
                baselineForks,
                ratio,
                ratioLow,
                ratioHigh,
                pValue,
                adjustedPValue,
                smallestDetectableChange,
                remedy,
                reasons,
                drawn);
    }

    /** The forks that would settle an inconclusive verdict; 0 when that does not apply or does not help. */
    public int forksNeeded() {
        return remedy.forks();
    }
}
