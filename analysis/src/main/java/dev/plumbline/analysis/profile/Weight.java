package dev.plumbline.analysis.profile;

/**
 * What samples weigh together.
 *
 * @param sum of their weights, in the event's unit
 * @param samples how many there are
 * @param squares the sum of the squares of their weights, from which the error of a share follows
 */
public record Weight(long sum, long samples, double squares) {

    /** No samples. */
    public static final Weight NONE = new Weight(0, 0, 0);

    /** A sample that weighs this much. */
    public static Weight sample(long weight) {
        return new Weight(weight, 1, (double) weight * weight);
    }

    /**
     * Samples that weigh the same.
     *
     * @param samples how many
     * @param each the weight of each
     */
    public static Weight samples(long samples, long each) {
        return new Weight(saturated(samples, each), samples, (double) each * each * samples);
    }

    /** These samples and others. */
    public Weight plus(Weight other) {
        return new Weight(sum(sum, other.sum), samples + other.samples, squares + other.squares);
    }

    private static long saturated(long samples, long each) {
        long high = Math.multiplyHigh(samples, each);
        long product = samples * each;
        return (high == 0 && product >= 0) || (high == -1 && product < 0)
                ? product
                : high < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    /** The sum, or the largest number that there is. */
    static long sum(long left, long right) {
        long sum = left + right;
        return ((left ^ sum) & (right ^ sum)) < 0 ? (left < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
    }
}
