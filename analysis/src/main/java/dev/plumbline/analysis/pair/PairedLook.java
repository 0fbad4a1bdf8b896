package dev.plumbline.analysis.pair;

import dev.plumbline.analysis.judge.RunVerdict;
import java.util.List;

/**
 * What a look at pairs says.
 *
 * @param verdict the verdict if the measurement ends here; its error rates are valid wherever it ends
 * @param states for each series whether it needs more pairs, in the order of the series
 */
public record PairedLook(RunVerdict verdict, List<PairState> states) {

    public PairedLook {
        states = List.copyOf(states);
    }

    /** Whether no series needs more pairs. */
    public boolean settled() {
        return !states.contains(PairState.OPEN);
    }
}
