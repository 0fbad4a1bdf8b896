package dev.plumbline.analysis.judge;

import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Unit;
import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.analysis.segment.SegmentationSettings;
import dev.plumbline.analysis.segment.Segmenter;
import dev.plumbline.analysis.suite.AlignedSeries;
import dev.plumbline.analysis.suite.SuiteHistory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Simulated suites: every benchmark has a level, noise of its own, and what it shares with the others. */
public final class Suites {

    public static final Metric TIME = new Metric(Metric.SCORE, Unit.of("us/op"));
    static final Metric RATE = new Metric(Metric.SCORE, Unit.of("ops/s"));

    /** Logarithms, positive for worse; a row is a benchmark. */
    public final double[][] values;

    public Suites(double[][] values) {
        this.values = values;
    }

    /** Benchmarks with noise of their own and a shared one, both normal. */
    public static Suites noisy(int series, int runs, double own, double shared, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] common = new double[runs];
        Arrays.setAll(common, run -> shared * random.nextGaussian());
        double[][] values = new double[series][runs];
        for (int which = 0; which < series; which++) {
            double level = 4 * random.nextDouble() - 10;
            for (int run = 0; run < runs; run++) {
                values[which][run] = level + common[run] + own * random.nextGaussian();
            }
        }
        return new Suites(values);
    }

    /** The first {@code series} benchmarks get slower by a factor from a run on. */
    public Suites step(int series, int run, double factor) {
        return step(0, series, run, factor);
    }

    /** Benchmarks in [from, to) get slower by a factor from a run on. */
    public Suites step(int from, int to, int run, double factor) {
        double[][] stepped = Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
        for (int which = from; which < to; which++) {
            for (int i = run; i < stepped[which].length; i++) {
                stepped[which][i] += Math.log(factor);
            }
        }
        return new Suites(stepped);
    }

    /** Every other benchmark is a rate, of which less is worse. */
    public List<AlignedSeries> series() {
        List<AlignedSeries> series = new ArrayList<>();
        for (int which = 0; which < values.length; which++) {
            Metric metric = which % 2 == 0 ? TIME : RATE;
            int sign = metric.unit().direction().worseSign();
            series.add(new AlignedSeries(
                    metric,
                    Arrays.stream(values[which])
                            .mapToObj(value ->
                                    Double.isNaN(value) ? new double[0] : new double[] {Math.exp(sign * value)})
                            .toList()));
        }
        return series;
    }

    public SuiteHistory history() {
        return SuiteHistory.of(series(), SegmentationSettings.defaults());
    }

    /** The change points of a benchmark with what it shares taken out. */
    public static List<ChangePoint> changePoints(SuiteHistory history, List<AlignedSeries> series, int which) {
        int last = series.get(which).runs().size() - 1;
        return new Segmenter(SegmentationSettings.defaults())
                .segment(series.get(which).metric(), history.under(which, last))
                .changePoints();
    }
}
