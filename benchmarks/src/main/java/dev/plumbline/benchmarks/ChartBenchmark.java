package dev.plumbline.benchmarks;

import dev.plumbline.charts.ChartRenderer;
import dev.plumbline.charts.picture.Theme;
import dev.plumbline.charts.scale.AxisUnit;
import dev.plumbline.charts.trend.ChartStyle;
import dev.plumbline.charts.trend.TrendChart;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A trend chart with three forks a point and a change point every 250 points. A chart of 50 points is the reference. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 3, jvmArgsAppend = "-Djava.awt.headless=true")
public class ChartBenchmark {
    private static final int SEGMENT = 250;
    private static final int FORKS = 3;
    private static final double NOISE = 0.02;

    /** Points of the chart. */
    @Param({"50", "1000"})
    private int points;

    private final ChartRenderer renderer = new ChartRenderer();
    private final ChartStyle style = new ChartStyle(Theme.LIGHT, 960, 360);
    private TrendChart chart = trend(1);

    /** Makes the chart's data. */
    @Setup
    public void makeChart() {
        chart = trend(points);
    }

    /** The chart as SVG. */
    @Benchmark
    public String svg() {
        return renderer.svg(chart, style);
    }

    /** The chart as PNG. */
    @Benchmark
    public byte[] png() {
        return renderer.png(chart, style);
    }

    private static TrendChart trend(int points) {
        Random random = new Random(7);
        List<TrendChart.TrendPoint> values = new ArrayList<>();
        List<TrendChart.Segment> segments = new ArrayList<>();
        List<TrendChart.ChangeMark> changes = new ArrayList<>();
        for (int index = 0; index < points; index++) {
            int shifts = index / SEGMENT;
            double level = 3e-6 * (1 + 0.1 * shifts);
            if (index % SEGMENT == 0) {
                int last = Math.min(index + SEGMENT, points) - 1;
                segments.add(new TrendChart.Segment(index, last, level, level * (1 - NOISE), level * (1 + NOISE)));
                if (index > 0) {
                    changes.add(new TrendChart.ChangeMark(index, true, true, "+10 %"));
                }
            }
            double[] forks = new double[FORKS];
            double sum = 0;
            for (int fork = 0; fork < FORKS; fork++) {
                forks[fork] = level * Math.exp(NOISE * random.nextGaussian());
                sum += forks[fork];
            }
            double mean = sum / FORKS;
            values.add(new TrendChart.TrendPoint(
                    Integer.toHexString(0x1000000 + index), mean, mean * (1 - NOISE), mean * (1 + NOISE), forks));
        }
        return new TrendChart(
                "com.example.Suite.method",
                typical -> new AxisUnit.Scale("µs/op", 1e6),
                true,
                values,
                segments,
                changes,
                List.of());
    }
}
