package dev.plumbline.analysis.segment;

import dev.plumbline.analysis.stats.Median;
import dev.plumbline.analysis.stats.Sample;
import dev.plumbline.analysis.subject.Scale;
import java.util.Arrays;
import java.util.List;

/**
 * The forks of a series' runs on a scale, in one array, with each run's mean. Where commits were measured more than once, all that a commit has
 * is one run here.
 */
final class RunValues {

    /** A quarter of the smallest shift that is relevant: noise below it need not be distinguished from rounding. */
    static final double SMALLEST_SCALE = 2.5e-3;

    private final double[] forks;
    private final int[] offsets;
    private final double[] means;
    private final double[] least;
    private final double[] greatest;
    private final CommitPoints points;
    private final double usualRuns;
    private final Company company;

    private RunValues(
            double[] forks,
            int[] offsets,
            double[] means,
            double[] least,
            double[] greatest,
            CommitPoints points,
            Company company) {
        this.forks = forks;
        this.offsets = offsets;
        this.means = means;
        this.least = least;
        this.greatest = greatest;
        this.points = points;
        this.usualRuns = points.usualRuns();
        this.company = company;
    }

    /** The values of points with at least one finite fork each. */
    static RunValues of(CommitPoints points, Scale scale, Company company) {
        List<double[]> runs = points.forks();
        int[] offsets = new int[runs.size() + 1];
        for (int run = 0; run < runs.size(); run++) {
            offsets[run + 1] = offsets[run] + runs.get(run).length;
        }
        double[] forks = new double[offsets[runs.size()]];
        double[] means = new double[runs.size()];
        double[] least = new double[runs.size()];
        double[] greatest = new double[runs.size()];
        for (int run = 0; run < runs.size(); run++) {
            double sum = 0;
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            int at = offsets[run];
            for (double value : runs.get(run)) {
                double place = scale.apply(value);
                forks[at++] = place;
                sum += place;
                low = place < low ? place : low;
                high = place > high ? place : high;
            }
            means[run] = sum / runs.get(run).length;
            least[run] = low;
            greatest[run] = high;
        }
        return new RunValues(forks, offsets, means, least, greatest, points, company);
    }

    /** The same series with only its run means: one value per run. */
    RunValues meansOnly() {
        int[] single = new int[means.length + 1];
        for (int run = 0; run <= means.length; run++) {
            single[run] = run;
        }
        return new RunValues(means, single, means, means, means, points, company);
    }

    int runs() {
        return means.length;
    }

    /** All forks, run after run. */
    double[] forks() {
        return forks;
    }

    /** Where a run's forks begin in {@link #forks()}; one more entry than runs. */
    int offset(int run) {
        return offsets[run];
    }

    /** Where each run's forks begin in {@link #forks()}, and where the last one's end. */
    int[] offsets() {
        return offsets;
    }

    /**
     * What the forks of a run count each: less than 1 where a run has more of them than is usual. So a commit that was measured again counts as
     * one, though its mean is better known.
     */
    double[] shares() {
        double[] sizes = new double[means.length];
        Arrays.setAll(sizes, run -> offsets[run + 1] - offsets[run]);
        double usual = Median.of(sizes);
        Arrays.setAll(sizes, run -> Math.min(1, usual / sizes[run]));
        return sizes;
    }

    /** The smallest number of forks that a run has. */
    int fewestForks() {
        int fewest = Integer.MAX_VALUE;
        for (int run = 0; run < means.length; run++) {
            fewest = Math.min(fewest, offsets[run + 1] - offsets[run]);
        }
        return fewest;
    }

    /** The smallest fork value of a run. */
    double least(int run) {
        return least[run];
    }

    /** The largest fork value of a run. */
    double greatest(int run) {
        return greatest[run];
    }

    /** What a distance from a level counts in a run, when a run's mean scatters by this much: less where the whole suite is off. */
    double worth(int run, double runScale) {
        double spread = company.spread(run);
        return spread == 0 ? 1 : runScale / Math.sqrt(runScale * runScale + spread * spread);
    }

    double mean(int run) {
        return means[run];
    }

    double[] means(int from, int to) {
        return Arrays.copyOfRange(means, from, to);
    }

    /**
     * How many runs the points in [from, to) count as, together: a commit that was measured more often than is usual counts as a usual one, and one
     * that was measured less often is known less well.
     */
    double weight(int from, int to) {
        double weight = 0;
        for (int point = from; point < to; point++) {
            weight += Math.min(points.runsOf(point), usualRuns);
        }
        return weight;
    }

    /** The means of points in [from, to), as far from a centre as they would be if each had so many runs. */
    double[] means(int from, int to, double centre, double runs) {
        double[] alike = means(from, to);
        if (!points.single()) {
            for (int i = 0; i < alike.length; i++) {
                alike[i] = centre + (alike[i] - centre) * Math.sqrt(weight(from + i, from + i + 1) / runs);
            }
        }
        return alike;
    }

    /** The mean of every run of the points in [from, to). */
    double[] runMeans(int from, int to) {
        if (points.single()) {
            return means(from, to);
        }
        double[] runMeans = new double[points.end(to - 1) - points.starts()[from]];
        int fork = offsets[from];
        for (int i = 0; i < runMeans.length; i++) {
            int size = points.runs().get(points.starts()[from] + i).length;
            runMeans[i] =
                    Sample.of(Arrays.copyOfRange(forks, fork, fork + size)).mean();
            fork += size;
        }
        return runMeans;
    }

    /** The standard deviation of a run's mean, from the differences of neighbours, which a few shifts do not disturb. */
    double neighbourScale() {
        double[] differences = new double[means.length - 1];
        for (int run = 0; run + 1 < means.length; run++) {
            differences[run] = Math.abs(means[run + 1] - means[run]);
        }
        return robustScale(differences) / Math.sqrt(2);
    }

    /** A standard deviation from absolute deviations, none of them negative; reorders them. */
    static double robustScale(double[] deviations) {
        double median = Median.NORMAL_CONSISTENCY * Median.select(deviations);
        if (median > SMALLEST_SCALE) {
            return median;
        }
        Arrays.sort(deviations);
        // More than half agree to the digit: the estimate is taken from the others, limited to their own upper
        // quartile.
        double limit = deviations[deviations.length - 1 - deviations.length / 4];
        double[] drawnIn = Arrays.stream(deviations)
                .map(deviation -> Math.min(deviation, limit))
                .toArray();
        return Math.max(SMALLEST_SCALE, Sample.of(drawnIn).mean());
    }
}
