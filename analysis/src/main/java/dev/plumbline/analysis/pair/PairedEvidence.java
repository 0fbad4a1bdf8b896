package dev.plumbline.analysis.pair;

import dev.plumbline.analysis.stats.Estimate;
import dev.plumbline.analysis.stats.SpentLevels;

/**
 * What the looks at a series have shown so far.
 *
 * @param effect the effect at the latest look
 * @param pValue the sequential p-value: of all looks so far, valid wherever one stops
 * @param levels what each look may spend
 * @param look the latest look, from 0
 */
record PairedEvidence(Estimate effect, double pValue, SpentLevels levels, int look) {

    /** The confidence that an interval of the latest look alone needs, so that those of all looks together have the intended one. */
    double confidenceNow(double wished) {
        return 1 - levels.at(look, 1 - wished);
    }
}
