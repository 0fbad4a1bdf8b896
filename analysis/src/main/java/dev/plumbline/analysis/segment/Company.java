package dev.plumbline.analysis.segment;

import dev.plumbline.analysis.stats.StudentT;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The suite that a series is judged in. A finding is judged over the whole run: of all the series together, a hundred runs of unchanged
 * code are meant to give one false suspicion and a tenth of a false confirmation, however many series there are (Bonferroni). And what a
 * series shows in a run counts for less where all others are off as well, each in its own direction, since that is the machine.
 *
 * @param series how many series are judged together, at least 1
 * @param spread for each run of the series the standard deviation, on the log scale, by which the suite's series are off beyond their own
 *     noise; 0 where they are not; shorter than the runs: 0 for the others
 * @param boundaries ascending, the runs at which the suite shifted and the series with it: its level may be another since then, which is
 *     no change of its own
 * @param confirmed the runs at which shifts of the series were found before that the whole suite had to be convinced of: to keep them,
 *     the series itself is enough
 */
public record Company(int series, double[] spread, int[] boundaries, int[] confirmed) {

    /** A series of its own, which is judged by the thresholds of the settings alone. */
    public static final Company NONE = new Company(1, new double[0], new int[0], new int[0]);

    /**
     * The probability that a run's newest values may give a suspicion of unchanged code, all its series together. A place is looked at five times, and
     * the tails are only roughly known, so that a hundred runs have about one.
     */
    private static final double SUSPICIONS = 0.002;

    /** The same for a shift that a whole series shows, whose place is searched for in each run anew. */
    private static final double SHIFTS = 0.001;

    /**
     * Times the logarithm of the number of series: with fewer runs their scales are hardly known, nor what each of them takes from the
     * machine, and only what is obvious counts.
     */
    private static final double ENOUGH_RUNS = 5;

    /** Runs in which nearly all true shifts have shown themselves. */
    private static final int LATE = 30;

    /** Runs by which the place of a shift moves once more runs are known. */
    private static final int REACH = 5;

    /** What a run tells of the scale, which is a robust one, beside one of normal numbers. */
    private static final double DEGREES_OF_FREEDOM_A_RUN = 2.0 / 3;

    public Company {
        if (series < 1) {
            throw new IllegalArgumentException("series is " + series + ", expected at least 1");
        }
        spread = spread.clone();
        boundaries = boundaries.clone();
        confirmed = confirmed.clone();
    }

    /** A company none of whose shifts are known. */
    public Company(int series, double[] spread, int[] boundaries) {
        this(series, spread, boundaries, new int[0]);
    }

    /** The company of a series that shifted with the suite at these runs, ascending. */
    public Company shiftingAt(int... runs) {
        return new Company(series, spread, runs, confirmed);
    }

    /** The company of a series with shifts that were confirmed before, at these runs. */
    public Company knowing(int... runs) {
        return new Company(series, spread, boundaries, runs);
    }

    /** Whether there are others. */
    boolean shared() {
        return series > 1;
    }

    /** The spread of a run. */
    double spread(int run) {
        return run < spread.length ? spread[run] : 0;
    }

    /**
     * This company as a series sees it that was measured at some of the runs only.
     *
     * @param runs those, ascending
     */
    public Company at(int[] runs) {
        double[] there = new double[runs.length];
        for (int i = 0; i < runs.length; i++) {
            there[i] = spread(runs[i]);
        }
        return new Company(series, there, places(boundaries, runs), places(confirmed, runs));
    }

    /** This company as the points of a series see it, of which it has seen the runs. The mean of several is off by less than each of them. */
    Company of(CommitPoints points) {
        if (points.single()) {
            return this;
        }
        double[] there = new double[points.size()];
        for (int point = 0; point < there.length; point++) {
            double squares = 0;
            for (int run = points.starts()[point]; run < points.end(point); run++) {
                squares += spread(run) * spread(run);
            }
            there[point] = Math.sqrt(squares) / points.runsOf(point);
        }
        return new Company(series, there, places(boundaries, points.starts()), places(confirmed, points.starts()));
    }

    private static int[] places(int[] begun, int[] runs) {
        return Arrays.stream(begun)
                .map(run -> Arrays.binarySearch(runs, run))
                .map(place -> place >= 0 ? place : -place - 1)
                .filter(place -> place > 0 && place < runs.length)
                .distinct()
                .toArray();
    }

    /** Those of these starts and the boundaries, ascending. */
    int[] withBoundaries(int[] starts) {
        return boundaries.length == 0
                ? starts
                : IntStream.concat(Arrays.stream(starts), Arrays.stream(boundaries))
                        .sorted()
                        .distinct()
                        .toArray();
    }

    /** Whether the suite shifted at a run. */
    boolean isBoundary(int run) {
        return Arrays.binarySearch(boundaries, run) >= 0;
    }

    /** Whether a shift at a run, or close to it, was confirmed before. */
    boolean knows(int run) {
        return known(run) >= 0;
    }

    /** The run, close to this one, at which a shift was confirmed before; -1 if none was. */
    int known(int run) {
        int nearest = -1;
        for (int known : confirmed) {
            if (Math.abs(known - run) <= REACH && (nearest < 0 || Math.abs(known - run) < Math.abs(nearest - run))) {
                nearest = known;
            }
        }
        return nearest;
    }

    /** Whether so many runs tell of one series among so many more than what is {@linkplain #obvious obvious}. */
    boolean enough(int runs) {
        return runs >= ENOUGH_RUNS * Math.log(series);
    }

    /**
     * The smallest relative shift that is told of one among others: twice that of a series alone. What is taken out of a series for what the suite
     * shares has an error that adds up, and in a calm series it looks like a shift of a percent.
     */
    double smallest(double alone) {
        return series == 1 ? alone : 2 * alone;
    }

    /**
     * Whether a shift that was not told so far is so many runs old that it needs more evidence: each run is another look at all the old ones, and
     * what is true shows itself sooner.
     */
    boolean isLate(int age) {
        return series > 1 && age > LATE;
    }

    /** The probability below which one series' newest runs are a suspicion. */
    double suspicion() {
        return series == 1 ? 1 : SUSPICIONS / series;
    }

    /**
     * Whether two levels lie so far apart that no series among so many shows it by chance, however little its runs may count: by Student's t, with
     * half of the distance.
     *
     * @param deviations how far apart they are, in standard errors
     * @param runs of the series
     */
    boolean obvious(double deviations, int runs) {
        return series > 1 && StudentT.twoSided(deviations / 2, degreesOfFreedom(runs)) < SHIFTS / series;
    }

    /**
     * Whether runs on two sides of a place differ by more than one series among so many shows by chance.
     *
     * @param deviations how far their means are apart, in standard errors
     * @param degreesOfFreedom of the standard error
     */
    boolean differs(double deviations, int degreesOfFreedom) {
        return StudentT.twoSided(deviations, degreesOfFreedom) < SHIFTS / series;
    }

    /** What a shift must explain, in nats, in a series of so many runs. */
    double gain(int runs) {
        return series == 1 ? 0 : gain(Math.log(series / SHIFTS), runs);
    }

    /**
     * The gain in likelihood that is worth this evidence. With a known scale they are the same; with one that was estimated with ν degrees of
     * freedom, a gain g is worth ν/2 log(1 + 2g/ν), as in the likelihood ratio that is Student's t.
     */
    private static double gain(double evidence, int runs) {
        double degreesOfFreedom = degreesOfFreedom(runs);
        return degreesOfFreedom / 2 * Math.expm1(2 * evidence / degreesOfFreedom);
    }

    private static double degreesOfFreedom(int runs) {
        return Math.max(1, DEGREES_OF_FREEDOM_A_RUN * (runs - 2));
    }
}
