package dev.plumbline.analysis.pair;

/** Whether a series that is measured in pairs needs more of them. */
public enum PairState {
    /** More pairs may settle it. */
    OPEN,
    /** Regressed, improved or unchanged at the level that was spent for it; more pairs are not needed. */
    SETTLED,
    /** Inconclusive, and most likely still so after the last look of the plan: more pairs would be wasted. */
    FUTILE
}
