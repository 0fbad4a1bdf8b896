package dev.plumbline.analysis.verdict;

/**
 * How well the data of a comparison distinguish a change from noise. Each is NaN if a method has no error probability, as for near-exact
 * metrics and classic models, and if nothing was compared.
 *
 * @param pValue two-sided, of this comparison alone
 * @param adjusted the p-value after Benjamini-Hochberg over the run
 * @param smallestDetectableChange the relative change that this comparison would find with the settings' power: 0.04 is four percent
 */
public record Evidence(double pValue, double adjusted, double smallestDetectableChange) {

    /** No error probability. */
    public static final Evidence NONE = new Evidence(Double.NaN, Double.NaN, Double.NaN);
}
