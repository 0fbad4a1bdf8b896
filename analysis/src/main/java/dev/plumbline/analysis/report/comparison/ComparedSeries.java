package dev.plumbline.analysis.report.comparison;

import dev.plumbline.analysis.report.verdict.VerdictRow;
import dev.plumbline.analysis.verdict.Remedy;

/**
 * One series of two sides: its verdict, and how much each side scatters.
 *
 * @param row what was found; {@code params}, {@code metric} and so on say for what
 * @param baseSpread the standard deviation of the base's forks divided by their mean; NaN when there are fewer than two
 * @param headSpread the same of the head's
 */
public record ComparedSeries(VerdictRow row, double baseSpread, double headSpread) {

    /**
     * Iterations of each fork that would settle an inconclusive verdict, where they are cheaper than more forks; 0 otherwise.
     */
    int iterationsNeeded() {
        Remedy remedy = row.verdict().remedy();
        return remedy.longerForks() ? remedy.iterations() : 0;
    }

    /** How far it moved, positive for worse, in logarithms; NaN when there is no ratio. */
    double worsening(int worseSign) {
        double ratio = row.verdict().effect().ratio();
        return ratio > 0 && Double.isFinite(ratio) ? worseSign * Math.log(ratio) : Double.NaN;
    }
}
