package dev.plumbline.analysis.model;

/** Which way a metric gets better. */
public enum Direction {
    LOWER_IS_BETTER,
    HIGHER_IS_BETTER;

    /** The factor that turns a difference of logarithms into "positive means worse": +1 or -1. */
    public int worseSign() {
        return switch (this) {
            case LOWER_IS_BETTER -> 1;
            case HIGHER_IS_BETTER -> -1;
        };
    }
}
