package dev.plumbline.analysis.profile.difference;

import dev.plumbline.analysis.profile.Weight;
import java.util.Arrays;

/**
 * What one function weighs on one side.
 *
 * @param parts in each recording
 * @param wholes what each recording weighs
 * @param operations how many operations there were; NaN if that isn't known, and the value is a share
 */
record Observed(Weight[] parts, Weight[] wholes, double operations) {

    /**
     * A value with its variance.
     *
     * @param value moved away from 0 and 1, as the interval needs it
     * @param variance from the samples alone
     * @param between the variance that recordings add
     */
    record Estimated(double value, double variance, double between) {}

    Weight part() {
        return Arrays.stream(parts).reduce(Weight.NONE, Weight::plus);
    }

    Weight whole() {
        return Arrays.stream(wholes).reduce(Weight.NONE, Weight::plus);
    }

    /** Whether every sample has the function, so that its share can't differ. */
    boolean isWhole() {
        return !perOperation() && part().samples() == whole().samples();
    }

    /** The share of the whole, or the weight of an operation. */
    double value() {
        double whole = perOperation() ? operations : whole().sum();
        return whole == 0 ? 0 : part().sum() / whole;
    }

    private boolean perOperation() {
        return !Double.isNaN(operations);
    }

    /**
     * The value as the interval of Agresti and Caffo (2000) takes it: two samples are added, of which the function has one. The share
     * of weighted samples has the variance of a ratio of sums (Cochran, "Sampling Techniques", section 2.11), which
     * says how many samples of equal weight would be worth as much.
     *
     * @param spread from recording to recording, as a standard deviation of log odds
     */
    Estimated estimated(double spread) {
        Weight part = part();
        Weight whole = whole();
        if (perOperation()) {
            double each = whole.samples() == 0 ? 1 : whole.squares() / whole.samples();
            double value = (part.sum() + Math.sqrt(each)) / operations;
            double between = spread * value;
            return new Estimated(value, (part.squares() + each) / (operations * operations), between * between);
        }
        double samples = worth(part, whole);
        double share = (value() * samples + 1) / (samples + 2);
        double between = spread * share * (1 - share);
        return new Estimated(share, share * (1 - share) / (samples + 2), between * between);
    }

    /** How many samples of equal weight the function's share is known as well from. */
    private static double worth(Weight part, Weight whole) {
        double sum = whole.sum();
        double share = sum == 0 ? 0 : part.sum() / sum;
        double variance = ((1 - share) * (1 - share) * part.squares()
                        + share * share * Math.max(0, whole.squares() - part.squares()))
                / (sum * sum);
        double kish = whole.squares() == 0 ? 0 : sum * sum / whole.squares();
        return share > 0 && share < 1 && variance > 0 ? Math.min(kish, share * (1 - share) / variance) : kish;
    }

    /**
     * The squared deviations of the recordings from the side's value, each divided by the variance that it should have.
     *
     * @param expected the side's
     */
    double deviations(Estimated expected) {
        double worthOfAll = kish(whole());
        double sum = 0;
        for (int i = 0; i < parts.length; i++) {
            double worth = kish(wholes[i]);
            double share = wholes[i].sum() == 0 ? 0 : (double) parts[i].sum() / wholes[i].sum();
            double all = whole().sum() == 0 ? 0 : (double) part().sum() / whole().sum();
            double scale = perOperation() && whole().sum() > 0 ? whole().sum() / operations : 1;
            double variance = expected.variance / (scale * scale) * (worth == 0 ? 1 : worthOfAll / worth)
                    + expected.between / (scale * scale);
            sum += variance > 0 ? (share - all) * (share - all) / variance : 0;
        }
        return sum;
    }

    private static double kish(Weight weight) {
        return weight.squares() == 0 ? 0 : (double) weight.sum() * weight.sum() / weight.squares();
    }
}
