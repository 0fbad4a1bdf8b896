package dev.plumbline.analysis.judge;

import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Unit;
import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.analysis.segment.Segmentation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;

/** Series made by rule, for tests that state how often something happens. */
public final class Simulated {

    public static final Metric TIME = new Metric(Metric.SCORE, Unit.of("us/op"));
    public static final Metric ALLOCATION = new Metric("gc.alloc.rate.norm", Unit.of("B/op"));

    private Simulated() {}

    /** Runs of three forks around a level for each run, with relative normal noise. */
    public static List<double[]> around(SplittableRandom random, int runs, double noise, IntToDoubleFunction level) {
        List<double[]> series = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            double[] forks = new double[3];
            for (int fork = 0; fork < forks.length; fork++) {
                forks[fork] = level.applyAsDouble(run) * Math.exp(noise * random.nextGaussian());
            }
            series.add(forks);
        }
        return series;
    }

    /** Runs of three forks, each at 40 B with this probability and at 24 B else. */
    static List<double[]> eitherWay(SplittableRandom random, int runs, double probability) {
        List<double[]> series = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            double[] forks = new double[3];
            Arrays.setAll(forks, fork -> (random.nextDouble() < probability ? 40 : 24) + 1e-3 * random.nextDouble());
            series.add(forks);
        }
        return series;
    }

    public static int confirmed(Segmentation segmentation) {
        return (int) segmentation.changePoints().stream()
                .filter(point -> point.state() == ChangePoint.State.CONFIRMED)
                .count();
    }

    /** The most of {@code size} that a share lets happen by chance: four standard errors of a binomial above it, and one. */
    public static double atMost(double share, int size) {
        return share * size + 4 * Math.sqrt(share * (1 - share) * size) + 1;
    }

    /** The least, likewise. */
    public static double atLeast(double share, int size) {
        return share * size - 4 * Math.sqrt(share * (1 - share) * size) - 1;
    }
}
