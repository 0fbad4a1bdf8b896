package dev.plumbline.collector.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.collector.fixture.Results;
import dev.plumbline.collector.fixture.WithServer;
import dev.plumbline.collector.json.JsonText;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The most common files: one fork a side. */
class OneForkTest extends WithServer {

    private static final String PAGE = "/api/v1/projects/acme/noise";

    @BeforeEach
    void write() throws IOException {
        new Results()
                .time("com.acme.Text.split", 2.00)
                .time("com.acme.Text.join", 5.00)
                .time("com.acme.Text.trim", 1.00)
                .write(folder.resolve("base.json"));
        new Results()
                .time("com.acme.Text.split", 2.60)
                .time("com.acme.Text.join", 5.05)
                .time("com.acme.Text.trim", 1.001)
                .write(folder.resolve("head.json"));
    }

    @Test
    void saysWhatTheFilesNeed() {
        assertThat(tool.run("compare", "base.json", "head.json")).isZero();

        // (1.960 + 0.842) √2 log 1.03 = 0.1171, which is 12.4 %.
        assertThat(tool.out().replaceAll("\\s+", " "))
                .startsWith(
                        "None of 3 can be told from noise, since one fork a side shows none. This isn't a pass. Measure"
                                + " with -f 3 or more, or name the noise that you know: with --assume-noise 3% a change of 12.4 %"
                                + " would be found. base.json → head.json · 1 fork a side")
                .contains("2.00 µs/op 2.60 µs/op +30.0 %");
    }

    @Test
    void judgesWithAnAssumedNoise() {
        assertThat(tool.run("compare", "base.json", "head.json", "--assume-noise", "3%", "--fail-on", "regression"))
                .isEqualTo(1);
        assertThat(tool.out().replaceAll("\\s+", " "))
                .startsWith(
                        "1 of 3 got slower, 2 can't be told. base.json → head.json · 1 fork a side · everywhere size=10"
                                + " Noise is assumed and not measured: runs of the same code differ by 3 % (--assume-noise).")
                .contains("✗ Text.split", "regressed", "detects");

        assertThat(tool.run("compare", "base.json", "head.json", "--assume-noise", "0.004"))
                .isZero();
        assertThat(tool.out()).startsWith("1 of 3 got slower, 1 unchanged, 1 can't be told.");

        assertThat(tool.run("compare", "base.json", "head.json", "--assume-noise", "3%", "--markdown"))
                .isZero();
        assertThat(tool.out()).contains("Noise is assumed and not measured");
    }

    @Test
    void saysTheAssumptionInJson() {
        tool.run("compare", "base.json", "head.json", "--assume-noise", "3 %", "--json");
        JsonNode json = JsonText.object(tool.out()).orElseThrow();
        assertThat(json.path("assumedNoise").path("said").asDouble()).isCloseTo(0.03, within(1e-12));
        assertThat(json.path("verdicts").path(0).path("method").asText()).isEqualTo("assumed-noise");
        assertThat(json.path("verdicts").path(0).path("reasons").path(0).asText())
                .isEqualTo("assumed-noise");

        tool.run("compare", "base.json", "head.json", "--json");
        assertThat(JsonText.object(tool.out()).orElseThrow().has("assumedNoise"))
                .isFalse();
    }

    @Test
    void takesTheNoiseOfTheServersHistory() {
        server.page(PAGE, """
                {"series": [
                  {"benchmark": "com.acme.Text.split", "params": {"size": "10"}, "mode": "avgt", "threads": 1,
                   "metric": "score", "unit": "s/op", "level": 2e-6, "noise": 0.01, "runs": 40},
                  {"benchmark": "com.acme.Text.join", "params": {"size": "10"}, "mode": "avgt", "threads": 1,
                   "metric": "score", "unit": "s/op", "level": 5e-6, "noise": 0.2, "runs": 40}],
                 "page": 1, "perPage": 1000, "nextPage": null}
                """);

        assertThat(tool.run("compare", "base.json", "head.json", "--history", "--environment", "ci-linux-x64"))
                .as(tool.err())
                .isZero();

        assertThat(tool.out().replaceAll("\\s+", " "))
                .startsWith("1 of 3 got slower, 2 can't be told.")
                .contains(
                        "Noise is not measured but taken from the history of ci-linux-x64, which knows it for 2 series.");
        assertThat(tool.run(
                        "compare",
                        "base.json",
                        "head.json",
                        "--history",
                        "--environment",
                        "ci-linux-x64",
                        "--assume-noise",
                        "0.4%"))
                .isZero();
        assertThat(tool.out().replaceAll("\\s+", " "))
                .startsWith("1 of 3 got slower, 1 unchanged, 1 can't be told.")
                .contains("of others it is assumed: runs of the same code differ by 0.4 % (--assume-noise).");
    }

    @Test
    void refusesWhatIsNoNoise() {
        for (String wrong : new String[] {"-3%", "0", "200%", "much"}) {
            assertThat(tool.run("compare", "base.json", "head.json", "--assume-noise=" + wrong))
                    .isEqualTo(2);
            assertThat(tool.err()).contains("--assume-noise is '" + wrong + "'; say by how much");
        }
        server.page(PAGE, "{\"series\": [], \"page\": 1, \"perPage\": 1000, \"nextPage\": null}");
        assertThat(tool.run("compare", "base.json", "head.json", "--history", "--environment", "attic"))
                .isEqualTo(2);
        assertThat(tool.err())
                .contains("--history: the server knows no noise in the environment 'attic'; it takes ten runs");
        assertThat(tool.run("compare", "base.json", "head.json", "--paired", "--assume-noise", "3%"))
                .isEqualTo(2);
        assertThat(tool.err()).contains("--paired measures the noise between pairs");
    }
}
