package dev.plumbline.analysis.verdict;

import dev.plumbline.analysis.threshold.Limits;
import java.util.ArrayList;
import java.util.List;

/**
 * What a comparison says about one series, with its evidence: the one value that the judge makes, the server stores, the API returns and
 * reports show.
 *
 * @param outcome what was found
 * @param method how it was compared
 * @param candidate the run's level: the geometric mean of its runs, each the geometric mean of its forks, so that candidate /
 *     baseline is the ratio; arithmetic means if a value is zero or negative, and for near-exact metrics
 * @param baseline the baseline's level, likewise (near-exact: the median of its forks)
 * @param effect how far it moved: candidate / baseline
 * @param evidence how well that is distinguished from noise
 * @param remedy what would settle an inconclusive verdict
 * @param reasons what else to know
 * @param limits the limits of a classic model around the baseline, whose level is the baseline's; {@link Limits#NONE} if there was no such model
 */
public record Verdict(
        Outcome outcome,
        Method method,
        Level candidate,
        Level baseline,
        Effect effect,
        Evidence evidence,
        Remedy remedy,
        List<StatedReason> reasons,
        Limits limits) {

    public Verdict {
        reasons = List.copyOf(reasons);
    }

    /** Whether there was anything to compare with. */
    public boolean hasBaseline() {
        return baseline.known();
    }

    /** The same numbers with another outcome, and why. */
    public Verdict because(Outcome other, Reason reason) {
        List<StatedReason> extended = new ArrayList<>(reasons);
        extended.add(reason);
        return new Verdict(other, method, candidate, baseline, effect, evidence, remedy, extended, limits);
    }

    /** The same verdict with the limits that it is based on. */
    public Verdict within(Limits drawn) {
        Limits around = new Limits(Double.NaN, drawn.lower(), drawn.upper());
        return new Verdict(outcome, method, candidate, baseline, effect, evidence, remedy, reasons, around);
    }
}
