package dev.plumbline.analysis.profile;

/**
 * What a profile doesn't show.
 *
 * @param truncated stacks whose frames next to the root are missing
 * @param withoutStack samples without any stack; they count in the total only
 * @param dropped samples that the profiler says it lost
 */
public record Loss(long truncated, long withoutStack, long dropped) {

    /** Nothing is missing. */
    public static final Loss NONE = new Loss(0, 0, 0);

    /** Both losses together. */
    public Loss plus(Loss other) {
        return new Loss(truncated + other.truncated, withoutStack + other.withoutStack, dropped + other.dropped);
    }
}
