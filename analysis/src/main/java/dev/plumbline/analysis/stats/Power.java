package dev.plumbline.analysis.stats;

import java.util.function.IntToDoubleFunction;

/**
 * What a two-sided t-test can see.
 *
 * <p>The effect that is found with the wished power is (t₁₋α⸝₂ + t_power) standard errors. For an estimated standard error that is
 * exact: such an effect, added to the very comparison that the error was estimated from, is found with just that probability. For
 * a standard error that is known, as in a plan, it approximates the non-central t: at 4 degrees of freedom it is 1.2 % below the
 * exact value, at 8 0.2 %.
 */
public final class Power {

    /** Nobody runs more forks, or iterations, than this. */
    private static final int MOST = 1000;

    private final StudentT studentT;
    private final double significance;
    private final double power;

    /**
     * @param studentT where quantiles come from
     * @param significance two-sided level of the test, in (0, 1)
     * @param power probability with which the effect shall be found, in (0, 1)
     */
    public Power(StudentT studentT, double significance, double power) {
        this.studentT = studentT;
        this.significance = significance;
        this.power = power;
    }

    /** The smallest difference that is found with the wished power, in the unit of the standard error. */
    public double smallestDetectable(double standardError, double degreesOfFreedom) {
        return standardError
                * (studentT.quantile(1 - significance / 2, degreesOfFreedom)
                        + studentT.quantile(power, degreesOfFreedom));
    }

    /**
     * The fewest repetitions (forks, or iterations in a fork) with which {@code effect} would be found, at least 2; 0 when a
     * thousand are not enough.
     *
     * @param effect positive, in the unit of the standard error
     * @param standardError the standard error that a number of repetitions would give; falling
     * @param degreesOfFreedom of the variance, held as it is
     */
    public int fewest(double effect, IntToDoubleFunction standardError, double degreesOfFreedom) {
        double wanted = effect / smallestDetectable(1, degreesOfFreedom);
        if (standardError.applyAsDouble(MOST) > wanted) {
            return 0;
        }
        int low = 1;
        int high = MOST;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (standardError.applyAsDouble(middle) > wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
