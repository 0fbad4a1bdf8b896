package dev.plumbline.analysis.segment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The place where a series' level shifted.
 *
 * @param index the first run at the new level
 * @param state whether later runs have confirmed it
 * @param levelBefore the level of the segment before, in the metric's base unit
 * @param levelAfter the level of the segment after, in the metric's base unit
 * @param ratio after / before; NaN if the level before is zero within its resolution
 * @param ratioLow lower end of the ratio's 95 % interval
 * @param ratioHigh upper end of the ratio's 95 % interval
 * @param pValue of this shift at this place, not corrected for the places that were searched; 0 for near-exact metrics
 * @param worse whether the new level is the worse one
 * @param earliest the first run at which the shift may be, with 95 % confidence
 * @param latest the last run at which it may be
 */
public record ChangePoint(
        int index,
        State state,
        double levelBefore,
        double levelAfter,
        double ratio,
        double ratioLow,
        double ratioHigh,
        double pValue,
        boolean worse,
        int earliest,
        int latest) {

    /** How certain a change point is. */
    public enum State {
        /** The newest runs are outside the segment's prediction, but too few to distinguish a shift from a bad machine. */
        SUSPECTED,
        /** Enough runs agree on the new level. */
        CONFIRMED;

        /** The word in lower case, as the schema, the API and the pages have it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The state of a word; empty where there is none such. */
        public static Optional<State> ofLabel(String label) {
            return Arrays.stream(values())
                    .filter(state -> state.label().equals(label))
                    .findFirst();
        }
    }
}
