package dev.plumbline.analysis.suite;

import dev.plumbline.analysis.stats.Median;
import java.util.Arrays;

/**
 * The shared movement without what the state of the machine explains. Machines of several kinds that take turns move all benchmarks, some more and
 * some less, and by how they differ from each other in a run its kind is known, whatever the shared movement is. So each run has a profile: how far
 * each series is off from the shared movement. Its first principal components explain part of the movement (principal component regression, by Huber's
 * weights, within the movement's segments); a shift that all series show alike is not in the profiles, and stands out from what remains.
 */
final class MachineStates {

    /** Components that are taken out: as many as there usually are kinds of machines beside the first. */
    private static final int COMPONENTS = 3;

    /** With fewer series, a profile would contain the error of the movement itself. */
    private static final int FEWEST_SERIES = 10;

    private static final int FEWEST_RUNS = 30;

    /** The movement counts as explained if this share of its scatter is left, or less. */
    private static final double LEFT = 0.5;

    /** The scatter is the distance from the level that four of five runs keep to: a machine that makes one in three runs is in it. */
    private static final double KEPT = 0.8;

    /** No series is farther off than this many of its scales. */
    private static final double WINSOR_LIMIT = 3;

    private static final double SMALLEST_SCALE = 1e-3;
    private static final double HUBER = 1.5;
    private static final int POWER_STEPS = 60;
    /** The squared sine of the angle by which another step turns a direction that counts as found. */
    private static final double CONVERGED = 1e-12;

    private static final int REGRESSION_STEPS = 30;

    private MachineStates() {}

    /**
     * The movement without what the profiles explain, on the log scale, NaN where it isn't known; empty if they explain too little.
     *
     * @param mode the series
     * @param shared their movement
     * @param size how many series
     * @param starts the runs at which a segment of the movement begins, ascending, the first left out
     */
    static double[] without(CommonMode mode, SharedMovement shared, int size, int[] starts) {
        int runs = shared.movement().length;
        int known = shared.knownIn(0, runs);
        int[] teachers = new int[size];
        int teaching = 0;
        for (int which = 0; which < size; which++) {
            if (mode.teaches(which)) {
                teachers[teaching++] = which;
            }
        }
        if (known < FEWEST_RUNS || teaching < FEWEST_SERIES) {
            return new double[0];
        }
        int[] segment = new int[runs];
        for (int run = 0, next = 0; run < runs; run++) {
            next += next < starts.length && starts[next] == run ? 1 : 0;
            segment[run] = next;
        }
        double[] movement = shared.movement().clone();
        double[][] profiles = new double[teaching][];
        for (int i = 0; i < teaching; i++) {
            profiles[i] = profile(mode.logarithms(teachers[i]), shared, segment);
        }
        centre(profiles, runs);
        double[] explained = explained(movement, shared, segment, components(profiles, runs));
        double[] rest = new double[runs];
        for (int run = 0; run < runs; run++) {
            rest[run] = shared.known(run) ? movement[run] - explained[run] : Double.NaN;
            movement[run] = shared.known(run) ? movement[run] : Double.NaN;
        }
        return scatter(rest, segment) <= LEFT * scatter(movement, segment) ? rest : new double[0];
    }

    /** How far a series is off from the movement in each run, in its own scales; 0 where it was not measured. */
    private static double[] profile(double[] logarithms, SharedMovement shared, int[] segment) {
        double[] off = new double[logarithms.length];
        for (int run = 0; run < off.length; run++) {
            off[run] = shared.known(run) ? logarithms[run] - shared.movement()[run] : Double.NaN;
        }
        lessLevels(off, segment);
        double[] told = Arrays.stream(off).filter(value -> !Double.isNaN(value)).toArray();
        double scale = Math.max(SMALLEST_SCALE, told.length == 0 ? 0 : Median.scaleAround(0, told));
        for (int run = 0; run < off.length; run++) {
            off[run] = Double.isNaN(off[run])
                    ? Double.NaN
                    : Math.max(-WINSOR_LIMIT, Math.min(WINSOR_LIMIT, off[run] / scale));
        }
        return off;
    }

    /** The values less the median of their segment. */
    private static void lessLevels(double[] values, int[] segment) {
        int from = 0;
        while (from < values.length) {
            int to = from;
            while (to < values.length && segment[to] == segment[from]) {
                to++;
            }
            double[] told = Arrays.stream(values, from, to)
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
            double level = told.length == 0 ? 0 : Median.select(told);
            for (int run = from; run < to; run++) {
                values[run] -= level;
            }
            from = to;
        }
    }

    /** Takes the median of each run off its profile, and fills it with zeros. */
    private static void centre(double[][] profiles, int runs) {
        double[] column = new double[profiles.length];
        for (int run = 0; run < runs; run++) {
            int count = 0;
            for (double[] profile : profiles) {
                if (!Double.isNaN(profile[run])) {
                    column[count++] = profile[run];
                }
            }
            double middle = count == 0 ? 0 : Median.select(Arrays.copyOf(column, count));
            for (double[] profile : profiles) {
                profile[run] = Double.isNaN(profile[run]) ? 0 : profile[run] - middle;
            }
        }
    }

    /** The first principal components of the profiles, per run, by power iteration with deflation. */
    private static double[][] components(double[][] profiles, int runs) {
        double[][] products = new double[runs][runs];
        for (double[] profile : profiles) {
            for (int i = 0; i < runs; i++) {
                double value = profile[i];
                double[] row = products[i];
                if (value != 0) {
                    for (int j = i; j < runs; j++) {
                        row[j] += value * profile[j];
                    }
                }
            }
        }
        for (int i = 0; i < runs; i++) {
            for (int j = 0; j < i; j++) {
                products[i][j] = products[j][i];
            }
        }
        double[][] components = new double[COMPONENTS][];
        for (int component = 0; component < COMPONENTS; component++) {
            int largest = 0;
            for (int run = 1; run < runs; run++) {
                largest = products[run][run] > products[largest][largest] ? run : largest;
            }
            double[] direction = products[largest].clone();
            double length = 0;
            for (int step = 0; step < POWER_STEPS; step++) {
                direction = scaled(direction);
                double[] next = times(products, direction);
                length = product(next, direction);
                double gained = product(next, next) - length * length;
                direction = next;
                if (gained <= CONVERGED * length * length) {
                    break;
                }
            }
            direction = scaled(direction);
            for (int i = 0; i < runs; i++) {
                for (int j = 0; j < runs; j++) {
                    products[i][j] -= length * direction[i] * direction[j];
                }
            }
            components[component] = direction;
        }
        return components;
    }

    private static double[] scaled(double[] values) {
        double length = Math.sqrt(product(values, values));
        return Arrays.stream(values)
                .map(value -> length == 0 ? 0 : value / length)
                .toArray();
    }

    private static double[] times(double[][] matrix, double[] vector) {
        return Arrays.stream(matrix).mapToDouble(row -> product(row, vector)).toArray();
    }

    /** The scalar product, in two sums that a processor adds up side by side. */
    private static double product(double[] one, double[] other) {
        double even = 0;
        double odd = 0;
        int pairs = one.length & -2;
        for (int i = 0; i < pairs; i += 2) {
            even += one[i] * other[i];
            odd += one[i + 1] * other[i + 1];
        }
        return pairs < one.length ? even + odd + one[pairs] * other[pairs] : even + odd;
    }

    /** The part of the movement that is explained by the components, one after the other until nothing changes. */
    private static double[] explained(double[] movement, SharedMovement shared, int[] segment, double[][] components) {
        double[] slopes = new double[components.length];
        double[] explained = new double[movement.length];
        double[] weights = new double[movement.length];
        double[] rest = new double[movement.length];
        for (int step = 0; step < REGRESSION_STEPS; step++) {
            for (int run = 0; run < rest.length; run++) {
                rest[run] = shared.known(run) ? movement[run] - explained[run] : Double.NaN;
            }
            lessLevels(rest, segment);
            double[] told =
                    Arrays.stream(rest).filter(value -> !Double.isNaN(value)).toArray();
            double limit = HUBER * Math.max(SMALLEST_SCALE, Median.scaleAround(0, told));
            for (int run = 0; run < rest.length; run++) {
                double distance = Math.abs(rest[run]);
                weights[run] = Double.isNaN(distance) ? 0 : distance <= limit ? 1 : limit / distance;
            }
            for (int component = 0; component < components.length; component++) {
                double[] scores = components[component];
                double products = 0;
                double squares = 0;
                for (int run = 0; run < rest.length; run++) {
                    if (weights[run] > 0) {
                        products += weights[run] * scores[run] * rest[run];
                        squares += weights[run] * scores[run] * scores[run];
                    }
                }
                double more = squares > 0 ? products / squares : 0;
                slopes[component] += more;
                for (int run = 0; run < rest.length; run++) {
                    rest[run] -= more * scores[run];
                }
            }
            for (int run = 0; run < rest.length; run++) {
                explained[run] = 0;
                for (int component = 0; component < components.length; component++) {
                    explained[run] += slopes[component] * components[component][run];
                }
            }
        }
        return explained;
    }

    /** The distance from their segment's median that four of five runs keep to. */
    private static double scatter(double[] values, int[] segment) {
        double[] off = values.clone();
        lessLevels(off, segment);
        double[] distances = Arrays.stream(off)
                .filter(value -> !Double.isNaN(value))
                .map(Math::abs)
                .sorted()
                .toArray();
        return distances[(int) (KEPT * (distances.length - 1))];
    }
}
