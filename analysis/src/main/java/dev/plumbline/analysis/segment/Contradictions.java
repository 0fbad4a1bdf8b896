package dev.plumbline.analysis.segment;

import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.stats.Sample;
import dev.plumbline.analysis.subject.NearExact;
import dev.plumbline.analysis.subject.Scale;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which commits were measured at two levels, one after the other: there it was not the code that moved. Runs of one commit that scatter as
 * neighbouring runs of the series do don't contradict each other.
 */
final class Contradictions {

    /** Standard errors between the runs before a place and those behind it that chance hardly gives, whichever place it is. */
    private static final double APART = 4;

    private final int[] commits;
    private final double[] means;
    private final double runScale;
    private final double smallest;

    /**
     * @param runs the fork values of each run, at least one finite one in each
     * @param commits for each run the number of its commit, ascending
     */
    Contradictions(SegmentationSettings settings, Metric metric, List<double[]> runs, int[] commits) {
        Scale scale = Scale.of(runs);
        boolean exact = NearExact.recognises(metric, runs);
        this.commits = commits;
        this.smallest = Math.log1p(exact ? settings.minimumEffectNearExact() : settings.minimumEffect());
        this.means = runs.stream()
                .mapToDouble(forks -> Sample.of(scale.apply(forks)).mean())
                .toArray();
        this.runScale = exact || means.length < 2 ? 0 : neighbourScale();
    }

    private double neighbourScale() {
        double[] differences = new double[means.length - 1];
        Arrays.setAll(differences, run -> Math.abs(means[run + 1] - means[run]));
        return RunValues.robustScale(differences) / Math.sqrt(2);
    }

    /** Whether there is any. */
    boolean any() {
        return IntStream.range(1, commits.length).anyMatch(this::at);
    }

    /** Whether the runs before this one lie at another level than it and those behind it, all of one commit. */
    boolean at(int run) {
        if (run == 0 || commits[run - 1] != commits[run]) {
            return false;
        }
        int from = run - 1;
        while (from > 0 && commits[from - 1] == commits[run]) {
            from--;
        }
        int to = run + 1;
        while (to < commits.length && commits[to] == commits[run]) {
            to++;
        }
        double difference = Math.abs(mean(run, to) - mean(from, run));
        return difference > smallest
                && difference > APART * runScale * Math.sqrt(1.0 / (run - from) + 1.0 / (to - run));
    }

    private double mean(int from, int to) {
        double sum = 0;
        for (int run = from; run < to; run++) {
            sum += means[run];
        }
        return sum / (to - from);
    }
}
