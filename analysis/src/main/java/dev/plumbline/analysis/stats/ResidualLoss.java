package dev.plumbline.analysis.stats;

/**
 * The cost, in nats, of a value that is a residual away from its level: the negative logarithm of the noise's density,
 * minus its minimum. A table, so that one look-up is an addition and a load; symmetric only if the noise is.
 *
 * <p>The density is a kernel estimate of the series' own residuals (Gaussian kernel, bandwidth of Silverman 1986, equation
 * 3.31) mixed with Student's t with four degrees of freedom, which counts as {@value #PRIOR_WEIGHT} residuals: a short
 * series is judged by the t, a long one by how its forks really scatter, even with two modes or with heavy tails. Far
 * out, the cost is that of a stray value and no more.
 */
public final class ResidualLoss {

    private static final int HALF_SIZE = 256;

    private static final int BINS_PER_SCALE = 32;

    /** How many residuals the t distribution is worth. */
    private static final double PRIOR_WEIGHT = 40;

    /** The share of values that may lie anywhere; bounds the loss. */
    private static final double STRAY_SHARE = 0.01;

    private static final double SILVERMAN = 0.9;

    /** Student's t with four degrees of freedom in each bin, in densities per scale. */
    private static final double[] STUDENT = studentDensity();

    private static final ResidualLoss STUDENT_LOSS = new ResidualLoss(STUDENT, 1);

    private final double[] loss;
    private final double binsPerUnit;
    private final double beyond;

    private ResidualLoss(double[] loss, double beyond, double binsPerUnit) {
        this.loss = loss;
        this.beyond = beyond;
        this.binsPerUnit = binsPerUnit;
    }

    private ResidualLoss(double[] density, double scale) {
        this.binsPerUnit = BINS_PER_SCALE / scale;
        double stray = STRAY_SHARE * BINS_PER_SCALE / density.length;
        double highest = 0;
        for (double height : density) {
            highest = Math.max(highest, height);
        }
        this.loss = new double[density.length];
        for (int bin = 0; bin < density.length; bin++) {
            loss[bin] = Math.log((highest + stray) / (density[bin] + stray));
        }
        this.beyond = Math.log((highest + stray) / stray);
    }

    /** The loss of Student's t with four degrees of freedom and this scale, positive. */
    public static ResidualLoss student(double scale) {
        return new ResidualLoss(STUDENT_LOSS.loss, STUDENT_LOSS.beyond, BINS_PER_SCALE / scale);
    }

    /**
     * The loss of noise like these residuals.
     *
     * @param residuals at least one
     * @param scale a robust standard deviation of them, positive; the table reaches 8 of it to either side
     */
    public static ResidualLoss of(double[] residuals, double scale) {
        double[] counts = new double[2 * HALF_SIZE + 1];
        double share = 1.0 / (residuals.length + PRIOR_WEIGHT);
        for (double residual : residuals) {
            double place = residual / scale * BINS_PER_SCALE + HALF_SIZE;
            int bin = (int) Math.floor(place);
            if (bin >= 0 && bin + 1 < counts.length) {
                double right = place - bin;
                counts[bin] += share * (1 - right);
                counts[bin + 1] += share * right;
            }
        }
        double bandwidth = SILVERMAN * Math.pow(residuals.length, -0.2) * BINS_PER_SCALE;
        double[] density = smooth(counts, bandwidth);
        for (int bin = 0; bin < density.length; bin++) {
            density[bin] = density[bin] * BINS_PER_SCALE + PRIOR_WEIGHT * share * STUDENT[bin];
        }
        return new ResidualLoss(density, scale);
    }

    /** The cost of one residual, at least 0. */
    public double at(double residual) {
        int bin = (int) (residual * binsPerUnit + (HALF_SIZE + 0.5));
        return bin >= 0 && bin < loss.length ? loss[bin] : beyond;
    }

    /** The least residual, at most 0, below which every residual costs at least this. */
    public double lowestCosting(double cost) {
        int bin = 0;
        while (bin < HALF_SIZE && loss[bin] >= cost) {
            bin++;
        }
        return (bin - HALF_SIZE - 1) / binsPerUnit;
    }

    /** The greatest residual, at least 0, above which every residual costs at least this. */
    public double highestCosting(double cost) {
        int bin = loss.length - 1;
        while (bin > HALF_SIZE && loss[bin] >= cost) {
            bin--;
        }
        return (bin - HALF_SIZE + 1) / binsPerUnit;
    }

    private static double[] studentDensity() {
        double[] density = new double[2 * HALF_SIZE + 1];
        for (int bin = 0; bin < density.length; bin++) {
            double z = (double) (bin - HALF_SIZE) / BINS_PER_SCALE;
            density[bin] = 0.375 * Math.pow(1 + z * z / 4, -2.5);
        }
        return density;
    }

    private static double[] smooth(double[] counts, double bandwidth) {
        int reach = Math.min(HALF_SIZE, (int) Math.ceil(4 * bandwidth));
        double[] kernel = new double[2 * reach + 1];
        double sum = 0;
        for (int i = 0; i <= reach; i++) {
            kernel[reach + i] = Math.exp(-0.5 * (i / bandwidth) * (i / bandwidth));
            sum += i == 0 ? kernel[reach] : 2 * kernel[reach + i];
        }
        for (int i = 0; i <= reach; i++) {
            kernel[reach + i] /= sum;
            kernel[reach - i] = kernel[reach + i];
        }
        double[] smoothed = new double[counts.length];
        for (int from = 0; from < counts.length; from++) {
            double count = counts[from];
            if (count > 0) {
                int first = Math.max(0, from - reach);
                int last = Math.min(counts.length - 1, from + reach);
                int centre = reach - from;
                for (int to = first; to <= last; to++) {
                    smoothed[to] += count * kernel[centre + to];
                }
            }
        }
        return smoothed;
    }
}
