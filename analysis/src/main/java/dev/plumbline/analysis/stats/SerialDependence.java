package dev.plumbline.analysis.stats;

import java.util.List;
import org.hipparchus.special.Erf;

/**
 * How much neighbours in several sequences resemble each other, each sequence about its own mean: the correlation at lag
 * one over all of them.
 *
 * <p>Independent values about an estimated mean give −1/n on average, with a variance of about 1/(number of values); the
 * p-value is the normal tail from there. The estimate is freed of its bias by Marriott and Pope (<em>Bias in the estimation
 * of autocorrelations</em>, 1954): E r = ρ − (1 + 3ρ)/n.
 *
 * @param correlation the estimate ρ, in [0, 0.99]
 * @param pValue one-sided, for ρ greater than 0
 */
public record SerialDependence(double correlation, double pValue) {

    private static final double LARGEST = 0.99;
    private static final int SHORTEST = 5;

    /**
     * The dependence in these sequences.
     *
     * @param sequences finite values in their order, all of one length
     */
    public static SerialDependence of(List<double[]> sequences) {
        int length = sequences.isEmpty() ? 0 : sequences.get(0).length;
        double squares = 0;
        double products = 0;
        for (double[] sequence : sequences) {
            double[] residuals = Sample.residuals(sequence);
            for (int i = 0; i < length; i++) {
                squares += residuals[i] * residuals[i];
                products += i == 0 ? 0 : residuals[i] * residuals[i - 1];
            }
        }
        if (length < SHORTEST || squares == 0) {
            return new SerialDependence(0, 1);
        }
        double raw = products / squares;
        double deviations = (raw + 1.0 / length) * Math.sqrt((double) sequences.size() * length);
        double unbiased = (raw * length + 1) / (length - 3);
        return new SerialDependence(Math.max(0, Math.min(LARGEST, unbiased)), Erf.erfc(deviations / Math.sqrt(2)) / 2);
    }

    /** Of how many independent values the mean of {@code values} such values is worth: values (1 − ρ) / (1 + ρ). */
    public double effective(double values) {
        return values * (1 - correlation) / (1 + correlation);
    }
}
