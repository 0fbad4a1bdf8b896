package dev.plumbline.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.charts.forest.ForestChart;
import dev.plumbline.charts.forest.ForestStyle;
import dev.plumbline.charts.picture.ChartException;
import dev.plumbline.charts.picture.Theme;
import dev.plumbline.charts.sparkline.Sparkline;
import dev.plumbline.charts.sparkline.SparklineStyle;
import dev.plumbline.charts.trend.ChartStyle;
import dev.plumbline.charts.trend.TrendChart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A machine without fontconfig is a process that finds a broken library of this name first. */
@EnabledOnOs(OS.LINUX)
class FontlessTest {

    /** Draws every kind of picture and prints what became of them. */
    static final class Draw {

        private Draw() {}

        public static void main(String[] arguments) {
            ChartRenderer renderer = new ChartRenderer();
            TrendChart chart = Samples.typical();
            TrendChart foreign = new TrendChart(
                    "日本語", chart.unit(), true, chart.points(), chart.segments(), chart.changes(), List.of());
            try {
                String svg = renderer.svg(chart, ChartStyle.of(Theme.LIGHT));
                System.out.println(svg.contains("+34 %") ? "svg" : "no svg");
                renderer.png(chart, ChartStyle.of(Theme.LIGHT));
                renderer.png(foreign, ChartStyle.of(Theme.LIGHT));
                renderer.png(new Sparkline("s", new double[] {1, 2}, List.of()), SparklineStyle.of(Theme.LIGHT));
                renderer.png(new ForestChart("f", List.of(), 1), ForestStyle.of(Theme.LIGHT));
                System.out.println("png");
            } catch (ChartException e) {
                System.out.println(e.code());
            }
        }
    }

    @Test
    void needsNoFontOfTheMachine(@TempDir Path folder) throws IOException, InterruptedException {
        assertThat(draw(folder)).isEqualToIgnoringNewLines("svg\npng\n");
    }

    @Test
    void saysSoWhereJavaCantReadAFont(@TempDir Path folder) throws IOException, InterruptedException {
        Path broken = Files.writeString(folder.resolve("fontconfig.properties"), "");
        assertThat(draw(folder, "-Dsun.awt.fontconfig=" + broken)).isEqualToIgnoringNewLines("fonts-missing\n");
    }

    private static String draw(Path folder, String... options) throws IOException, InterruptedException {
        for (String library : List.of("libfontconfig.so.1", "libfontconfig.so")) {
            Files.writeString(folder.resolve(library), "not a library");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Draw.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LD_LIBRARY_PATH", folder.toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output;
    }
}
