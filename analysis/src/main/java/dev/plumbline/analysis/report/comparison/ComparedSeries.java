package dev.plumbline.analysis.report.comparison;

import dev.plumbline.analysis.report.verdict.VerdictRow;

/**
 * One series of two sides: its verdict, and how much each side scatters.
 *
 * @param verdict what was found; {@code params}, {@code metric} and so on say of what
 * @param baseSpread the standard deviation of the base's forks by their mean; NaN when there are fewer than two
 * @param headSpread the same of the head's
 * @param iterationsNeeded iterations of each fork that would settle an inconclusive verdict, where they are cheaper than more
 *     forks; 0 otherwise
 */
public record ComparedSeries(VerdictRow verdict, double baseSpread, double headSpread, int iterationsNeeded) {

    /** How far it moved, positive for worse, in logarithms; NaN when there is no ratio. */
    double worsening(int worseSign) {
        double ratio = verdict.ratio();
        return ratio > 0 && Double.isFinite(ratio) ? worseSign * Math.log(ratio) : Double.NaN;
    }
}
