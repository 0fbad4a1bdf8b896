package dev.plumbline.analysis.suite;

import dev.plumbline.analysis.segment.RecentLevel;
import dev.plumbline.analysis.stats.Median;
import dev.plumbline.analysis.stats.RobustCentre;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Estimates the movement that the benchmarks of an environment share, one run after the other. A run's movement is the robust centre,
 * over the series, of how far each is from its level; a series' level is the median of its last runs with their shared
 * movement removed. So a run that is slow throughout moves no level, a shared step stays in the movement forever, and a
 * step of one series is absorbed into its level after a few runs. The first runs have no level before them: they are
 * measured from their own median.
 *
 * <p>For each series, the movement is estimated without its own part, so that none is corrected by its own movement.
 */
public final class CommonMode {

    /** Fewer benchmarks than this aren't a suite: nearly half of them may move by themselves, and three must be left. */
    public static final int FEWEST_SERIES = 5;

    /** A series has no level before this many runs, and neither has the suite. */
    public static final int FEWEST_RUNS = 5;

    /** No benchmark repeats better than this, on the log scale. */
    private static final double SMALLEST_SCALE = 1e-3;

    /** No series has more than this share in a movement; with more, there would be nothing left to compare it with. */
    private static final double LARGEST_SHARE = 0.5;

    private final List<double[]> logarithms;
    private final boolean[] teaches;
    private final RecentLevel[] levels;
    private final double[][] distances;
    private final double[][] shares;
    private final double[] movement;
    private final int[] series;
    private final double[] standardError;

    private CommonMode(List<AlignedSeries> suite, int runs) {
        logarithms = suite.stream()
                .map(one -> one.follows() ? one.logarithms() : new double[0])
                .toList();
        teaches = new boolean[suite.size()];
        levels = new RecentLevel[suite.size()];
        for (int i = 0; i < levels.length; i++) {
            teaches[i] = suite.get(i).teaches();
            levels[i] = new RecentLevel();
        }
        distances = new double[runs][];
        shares = new double[runs][];
        movement = new double[runs];
        series = new int[runs];
        standardError = new double[runs];
    }

    /**
     * The shared movement of these series.
     *
     * @param suite all over the same runs
     */
    public static CommonMode of(List<AlignedSeries> suite) {
        int runs = suite.isEmpty() ? 0 : suite.get(0).runs().size();
        if (suite.stream().anyMatch(one -> one.runs().size() != runs)) {
            throw new IllegalArgumentException(
                    "the series have different numbers of runs, expected " + runs + " in each");
        }
        CommonMode mode = new CommonMode(suite, runs);
        mode.learn(runs);
        return mode;
    }

    /** The movement of every run. */
    public SharedMovement shared() {
        return new SharedMovement(movement.clone(), series.clone(), standardError.clone());
    }

    /** Per run the logarithm of a series, turned so that higher is worse; NaN if there is none; empty for one that does not follow. */
    double[] logarithms(int which) {
        return logarithms.get(which);
    }

    boolean teaches(int which) {
        return teaches[which];
    }

    /** How far each contributing series of a run was from its level; empty if the movement couldn't be estimated. */
    double[] distances(int run) {
        double[] told = new double[series[run]];
        int count = 0;
        for (int i = 0; i < levels.length && count < told.length; i++) {
            if (!Double.isNaN(distances[run][i])) {
                told[count++] = distances[run][i];
            }
        }
        return told;
    }

    /** The movement of a run as the other series show it. */
    double without(int which, int run) {
        double share = shares[run] == null ? 0 : Math.min(LARGEST_SHARE, shares[run][which]);
        return share == 0 ? movement[run] : (movement[run] - share * distances[run][which]) / (1 - share);
    }

    private void learn(int runs) {
        int first = start(runs);
        for (int run = first; run < runs; run++) {
            estimate(run, levels);
            for (int i = 0; i < levels.length; i++) {
                if (measured(i, run)) {
                    levels[i].add(logarithms.get(i)[run] - movement[run]);
                }
            }
        }
    }

    /** Measures the first runs from the median of each series in them, twice, and starts the levels; returns the run after them. */
    private int start(int runs) {
        int first = 0;
        int enough = 0;
        while (first < runs && enough <= FEWEST_RUNS) {
            int run = first++;
            int measured = 0;
            for (int i = 0; i < levels.length; i++) {
                measured += measured(i, run) ? 1 : 0;
            }
            enough += measured >= FEWEST_SERIES ? 1 : 0;
        }
        if (enough <= FEWEST_RUNS) {
            return runs;
        }
        for (int round = 0; round < 2; round++) {
            RecentLevel[] begun = new RecentLevel[levels.length];
            for (int i = 0; i < levels.length; i++) {
                begun[i] = new RecentLevel();
                for (int run = 0; run < first; run++) {
                    if (measured(i, run)) {
                        begun[i].add(logarithms.get(i)[run] - movement[run]);
                    }
                }
            }
            for (int run = 0; run < first; run++) {
                estimate(run, begun);
            }
        }
        for (int run = 0; run < first; run++) {
            for (int i = 0; i < levels.length; i++) {
                if (measured(i, run)) {
                    levels[i].add(logarithms.get(i)[run] - movement[run]);
                }
            }
        }
        return first;
    }

    private boolean measured(int which, int run) {
        return teaches[which] && !Double.isNaN(logarithms.get(which)[run]);
    }

    private void estimate(int run, RecentLevel[] from) {
        List<Integer> teachers = new ArrayList<>();
        for (int i = 0; i < from.length; i++) {
            if (measured(i, run) && from[i].size() >= FEWEST_RUNS) {
                teachers.add(i);
            }
        }
        if (teachers.size() < FEWEST_SERIES) {
            movement[run] = run == 0 ? 0 : movement[run - 1];
            return;
        }
        double[] distance = new double[teachers.size()];
        double[] scale = new double[teachers.size()];
        for (int i = 0; i < distance.length; i++) {
            RecentLevel level = from[teachers.get(i)];
            distance[i] = logarithms.get(teachers.get(i))[run] - level.level();
            scale[i] = level.scale();
        }
        RobustCentre centre = RobustCentre.of(distance, scale, SMALLEST_SCALE);
        movement[run] = centre.value();
        series[run] = distance.length;
        standardError[run] = Double.isNaN(centre.standardError())
                ? Median.scaleAround(centre.value(), distance)
                : centre.standardError();
        distances[run] = placed(teachers, distance, from.length, Double.NaN);
        shares[run] = placed(teachers, centre.weights(), from.length, 0);
    }

    private static double[] placed(List<Integer> places, double[] values, int length, double elsewhere) {
        double[] placed = new double[length];
        Arrays.fill(placed, elsewhere);
        for (int i = 0; i < values.length; i++) {
            placed[places.get(i)] = values[i];
        }
        return placed;
    }
}
