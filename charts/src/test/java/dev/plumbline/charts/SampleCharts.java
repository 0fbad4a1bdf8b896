package dev.plumbline.charts;

import dev.plumbline.charts.forest.ForestChart;
import dev.plumbline.charts.forest.ForestChart.Direction;
import dev.plumbline.charts.forest.ForestStyle;
import dev.plumbline.charts.picture.Theme;
import dev.plumbline.charts.sparkline.Sparkline;
import dev.plumbline.charts.sparkline.SparklineStyle;
import dev.plumbline.charts.trend.ChartStyle;
import dev.plumbline.charts.trend.TrendChart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes sample charts into a folder, to be looked at. The folder is the only argument. */
final class SampleCharts {

    private SampleCharts() {}

    /** Writes every sample in both themes as SVG and PNG. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        ChartRenderer renderer = new ChartRenderer();
        for (Theme theme : Theme.values()) {
            for (Map.Entry<String, TrendChart> sample : samples().entrySet()) {
                for (int width : List.of(360, 960, 1600)) {
                    ChartStyle style = new ChartStyle(theme, width, width == 360 ? 280 : 400);
                    String name =
                            sample.getKey() + "-" + width + "-" + theme.name().toLowerCase(Locale.ROOT);
                    write(folder, name, renderer.svg(sample.getValue(), style), renderer.png(sample.getValue(), style));
                }
            }
            for (Map.Entry<String, Sparkline> sample : sparklines().entrySet()) {
                SparklineStyle style = SparklineStyle.of(theme);
                String name = "spark-" + sample.getKey() + "-" + theme.name().toLowerCase(Locale.ROOT);
                write(folder, name, renderer.svg(sample.getValue(), style), renderer.png(sample.getValue(), style));
            }
            for (int width : List.of(320, 720)) {
                ForestStyle style = new ForestStyle(theme, width);
                String name = "forest-" + width + "-" + theme.name().toLowerCase(Locale.ROOT);
                write(folder, name, renderer.svg(forest(), style), renderer.png(forest(), style));
            }
        }
    }

    private static void write(Path folder, String name, String svg, byte[] png) throws IOException {
        Files.writeString(folder.resolve(name + ".svg"), svg, StandardCharsets.UTF_8);
        Files.write(folder.resolve(name + ".png"), png);
    }

    private static Map<String, TrendChart> samples() {
        Map<String, TrendChart> samples = new LinkedHashMap<>();
        samples.put("typical", Samples.typical());
        samples.put("suspected", Samples.suspected());
        samples.put("allocation", Samples.allocation());
        samples.put("crowded", Samples.crowded(1000));
        samples.put("gaps", Samples.plain(1, 1.1, Double.NaN, 1.2, Double.NaN, 1.1, 1.3, 1.2));
        samples.put("one", Samples.plain(3.1e-7));
        samples.put("equal", Samples.plain(5e-9, 5e-9, 5e-9, 5e-9));
        samples.put("empty", Samples.plain());
        return samples;
    }

    private static Map<String, Sparkline> sparklines() {
        double[] values = Samples.typical().points().stream()
                .mapToDouble(TrendChart.TrendPoint::value)
                .toArray();
        Map<String, Sparkline> samples = new LinkedHashMap<>();
        samples.put("worse", new Sparkline("split", values, List.of(new Sparkline.Shift(24, true))));
        samples.put(
                "better",
                new Sparkline("split", values, List.of(new Sparkline.Shift(24, true), new Sparkline.Shift(45, false))));
        samples.put("calm", new Sparkline("split", Arrays.copyOf(values, 24), List.of()));
        return samples;
    }

    private static ForestChart forest() {
        return new ForestChart(
                "What changed, with 95 % intervals",
                List.of(
                        new ForestChart.Row("split (size=1000)", 1.29, 1.24, 1.34, "+29.0 %", Direction.WORSE),
                        new ForestChart.Row("Reader.parse", 0.87, 0.83, 0.91, "−13.0 %", Direction.BETTER),
                        new ForestChart.Row("Calm.one", 1.001, 0.99, 1.01, "+0.1 %", Direction.NEITHER),
                        new ForestChart.Row("Far.out", 40, 20, 80, "×40", Direction.WORSE)),
                3);
    }
}
