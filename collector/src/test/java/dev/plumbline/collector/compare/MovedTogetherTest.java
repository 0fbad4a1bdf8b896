package dev.plumbline.collector.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.collector.fixture.Results;
import dev.plumbline.collector.fixture.Tool;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two files of benchmarks of which most moved by 8 %, as on two machines, and one by 40 %. */
class MovedTogetherTest {

    @TempDir
    private Path folder;

    private Tool tool;

    @BeforeEach
    void tool() {
        tool = new Tool(folder);
    }

    private void write(int benchmarks) throws IOException {
        Results base = new Results();
        Results head = new Results();
        for (int i = 0; i < benchmarks; i++) {
            double level = 10 + i;
            double slower = i == 0 ? 1.4 : i % 8 == 1 ? 1 : 1.08 + 0.001 * (i % 5);
            String name = "com.acme.Text.m" + i;
            base.time(name, level, 1.003 * level, 0.998 * level, 1.001 * level, 0.999 * level);
            level *= slower;
            head.time(name, level, 0.998 * level, 1.002 * level, 0.999 * level, 1.002 * level);
        }
        base.write(folder.resolve("base.json"));
        head.write(folder.resolve("head.json"));
    }

    @Test
    void ofALargeSuiteThatIsOneFindingAndNotOneOfEachBenchmark() throws IOException {
        write(24);

        assertThat(tool.run("compare", "base.json", "head.json")).isZero();
        assertThat(tool.out().replaceAll("\\s+", " "))
                .startsWith("The whole suite moved by +8.")
                .contains(
                        "21 of 24 benchmarks together. Too little was measured before to tell the machine from the code:"
                                + " benchmarks that moved like the others have no verdict of their own.",
                        "1 of 24 got slower, 3 unchanged, 20 can't be told.");
        assertThat(tool.run("compare", "base.json", "head.json", "--json")).isZero();
        assertThat(tool.out()).contains("\"suite\"", "\"moved\":21", "\"moved-with-suite\"");
    }

    @Test
    void theSuiteFailsAGateAsASeriesDoes() throws IOException {
        write(24);

        assertThat(tool.run("compare", "base.json", "head.json", "--filter", "m5", "--fail-on", "regression"))
                .isEqualTo(1);
    }

    @Test
    void ofASmallSuiteItIsSaidAndChangesNoVerdict() throws IOException {
        write(12);

        assertThat(tool.run("compare", "base.json", "head.json")).isZero();
        assertThat(tool.out().replaceAll("\\s+", " "))
                .startsWith("Most benchmarks (10 of 12) moved the same way, by about +8.")
                .contains("10 of 12 got slower, 2 unchanged.");
    }
}
