package dev.plumbline.analysis.stats;

/**
 * How surprising a number is that is beyond all earlier ones. It bounds the next value where no multiple of a standard
 * deviation does: when machines alternate between a few speeds, and when tails are heavy.
 *
 * <p>Of n + 1 exchangeable numbers, whatever their distribution, the newest is the greatest with probability 1 / (n + 1). How
 * far it then lies beyond the old record is taken as exponential with the mean β = {@value #EXCESS} standard deviations,
 * as beyond the highest twentieth of normal numbers (0.42) or of Laplace's (0.71). Since the standard deviation is
 * estimated, with ν degrees of freedom, the exponential becomes Lomax's distribution (Lomax 1954):
 *
 * <pre>P(beyond the record by m or more, on either side) = 2 / (n + 1) · (1 + m / (ν β))^−ν</pre>
 *
 * @param size n, how many earlier numbers
 * @param lowest the least of them
 * @param highest the greatest of them
 * @param excess β, positive
 * @param degreesOfFreedom ν, positive
 */
public record RecordTail(int size, double lowest, double highest, double excess, double degreesOfFreedom) {

    /** The mean excess beyond a record, in standard deviations. */
    static final double EXCESS = 0.5;

    /** For a probability of one in thousands the excess has a heavier tail than the exponential: that of Lomax's distribution with this shape. */
    static final double SHAPE = 6;

    /**
     * The tails of these numbers.
     *
     * @param values at least one
     * @param standardDeviation theirs, positive
     * @param degreesOfFreedom of the standard deviation, positive
     */
    public static RecordTail of(double[] values, double standardDeviation, double degreesOfFreedom) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            lowest = Math.min(lowest, value);
            highest = Math.max(highest, value);
        }
        return new RecordTail(values.length, lowest, highest, EXCESS * standardDeviation, degreesOfFreedom);
    }

    /** The probability of a number at least as far out as this one on either side; 1 inside the range of the earlier ones. */
    public double twoSided(double value) {
        double beyond = Math.max(value - highest, lowest - value);
        if (!(beyond > 0)) {
            return 1;
        }
        double tail = Math.exp(-degreesOfFreedom * Math.log1p(beyond / (degreesOfFreedom * excess)));
        return Math.min(1, 2 * tail / (size + 1));
    }

    /**
     * The probability of so many numbers in a row beyond all earlier ones on one side, by at least as much as the nearest of these. Of n + k
     * exchangeable numbers the newest k are the greatest with probability 1 / C(n + k, k), and the least of k exponential excesses is
     * exponential with the mean β / k.
     */
    public double allBeyond(double... values) {
        double above = Double.POSITIVE_INFINITY;
        double below = Double.POSITIVE_INFINITY;
        double orders = 1;
        for (int i = 0; i < values.length; i++) {
            above = Math.min(above, values[i] - highest);
            below = Math.min(below, lowest - values[i]);
            orders *= (i + 1.0) / (size + i + 1);
        }
        double beyond = Math.max(above, below);
        if (!(beyond > 0)) {
            return 1;
        }
        double shape = Math.min(degreesOfFreedom, SHAPE);
        double tail = Math.exp(-shape * Math.log1p(values.length * beyond / (shape * excess)));
        return Math.min(1, 2 * tail * orders);
    }
}
