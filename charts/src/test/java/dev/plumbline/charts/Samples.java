package dev.plumbline.charts;

import dev.plumbline.charts.scale.AxisUnit;
import dev.plumbline.charts.trend.TrendChart;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Series to draw: made from a fixed seed, in the shapes that real ones have. */
public final class Samples {

    /** Seconds as microseconds. */
    private static final AxisUnit MICROSECONDS = typical -> new AxisUnit.Scale("µs/op", 1e6);

    private Samples() {}

    /** Sixty runs of three forks: a regression of 34 % at run 24, half of it fixed at 45, a new JDK at 38. */
    public static TrendChart typical() {
        return new Builder(60)
                .title("com.acme.text.TokenizerBenchmark.splitLines (size=1000)")
                .levels(new int[] {0, 24, 45}, new double[] {23.8e-6, 31.9e-6, 27.1e-6}, 0.012)
                .change(24, true, true, "+34 %")
                .change(45, false, true, "−15 %")
                .environment(38, "JDK 25.0.2")
                .build();
    }

    /** A throughput series whose newest run is suspected to be worse, and a lone run far outside. */
    public static TrendChart suspected() {
        TrendChart calm = new Builder(40)
                .title("RingBufferBenchmark.offerPoll · throughput")
                .unit(typical -> new AxisUnit.Scale("Mops/s", 1e-6), false)
                .levels(new int[] {0, 38}, new double[] {48.2e6, 41.0e6}, 0.01)
                .change(38, true, false, "−15 %")
                .environment(12, "Intel Xeon Platinum 8370C, 4 cores")
                .environment(30, "Linux 6.8")
                .build();
        List<TrendChart.TrendPoint> points = new ArrayList<>(calm.points());
        points.set(17, new TrendChart.TrendPoint("bad0f1c", 410e6, 400e6, 420e6, new double[] {405e6, 410e6, 415e6}));
        return new TrendChart(
                calm.title(), calm.unit(), false, points, calm.segments(), calm.changes(), calm.environmentChanges());
    }

    /** A near-exact series in bytes with one step of 16 B. */
    public static TrendChart allocation() {
        return new Builder(80)
                .title("ListBenchmark.append · gc.alloc.rate.norm")
                .unit(AxisUnit.plain("B/op"), true)
                .levels(new int[] {0, 51}, new double[] {2_456, 2_472}, 0.000_01)
                .change(51, true, true, "+0.7 %")
                .build();
    }

    /** A thousand runs with nine change points, several close together. */
    public static TrendChart crowded(int runs) {
        Builder builder = new Builder(runs).title("QueueBenchmark.drain (capacity=64, producers=4)");
        int[] starts = {0, 100, 210, 218, 230, 400, 560, 570, 800, 960};
        int[] scaled = new int[starts.length];
        double[] levels = new double[starts.length];
        for (int i = 0; i < starts.length; i++) {
            scaled[i] = (int) ((long) starts[i] * runs / 1000);
            levels[i] = 1.2e-3 * (1 + 0.08 * (i % 3) + 0.03 * i);
        }
        builder.levels(scaled, levels, 0.015);
        for (int i = 1; i < starts.length; i++) {
            double change = levels[i] / levels[i - 1] - 1;
            builder.change(
                    scaled[i],
                    change > 0,
                    i % 4 != 0,
                    (change > 0 ? "+" : "−") + Math.round(Math.abs(change) * 100) + " %");
        }
        return builder.environment(runs / 3, "JDK 24.0.1")
                .environment(runs * 2 / 3, "JDK 25")
                .build();
    }

    /** A series of values as they are, without forks and intervals. */
    public static TrendChart plain(double... values) {
        List<TrendChart.TrendPoint> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            points.add(
                    new TrendChart.TrendPoint(commit(i), values[i], Double.NaN, Double.NaN, new double[] {values[i]}));
        }
        return new TrendChart("plain", AxisUnit.plain("s/op"), true, points, List.of(), List.of(), List.of());
    }

    public static String commit(int index) {
        return "%07x".formatted(new Random(index).nextInt(0x1000_0000) & 0xfff_ffff);
    }

    /** Puts a series together. */
    static final class Builder {

        private final Random random = new Random(20_261_122);
        private final int runs;
        private String title = "";
        private AxisUnit unit = MICROSECONDS;
        private boolean lowerIsBetter = true;
        private final List<TrendChart.TrendPoint> points = new ArrayList<>();
        private final List<TrendChart.Segment> segments = new ArrayList<>();
        private final List<TrendChart.ChangeMark> changes = new ArrayList<>();
        private final List<TrendChart.EnvironmentMark> environments = new ArrayList<>();

        Builder(int runs) {
            this.runs = runs;
        }

        Builder title(String text) {
            title = text;
            return this;
        }

        Builder unit(AxisUnit base, boolean lower) {
            unit = base;
            lowerIsBetter = lower;
            return this;
        }

        /** Segments that begin at {@code starts}, with relative noise of runs and of forks. */
        Builder levels(int[] starts, double[] levels, double noise) {
            for (int s = 0; s < starts.length; s++) {
                int end = s + 1 < starts.length ? starts[s + 1] : runs;
                segments.add(new TrendChart.Segment(
                        starts[s], end - 1, levels[s], levels[s] * (1 - noise), levels[s] * (1 + noise)));
                for (int i = starts[s]; i < end; i++) {
                    points.add(point(i, levels[s], noise));
                }
            }
            return this;
        }

        private TrendChart.TrendPoint point(int index, double level, double noise) {
            double run = level * (1 + noise * 0.7 * random.nextGaussian());
            double[] forks = new double[3];
            double mean = 0;
            for (int f = 0; f < forks.length; f++) {
                forks[f] = run * (1 + noise * random.nextGaussian());
                mean += forks[f] / forks.length;
            }
            double half = level * noise * 1.8;
            return new TrendChart.TrendPoint(commit(index), mean, mean - half, mean + half, forks);
        }

        Builder change(int index, boolean worse, boolean confirmed, String label) {
            changes.add(new TrendChart.ChangeMark(index, worse, confirmed, label));
            return this;
        }

        Builder environment(int index, String label) {
            environments.add(new TrendChart.EnvironmentMark(index, label));
            return this;
        }

        TrendChart build() {
            return new TrendChart(title, unit, lowerIsBetter, points, segments, changes, environments);
        }
    }
}
