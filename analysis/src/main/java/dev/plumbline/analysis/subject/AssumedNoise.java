package dev.plumbline.analysis.subject;

/**
 * Noise that a comparison doesn't show and somebody knows: by how much runs of the same code differ from each other on this
 * machine.
 *
 * @param deviation the standard deviation of a run's value, in logarithms: 0.03 is about 3 %; NaN if it isn't known
 * @param degreesOfFreedom what it is worth: the runs that it was estimated from less one, infinite if it is just said
 */
public record AssumedNoise(double deviation, double degreesOfFreedom) {

    /** Nobody knows it. */
    public static final AssumedNoise NONE = new AssumedNoise(Double.NaN, 0);

    /** What a run is worth to a median absolute deviation, of what it is worth to a variance: 37 % for normal runs, more for few. */
    private static final double EFFICIENCY = 0.4;

    public AssumedNoise {
        if (!Double.isNaN(deviation) && !(deviation > 0 && degreesOfFreedom > 0)) {
            throw new IllegalArgumentException("noise is " + deviation + " with " + degreesOfFreedom
                    + " degrees of freedom, expected both to be more than 0");
        }
    }

    /** Noise that is said, as a share: 0.03 for 3 %. */
    public static AssumedNoise said(double share) {
        return new AssumedNoise(Math.log1p(share), Double.POSITIVE_INFINITY);
    }

    /**
     * Noise that a history shows.
     *
     * @param deviation the deviation of its runs' logarithms, by their median absolute deviation; 0 or more
     * @param runs how many they are
     */
    public static AssumedNoise ofHistory(double deviation, int runs) {
        return deviation > 0 && runs > 1 ? new AssumedNoise(deviation, EFFICIENCY * (runs - 1)) : NONE;
    }

    public boolean known() {
        return !Double.isNaN(deviation);
    }

    /** The standard error of the difference between two means, each of so many runs. */
    public double standardError(int runs, int otherRuns) {
        return deviation * Math.sqrt(1.0 / runs + 1.0 / otherRuns);
    }
}
