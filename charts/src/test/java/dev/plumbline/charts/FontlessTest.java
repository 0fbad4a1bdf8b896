package dev.plumbline.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A machine without fontconfig is a process that finds a broken library of this name first. */
@EnabledOnOs(OS.LINUX)
class FontlessTest {

    /** Draws both kinds of picture and prints what became of them. */
    static final class Draw {

        private Draw() {}

        public static void main(String[] arguments) {
            ChartRenderer renderer = new ChartRenderer();
            System.out.println(
                    renderer.svg(Samples.typical(), ChartStyle.of(Theme.LIGHT)).contains("+34 %") ? "svg" : "no svg");
            try {
                renderer.png(Samples.typical(), ChartStyle.of(Theme.LIGHT));
                System.out.println("png");
            } catch (ChartException e) {
                System.out.println(e.code());
            }
        }
    }

    @Test
    void drawsSvgAndRefusesPng(@TempDir Path folder) throws IOException, InterruptedException {
        for (String library : List.of("libfontconfig.so.1", "libfontconfig.so")) {
            Files.writeString(folder.resolve(library), "not a library");
        }
        ProcessBuilder builder = new ProcessBuilder(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Draw.class.getName()));
        builder.environment().put("LD_LIBRARY_PATH", folder.toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(output).isEqualToIgnoringNewLines("svg\nfonts-missing\n");
    }
}
