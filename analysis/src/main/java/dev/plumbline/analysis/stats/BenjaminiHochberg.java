package dev.plumbline.analysis.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The step-up procedure of Benjamini and Hochberg (1995), which bounds the expected share of false findings. */
public final class BenjaminiHochberg {

    private BenjaminiHochberg() {}

    /**
     * The adjusted p-values in the order of the given ones, the same as R's {@code p.adjust(p, "BH")}: a finding is kept
     * when its adjusted value is at most the intended false discovery rate. NaN stays NaN and counts as no comparison.
     */
    public static double[] adjust(double[] pValues) {
        int[] order = IntStream.range(0, pValues.length)
                .filter(i -> !Double.isNaN(pValues[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[pValues.length];
        Arrays.fill(adjusted, Double.NaN);
        double smallest = 1;
        for (int rank = order.length; rank >= 1; rank--) {
            int i = order[rank - 1];
            smallest = Math.min(smallest, pValues[i] * order.length / rank);
            adjusted[i] = smallest;
        }
        return adjusted;
    }

    /**
     * The same with a weight for each comparison, after Genovese, Roeder and Wasserman (2006): a comparison of weight 2 is tested
     * against twice the rate. A finding is kept when its adjusted value is at most its weight times the rate; the expected share
     * of false findings is then at most the rate times the mean weight of the comparisons in which nothing changed, times
     * their share. With weights of 1 it is {@link #adjust(double[])}.
     *
     * @param weights positive, one for each p-value
     */
    public static double[] adjust(double[] pValues, double[] weights) {
        double[] weighted = new double[pValues.length];
        for (int i = 0; i < weighted.length; i++) {
            weighted[i] = pValues[i] / weights[i];
        }
        double[] adjusted = adjust(weighted);
        for (int i = 0; i < adjusted.length; i++) {
            // The procedure caps at 1 before the weight is multiplied back, which for a small weight would fall below
            // the p-value.
            adjusted[i] = Math.max(pValues[i], Math.min(1, adjusted[i] * weights[i]));
        }
        return adjusted;
    }
}
