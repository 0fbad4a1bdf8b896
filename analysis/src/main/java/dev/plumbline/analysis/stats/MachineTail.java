package dev.plumbline.analysis.stats;

import java.util.Arrays;

/**
 * How surprising a number is after those that a series has shown lately on machines that nobody knows, with one value per run and no other series to
 * tell a bad machine by. Its rank among them is all that holds whatever the machines are: of n + 1 exchangeable numbers, at most k others reach as
 * far as the newest on its side with probability (k + 1) / (n + 1).
 *
 * <p>How far a record lies beyond the old one is no matter of a standard deviation there. On 32,688 runs of 477 series on real CI machines (each
 * compared with its last 50), the excess in standard deviations follows a generalised Pareto distribution with the shape {@value #SHAPE}, so heavy
 * that it has no mean: one record in ten is four standard deviations beyond, one in a hundred 25. So the probability beyond all earlier ones is the
 * greater of that and of {@link RecordTail}, which asks for more close to the record:
 *
 * <pre>P(beyond the record by m or more, on either side) ≥ 2 / (n + 1) · (1 + m / ({@value #SHAPE} · {@value #EXCESS} · s))^−{@value #SHAPE}</pre>
 *
 * <p>Thus the first odd machine after ten quiet runs, 30 standard deviations off, is one in hundreds, and not one in billions as by Student's t.
 */
public final class MachineTail {

    /** The index of the tail; by maximum likelihood 0.68 and 0.93 on either half of the suites, 0.75 on both. */
    static final double SHAPE = 0.8;

    /** The scale of the excess, in standard deviations; by maximum likelihood 0.25 and 0.19 on either half of the suites, 0.21 on both. */
    static final double EXCESS = 0.2;

    private final double[] sorted;
    private final double standardDeviation;
    private final RecordTail record;

    /**
     * The tails of these numbers.
     *
     * @param values at least one
     * @param standardDeviation theirs, positive
     * @param degreesOfFreedom of the standard deviation, positive
     */
    public MachineTail(double[] values, double standardDeviation, double degreesOfFreedom) {
        this.sorted = values.clone();
        Arrays.sort(sorted);
        this.standardDeviation = standardDeviation;
        this.record = RecordTail.of(values, standardDeviation, degreesOfFreedom);
    }

    /** The probability of a number at least as far out as this one on either side; 1 for one that is no number. */
    public double twoSided(double value) {
        if (Double.isNaN(value)) {
            return 1;
        }
        int above = 0;
        int below = 0;
        for (double one : sorted) {
            above += one >= value ? 1 : 0;
            below += one <= value ? 1 : 0;
        }
        int reached = Math.min(above, below);
        double rank = 2.0 * (reached + 1) / (sorted.length + 1);
        if (reached > 0) {
            return Math.min(1, rank);
        }
        double beyond = Math.max(value - sorted[sorted.length - 1], sorted[0] - value);
        double tail = Math.pow(1 + beyond / (SHAPE * EXCESS * standardDeviation), -SHAPE);
        return Math.min(1, Math.max(rank * tail, record.twoSided(value)));
    }
}
