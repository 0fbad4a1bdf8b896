package dev.plumbline.analysis.stats;

import java.util.Arrays;
import org.hipparchus.special.Erf;

/**
 * The nominal levels of a test that is looked at several times as its data arrives, so that the probability of an error at any
 * of the looks together is at most the intended level: group-sequential testing by spending (Lan and DeMets 1983,
 * Discrete sequential boundaries for clinical trials, Biometrika 70, 659–663). At the information fraction {@code t} the share
 * {@code log(1 + (e − 1) t)} of the level may have been spent, their α₂*, which comes close to Pocock's (1977) equal levels.
 *
 * <p>The statistic's course over the looks is that of a Brownian motion at times t, of which the part that has crossed no
 * boundary yet is integrated from look to look (Armitage, McPherson and Rowe 1969; Jennison and Turnbull 2000, Group Sequential
 * Methods, section 19.2). A test with Student's t compares its p-value with the nominal level (Jennison and Turnbull 2000, section
 * 4.4), which is close enough to exact; docs/statistics.md shows by simulation how close.
 *
 * <p>The boundaries of all levels together turn the p-value of a look into a <em>sequential p-value</em>, the smallest level at
 * which the test would stop there (Liu and Anderson 2008, On adaptive extensions of group sequential trials, JASA 103, 1621–1630). The
 * smallest of the looks so far is a p-value that is valid wherever one stops, and so it goes into Benjamini-Hochberg (Johari,
 * Pekelis and Walsh 2022, Always valid inference, Operations Research 70, 1806–1821).
 *
 * <p>Immutable.
 */
public final class SpentLevels {

    /** The levels for which boundaries are computed; between them, values are interpolated in logarithms. */
    private static final double[] LEVELS = {
        1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 3e-4, 1e-3, 3e-3, 0.01, 0.02, 0.03, 0.05, 0.08, 0.12, 0.2, 0.3, 0.5, 0.7,
        0.9
    };

    /** Places of Simpson's rule between the boundaries, odd. */
    private static final int PLACES = 121;

    /** Halvings of the span in which a boundary is looked for, to 10⁻⁹ of a standard deviation. */
    private static final int BISECTIONS = 35;

    private static final double SQRT_2 = Math.sqrt(2);
    private static final double FARTHEST = 20;

    private final double[] fractions;

    /** Nominal two-sided levels: by level, then by look. */
    private final double[][] nominal;

    /**
     * The levels of these looks.
     *
     * @param fractions of the data that each look sees, by what the last planned one would see; rising, in (0, 1]
     */
    public SpentLevels(double... fractions) {
        for (int look = 0; look < fractions.length; look++) {
            if (!(fractions[look] > (look == 0 ? 0 : fractions[look - 1]) && fractions[look] <= 1)) {
                throw new IllegalArgumentException(
                        "looks at " + Arrays.toString(fractions) + " do not rise from 0 to at most 1");
            }
        }
        this.fractions = fractions.clone();
        this.nominal = new double[LEVELS.length][];
        for (int level = 0; level < LEVELS.length; level++) {
            nominal[level] = nominal(LEVELS[level]);
        }
    }

    /** How many looks there are. */
    public int looks() {
        return fractions.length;
    }

    /** The share of a level that may be spent up to an information fraction in [0, 1]. */
    static double share(double fraction) {
        return Math.log1p((Math.E - 1) * fraction);
    }

    /**
     * The two-sided level that a p-value of one look is compared with.
     *
     * @param look from 0
     * @param level the error probability of all looks together, in (0, 1)
     */
    public double at(int look, double level) {
        return interpolated(level, LEVELS, column(look));
    }

    /**
     * The smallest level at which this p-value of this look would be a finding: at least the p-value.
     *
     * @param look from 0
     * @param pValue two-sided, of this look alone; NaN stays NaN
     */
    public double sequential(int look, double pValue) {
        return Double.isNaN(pValue) ? Double.NaN : Math.max(pValue, interpolated(pValue, column(look), LEVELS));
    }

    private double[] column(int look) {
        double[] column = new double[LEVELS.length];
        for (int level = 0; level < column.length; level++) {
            column[level] = nominal[level][look];
        }
        return column;
    }

    /** Linear between logarithms, in proportion below the first, and up to (1, 1) above the last. */
    private static double interpolated(double x, double[] from, double[] to) {
        int last = from.length - 1;
        if (x <= from[0]) {
            return x * (to[0] / from[0]);
        }
        if (x >= from[last]) {
            return from[last] >= 1 ? 1 : to[last] + (x - from[last]) / (1 - from[last]) * (1 - to[last]);
        }
        int above = 1;
        while (from[above] < x) {
            above++;
        }
        double share = Math.log(x / from[above - 1]) / Math.log(from[above] / from[above - 1]);
        return Math.exp(Math.log(to[above - 1]) + share * Math.log(to[above] / to[above - 1]));
    }

    /** The nominal levels of all looks for one level. */
    private double[] nominal(double level) {
        double[] levels = new double[fractions.length];
        double[] places = {0};
        double[] mass = {1};
        double before = 0;
        for (int look = 0; look < levels.length; look++) {
            double deviation = Math.sqrt(fractions[look] - before);
            double root = Math.sqrt(fractions[look]);
            double spend = level * (share(fractions[look]) - share(before));
            double boundary = boundary(places, mass, deviation, root, spend);
            levels[look] = 2 * upperTail(boundary);
            double[] reached = places(boundary * root);
            mass = carried(places, mass, reached, deviation);
            places = reached;
            before = fractions[look];
        }
        return levels;
    }

    /** The standardised boundary that the statistic crosses with this probability, of what has not crossed one before. */
    private static double boundary(double[] places, double[] mass, double deviation, double root, double spend) {
        double low = 0;
        double high = FARTHEST;
        for (int step = 0; step < BISECTIONS; step++) {
            double middle = (low + high) / 2;
            if (crossing(places, mass, deviation, middle * root) > spend) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double crossing(double[] places, double[] mass, double deviation, double boundary) {
        double sum = 0;
        for (int i = 0; i < places.length; i++) {
            sum += mass[i]
                    * (upperTail((boundary - places[i]) / deviation) + upperTail((boundary + places[i]) / deviation));
        }
        return sum;
    }

    /** The probability mass at the new places, each the density there times its weight in Simpson's rule. */
    private static double[] carried(double[] places, double[] mass, double[] reached, double deviation) {
        double[] carried = new double[reached.length];
        double step = reached[1] - reached[0];
        for (int j = 0; j < reached.length; j++) {
            double density = 0;
            for (int i = 0; i < places.length; i++) {
                double distance = (reached[j] - places[i]) / deviation;
                density += mass[i] * Math.exp(-distance * distance / 2);
            }
            double weight = j == 0 || j == reached.length - 1 ? 1 : j % 2 == 1 ? 4 : 2;
            carried[j] = density / (deviation * Math.sqrt(2 * Math.PI)) * weight * step / 3;
        }
        return carried;
    }

    /** Evenly spaced between the boundaries. */
    private static double[] places(double boundary) {
        double[] places = new double[PLACES];
        Arrays.setAll(places, i -> boundary * (2.0 * i / (PLACES - 1) - 1));
        return places;
    }

    private static double upperTail(double z) {
        return Erf.erfc(z / SQRT_2) / 2;
    }
}
