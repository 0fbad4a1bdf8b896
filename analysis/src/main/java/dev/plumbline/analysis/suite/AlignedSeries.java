package dev.plumbline.analysis.suite;

import dev.plumbline.analysis.model.Metric;
import java.util.List;

/**
 * One series among others of its environment, all over the same runs.
 *
 * @param metric what is measured; its unit gives the direction
 * @param runs for each run, oldest first, its fork values in the base unit; empty if the series was not measured
 */
public record AlignedSeries(Metric metric, List<double[]> runs) {

    public AlignedSeries {
        runs = List.copyOf(runs);
    }

    /** Whether a metric can follow what the machine does; counts do not. */
    static boolean timeOrRate(Metric metric) {
        return metric.unit().isTimed();
    }

    /** Whether the shared movement can be removed from it: a time or a rate, positive throughout. */
    boolean follows() {
        if (!timeOrRate(metric)) {
            return false;
        }
        for (double[] forks : runs) {
            for (double fork : forks) {
                if (fork <= 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether it contributes to the estimate of the suite's movement: percentiles of a benchmark would only repeat its score, with more noise. */
    boolean teaches() {
        return metric.isScore() && follows();
    }

    /** Per run the logarithm of the mean of its forks, turned so that higher is worse; NaN if there is none. */
    double[] logarithms() {
        int sign = metric.unit().direction().worseSign();
        double[] logarithms = new double[runs.size()];
        for (int run = 0; run < logarithms.length; run++) {
            double sum = 0;
            int size = 0;
            for (double fork : runs.get(run)) {
                if (Double.isFinite(fork)) {
                    sum += fork;
                    size++;
                }
            }
            logarithms[run] = size == 0 ? Double.NaN : sign * Math.log(sum / size);
        }
        return logarithms;
    }
}
