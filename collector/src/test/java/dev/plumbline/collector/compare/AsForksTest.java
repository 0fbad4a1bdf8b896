package dev.plumbline.collector.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.collector.command.ExitCode;
import dev.plumbline.collector.fixture.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of one process each are one run a side. */
class AsForksTest {

    @TempDir
    private Path folder;

    private List<String> files(String name, double... values) throws IOException {
        List<String> files = new ArrayList<>();
        for (double value : values) {
            String file = name + files.size() + ".json";
            Files.writeString(
                    folder.resolve(file),
                    "{\"plumbline\": 1, \"benchmarks\": [{\"name\": \"a\", \"metrics\": [{\"unit\": \"ns/op\", \"processes\":"
                            + " [" + value + "]}]}]}");
            files.add(file);
        }
        return files;
    }

    @Test
    void theProcessesOfASideArePooled() throws IOException {
        List<String> words = new ArrayList<>(List.of("compare", "--as-forks", "--fail-on", "regression", "--base"));
        words.addAll(files("base", 100, 101, 99, 100.5, 99.5));
        words.add("--head");
        words.addAll(files("head", 150, 151, 149, 150.5, 149.5));
        Tool tool = new Tool(folder);

        // 50 % with a spread of 1 % and five processes a side.
        assertThat(tool.run(words.toArray(String[]::new))).as(tool.err()).isEqualTo(ExitCode.VERDICT);
        assertThat(tool.out()).contains("+50").doesNotContain("5 runs");
    }

    @Test
    void theAuditSeesThemTogether() throws IOException {
        List<String> words = new ArrayList<>(List.of("audit"));
        words.addAll(files("base", 100, 101, 99, 100.5, 99.5));
        Tool tool = new Tool(folder);
        tool.run(words.toArray(String[]::new));
        assertThat(tool.out()).contains("base0.json", "base4.json", "A single process");

        words.add("--as-forks");
        assertThat(tool.run(words.toArray(String[]::new))).isZero();
        assertThat(tool.out()).contains("base0.json and 4 more").doesNotContain("A single process");
    }
}
