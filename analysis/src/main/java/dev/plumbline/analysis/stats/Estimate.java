package dev.plumbline.analysis.stats;

/**
 * A difference and how well it is known.
 *
 * @param difference the estimate, on the scale of the comparison
 * @param standardError of the estimate; positive
 * @param degreesOfFreedom what the standard error is worth; positive
 */
public record Estimate(double difference, double standardError, double degreesOfFreedom) {

    /** The two-sided p-value of no difference. */
    public double pValue() {
        return StudentT.twoSided(difference / standardError, degreesOfFreedom);
    }

    /** Half the width of the interval that holds the difference with this confidence, in (0, 1). */
    public double halfWidth(double confidence, StudentT studentT) {
        return standardError * studentT.quantile((1 + confidence) / 2, degreesOfFreedom);
    }
}
