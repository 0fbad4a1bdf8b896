package dev.plumbline.collector.changepoints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.collector.fixture.Results;
import dev.plumbline.collector.fixture.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twenty runs, of which the eleventh is the first that takes 30 % longer. */
class ResultHistoryTest {

    private static final int RUNS = 20;

    @TempDir
    private Path folder;

    private Tool tool;

    @BeforeEach
    void prepare() {
        tool = new Tool(folder);
    }

    @Test
    void takesTheFilesOfAFolderAsRunsInTheOrderOfTheirNumbers() throws IOException {
        writeRuns();
        Files.writeString(folder.resolve("runs/README.md"), "What was measured\n");

        assertThat(tool.run("changepoints", "runs")).as(tool.err()).isZero();

        assertThat(tool.out())
                .startsWith("1 change point in 20 runs: 1 for the worse.\n")
                .contains("com.acme.Text.split (size=10)", "run 11", "run-10", "run-11", "lower is better")
                .contains("without results, and left out: runs/README.md");
    }

    @Test
    void takesSeveralFilesAsRunsInTheOrderGiven() throws IOException {
        List<String> arguments = new ArrayList<>(List.of("changepoints", "--json"));
        for (String name : writeRuns()) {
            arguments.add("runs/" + name);
        }

        assertThat(tool.run(arguments.toArray(String[]::new))).as(tool.err()).isZero();

        assertThat(tool.out()).contains("\"file\":\"20 files\"").contains("\"run\":11,", "\"unit\":\"s/op\"");
    }

    @Test
    void refusesOneRunAndWhatHasNoRuns() throws IOException {
        writeRuns();
        Files.createDirectory(folder.resolve("empty"));
        Files.writeString(folder.resolve("a.csv"), "1\n2\n");

        assertThat(tool.run("changepoints", "runs/run-1.json")).isEqualTo(2);
        assertThat(tool.err()).contains("this is JMH's results in JSON, not a series", "plumbline compare");
        assertThat(tool.run("changepoints", "empty")).isEqualTo(2);
        assertThat(tool.err()).contains("the folder has no file with results");
        assertThat(tool.run("changepoints", "runs/run-1.json", "a.csv")).isEqualTo(2);
        assertThat(tool.err()).startsWith("error: a.csv: ");
        assertThat(tool.run("changepoints", "runs/run-1.json", "-")).isEqualTo(2);
        assertThat(tool.err()).contains("standard input");
    }

    @Test
    void ordersNamesByTheirNumbers() {
        assertThat(RunFiles.compareNames("run-9.json", "run-10.json")).isNegative();
        assertThat(RunFiles.compareNames("run-10.json", "run-10.json")).isZero();
        assertThat(RunFiles.compareNames("run-010.json", "run-10.json")).isNotZero();
        assertThat(RunFiles.compareNames("2026-02-01", "2026-01-30")).isPositive();
    }

    private List<String> writeRuns() throws IOException {
        Random random = new Random(5);
        Files.createDirectories(folder.resolve("runs"));
        List<String> names = new ArrayList<>();
        for (int run = 1; run <= RUNS; run++) {
            double level = run <= 10 ? 10 : 13;
            new Results()
                    .time(
                            "com.acme.Text.split",
                            level * (1 + 0.005 * random.nextGaussian()),
                            level * (1 + 0.005 * random.nextGaussian()),
                            level * (1 + 0.005 * random.nextGaussian()))
                    .write(folder.resolve("runs/run-" + run + ".json"));
            names.add("run-" + run + ".json");
        }
        return names;
    }
}
