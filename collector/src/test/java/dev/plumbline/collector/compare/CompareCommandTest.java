package dev.plumbline.collector.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.collector.fixture.Results;
import dev.plumbline.collector.fixture.Tool;
import dev.plumbline.collector.json.JsonText;
import dev.plumbline.collector.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {

    @TempDir
    private Path folder;

    private Tool tool;

    @BeforeEach
    void write() throws IOException {
        tool = new Tool(folder);
        new Results()
                .timeAndBytes("com.acme.Text.split", 1024, 2.00, 2.01, 2.02, 1.99, 2.00)
                .time("com.acme.Text.join", 5.00, 5.01, 4.99, 5.00, 5.00)
                .time("com.acme.Text.noisy", 1.0, 1.9, 1.4, 0.8, 1.3)
                .time("com.acme.Text.old", 3, 3, 3, 3, 3)
                .write(folder.resolve("base.json"));
        new Results()
                .timeAndBytes("com.acme.Text.split", 1040, 2.60, 2.61, 2.59, 2.60, 2.62)
                .time("com.acme.Text.join", 5.01, 5.00, 5.00, 4.99, 5.00)
                .time("com.acme.Text.noisy", 1.2, 0.9, 1.6, 1.1, 1.5)
                .time("com.acme.Text.brandNew", 3, 3, 3, 3, 3)
                .write(folder.resolve("head.json"));
    }

    @Test
    void comparesTwoFiles() {
        assertThat(tool.run("compare", "base.json", "head.json")).isZero();

        assertThat(tool.out())
                .startsWith("1 of 4 benchmarks is missing. 2 of the 4 compared series got worse, 1 unchanged,\n"
                        + "1 can't be told.\nbase.json → head.json · 5 forks a side")
                .containsSubsequence(
                        "Time per operation, lower is better",
                        "✗ Text.split",
                        "regressed",
                        "2.00 µs",
                        "2.60 µs",
                        "+29.9 %",
                        "? Text.noisy",
                        "inconclusive",
                        "detects",
                        "~ Text.join",
                        "geometric mean of 3",
                        "gc.alloc.rate.norm, B/op, lower is better",
                        "✗ Text.split",
                        "1,024 B",
                        "1,040 B",
                        "exact",
                        "Missing in head.json (1)",
                        "com.acme.Text.old (size=10) [avgt]",
                        "Only in head.json (1)",
                        "com.acme.Text.brandNew (size=10) [avgt]");
        assertThat(tool.err()).isEmpty();
    }

    @Test
    void callsNothingBetterThatIsOnlyDifferent() throws IOException {
        counter("before.json", 1000);
        counter("after.json", 700);

        assertThat(tool.run("compare", "before.json", "after.json", "--fail-on", "regression"))
                .isZero();
        assertThat(tool.out())
                .startsWith("None of 2 got worse: 1 changed, 1 unchanged.")
                .containsSubsequence("hits, #", "! Cache.get", "changed", "1,000", "700", "−30.0 %")
                .doesNotContain("improved", "better:");
    }

    @Test
    void takesTheDirectionOfACounterFromAnOptionOrARule() throws IOException {
        counter("before.json", 1000);
        counter("after.json", 700);

        assertThat(tool.run(
                        "compare", "before.json", "after.json", "--higher-is-better", "hi*", "--fail-on", "regression"))
                .isEqualTo(1);
        assertThat(tool.out()).contains("hits, #, higher is better", "regressed");
        assertThat(tool.run("compare", "before.json", "after.json", "--lower-is-better", "hits"))
                .isZero();
        assertThat(tool.out()).contains("improved");
        Files.writeString(folder.resolve("rules.json"), """
                {"rules": [{"metric": "hits", "direction": "higher"}]}""");
        assertThat(tool.run(
                        "compare",
                        "before.json",
                        "after.json",
                        "--thresholds",
                        "rules.json",
                        "--fail-on",
                        "regression"))
                .isEqualTo(1);
        assertThat(tool.run(
                        "compare",
                        "before.json",
                        "after.json",
                        "--higher-is-better",
                        "h*",
                        "--lower-is-better",
                        "hits"))
                .isEqualTo(2);
        assertThat(tool.err()).contains("--higher-is-better and --lower-is-better both match hits");
    }

    @Test
    void saysWhichSideIsZero() throws IOException {
        counter("some.json", 12);
        counter("none.json", 0);

        tool.run("compare", "some.json", "none.json");
        assertThat(tool.out()).contains("The new value is zero").contains("−12 #");
        tool.run("compare", "none.json", "some.json");
        assertThat(tool.out()).contains("The baseline is zero").contains("+12 #");
    }

    private void counter(String file, double hits) throws IOException {
        String metric = "\"hits\": {\"score\": %s, \"scoreError\": \"NaN\", \"scoreConfidence\": [\"NaN\", \"NaN\"],"
                + " \"scorePercentiles\": {\"50.0\": %s}, \"scoreUnit\": \"#\", \"rawData\": [[%s], [%s], [%s], [%s], [%s]]}";
        new Results()
                .add(
                        "com.acme.Cache.get",
                        "",
                        "us/op",
                        metric.replace("%s", String.valueOf(hits)),
                        5.00,
                        5.01,
                        4.99,
                        5.00,
                        5.00)
                .write(folder.resolve(file));
    }

    @Test
    void exitsWithOneOnlyForTheKindsThatWereNamed() {
        assertThat(tool.run("compare", "base.json", "head.json", "--fail-on", "regression"))
                .isEqualTo(1);
        assertThat(tool.run("compare", "head.json", "base.json", "--fail-on", "regression"))
                .isZero();
        assertThat(tool.run("compare", "head.json", "base.json", "--fail-on", "regression,inconclusive"))
                .isEqualTo(1);
        assertThat(tool.run("compare", "base.json", "head.json", "--fail-on", "regression", "--filter", "join"))
                .isZero();
        assertThat(tool.run("compare", "base.json", "head.json", "--fail-on", "weather"))
                .isEqualTo(2);
    }

    @Test
    void saysWhatIsMissingAndFailsOnItIfAsked() throws IOException {
        new Results()
                .timeWithoutBytes("com.acme.Text.split", 2.00, 2.01, 2.02, 1.99, 2.00)
                .failed("com.acme.Text.join")
                .time("com.acme.Text.noisy", 1.0, 1.9, 1.4, 0.8, 1.3)
                .write(folder.resolve("lacking.json"));

        assertThat(tool.run("compare", "base.json", "lacking.json")).isZero();
        assertThat(tool.out())
                .startsWith("1 of 4 benchmarks is missing and 1 failed. None of the 2 compared series")
                .containsSubsequence(
                        "Missing in lacking.json (1)",
                        "com.acme.Text.old (size=10) [avgt]",
                        "Failed in lacking.json (1)",
                        "com.acme.Text.join (size=10) [avgt]",
                        "Without a number in lacking.json (1)",
                        "com.acme.Text.split (size=10) [avgt]: gc.alloc.rate.norm")
                .doesNotContain("Only in");
        assertThat(tool.run("compare", "base.json", "lacking.json", "--fail-on", "missing"))
                .isEqualTo(1);
        assertThat(tool.run("compare", "base.json", "base.json", "--fail-on", "missing"))
                .isZero();
        assertThat(tool.run("compare", "base.json", "lacking.json", "--fail-on", "missing", "--filter", "noisy"))
                .isZero();

        assertThat(tool.run("compare", "base.json", "lacking.json", "--json")).isZero();
        JsonNode missing = JsonText.object(tool.out().strip()).orElseThrow().path("missing");
        assertThat(missing.path("expected").asInt()).isEqualTo(4);
        assertThat(missing.path("missing").asInt()).isEqualTo(1);
        assertThat(missing.path("failed").asInt()).isEqualTo(1);
        assertThat(missing.path("benchmarks").findValuesAsText("what"))
                .containsExactlyInAnyOrder("missing", "failed", "no-number");
    }

    @Test
    void aBenchmarkThatFailedInOneOfSeveralFilesDidNotFail() throws IOException {
        new Results().failed("com.acme.Text.join").write(folder.resolve("retried.json"));

        assertThat(tool.run(
                        "compare",
                        "--base",
                        "head.json",
                        "--head",
                        "head.json",
                        "retried.json",
                        "--fail-on",
                        "missing"))
                .isZero();
    }

    @Test
    void judgesByTheRulesOfAFile() throws IOException {
        Files.writeString(folder.resolve("rules.json"), """
                {"rules": [
                  {"benchmark": "*.split", "metric": "score", "test": "percentage", "upperBoundary": 0.5},
                  {"benchmark": "*.split", "environment": "ci", "test": "static", "upperBoundary": 0},
                  {"benchmark": "*.split", "minimumEffect": 0.05}
                ]}""");

        assertThat(tool.run(
                        "compare", "base.json", "head.json", "--thresholds", "rules.json", "--fail-on", "regression"))
                .isZero();
        assertThat(tool.out()).containsSubsequence("Text.split", "unchanged", "The project's own rule decided");
        assertThat(tool.run("compare", "base.json", "head.json", "--thresholds", "rules.json", "--json"))
                .isZero();
        JsonNode split = JsonText.object(tool.out())
                .orElseThrow()
                .path("verdicts")
                .valueStream()
                .filter(verdict -> verdict.path("method").asText().equals("classic-percentage"))
                .findFirst()
                .orElseThrow();
        assertThat(split.path("rule").path("test").asText()).isEqualTo("percentage");
        assertThat(split.path("upperLimit").asDouble()).isCloseTo(2.004e-6 * 1.5, within(1e-12));
    }

    @Test
    void refusesRulesThatDoNotHoldWithTheirPlace() throws IOException {
        Files.writeString(folder.resolve("rules.json"), "{\"rules\": [{\"minimalEffect\": 1}]}");

        assertThat(tool.run("compare", "base.json", "head.json", "--thresholds", "rules.json"))
                .isEqualTo(2);
        assertThat(tool.err()).contains("rules.json: rule 1: 'minimalEffect' isn't a field of a rule", "line 1");
        assertThat(tool.run("compare", "base.json", "head.json", "--thresholds", "nowhere.json"))
                .isEqualTo(2);
        assertThat(tool.err()).contains("nowhere.json: no such file");
    }

    @Test
    void isNoSuccessWhereNothingWasCompared() throws IOException {
        new Results().time("other.B.c", 1, 1, 1).write(folder.resolve("other.json"));

        assertThat(tool.run("compare", "base.json", "other.json")).isEqualTo(2);
        assertThat(tool.out()).startsWith("All 4 benchmarks are missing. Nothing was compared");
        assertThat(tool.run("compare", "base.json", "other.json", "--fail-on", "no-baseline"))
                .isEqualTo(1);
        assertThat(tool.run("compare", "base.json", "head.json", "--filter", "nowhere"))
                .isEqualTo(2);
        assertThat(tool.err()).contains("--filter and --metric match none of 4 compared series");
    }

    @Test
    void takesSeveralRunsOfASide() throws IOException {
        new Results().time("com.acme.Text.join", 5.02, 5.03, 5.01, 5.02, 5.02).write(folder.resolve("base-2.json"));

        assertThat(tool.run("compare", "--base", "base.json", "base-2.json", "--head", "head.json"))
                .isZero();
        assertThat(tool.out()).contains("base (2 runs) → head.json", "10 / 5");

        assertThat(tool.run("compare", "head.json", "--base", "base.json", "--base", "base-2.json"))
                .isZero();
        assertThat(tool.out()).contains("base (2 runs) → head.json");

        assertThat(tool.run("compare", "--base", "base.json", "base.json", "--head", "head.json", "--width", "120"))
                .isZero();
        assertThat(tool.out())
                .contains("warning: base: base.json and base.json have the same content but count as two runs.");
    }

    @Test
    void judgesTheSameWhateverIsShown() {
        tool.run("compare", "base.json", "head.json", "--json");
        JsonNode all = JsonText.object(tool.out().strip()).orElseThrow();
        tool.run("compare", "base.json", "head.json", "--json", "--filter", "text*SPLIT", "--metric", "score");
        JsonNode part = JsonText.object(tool.out().strip()).orElseThrow();

        assertThat(part.path("verdicts")).hasSize(1);
        assertThat(all.path("verdicts")).contains(part.path("verdicts").path(0));
        assertThat(part.path("summary").path("comparisons").asInt()).isEqualTo(4);
    }

    @Test
    void givesProgramsTheFieldsOfTheServersApi() {
        assertThat(tool.run("compare", "base.json", "head.json", "--json")).isZero();

        JsonNode answer = JsonText.object(tool.out().strip()).orElseThrow();
        JsonNode verdict = answer.path("verdicts").path(0);
        assertThat(verdict.path("benchmark").asText()).isEqualTo("com.acme.Text.split");
        assertThat(verdict.path("params").path("size").asText()).isEqualTo("10");
        assertThat(verdict.path("outcome").asText()).isEqualTo("regressed");
        assertThat(verdict.path("ratio").asDouble()).isBetween(1.29, 1.31);
        assertThat(verdict.path("baseline").path("forks").asInt()).isEqualTo(5);
        assertThat(verdict.path("reasons").valueStream())
                .extracting(JsonNode::asText)
                .contains("one-baseline-run");
        assertThat(answer.path("summary").path("regressed").asInt()).isEqualTo(2);
        assertThat(answer.path("onlyInHead").path(0).path("benchmark").asText()).isEqualTo("com.acme.Text.brandNew");
    }

    @Test
    void writesMarkdownAndCsv() {
        assertThat(tool.run("compare", "base.json", "head.json", "--markdown")).isZero();
        assertThat(tool.out())
                .startsWith("**1 of 4 benchmarks is missing. 2 of the 4 compared series got worse")
                .contains("| ✗ | `Text.split` |");

        assertThat(tool.run("compare", "base.json", "head.json", "--csv", "--sort", "name"))
                .isZero();
        assertThat(tool.out().lines()).hasSize(6).element(1).asString().startsWith("com.acme.Text.join,size=10,avgt");
        assertThat(tool.out()).contains("com.acme.Text.old,size=10,avgt,1,score,,missing,,");

        assertThat(tool.run("compare", "base.json", "head.json", "--csv", "--json"))
                .isEqualTo(2);
        assertThat(tool.err()).contains("mutually exclusive");
    }

    @Test
    void coloursOnATerminalUnlessToldNotTo() {
        tool.on(new Terminal(true, 80, true));
        tool.run("compare", "base.json", "head.json");
        assertThat(tool.out()).contains("\u001b[31m");
        tool.run("compare", "base.json", "head.json", "--color", "never");
        assertThat(tool.out()).doesNotContain("\u001b");
        tool.with("NO_COLOR", "1").run("compare", "base.json", "head.json");
        assertThat(tool.out()).doesNotContain("\u001b");
        tool.run("compare", "base.json", "head.json", "--color", "always");
        assertThat(tool.out()).contains("\u001b[31m");
        assertThat(tool.run("compare", "base.json", "head.json", "--color", "purple"))
                .isEqualTo(2);
    }

    @Test
    void keepsToTheWidthAndTheCharactersAskedFor() {
        tool.run("compare", "base.json", "head.json", "--width", "80", "--ascii");
        assertThat(tool.out()).isASCII();
        assertThat(tool.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(tool.run("compare", "base.json", "head.json", "--width", "8"))
                .isEqualTo(2);
        assertThat(tool.err()).contains("--width is 8, expected 40 to 1000");
    }

    @Test
    void saysWhichFileIsWrongAndWhere() throws IOException {
        Files.writeString(folder.resolve("broken.json"), "[{\"benchmark\": 3}]");

        assertThat(tool.run("compare", "base.json", "broken.json")).isEqualTo(2);
        assertThat(tool.err()).startsWith("error: broken.json: ").contains("line 1");
        assertThat(tool.run("compare", "base.json", "absent.json")).isEqualTo(2);
        assertThat(tool.err()).contains("absent.json: no such file");
        assertThat(tool.run("compare", "base.json")).isEqualTo(2);
        assertThat(tool.err()).contains("name two files, the base and the head");
        assertThat(tool.run("compare", "--base", "base.json")).isEqualTo(2);
        assertThat(tool.run("compare", "x.json", "--base", "base.json", "--head", "head.json"))
                .isEqualTo(2);
        assertThat(tool.run("compare", "base.json", "head.json", "--sort", "size"))
                .isEqualTo(2);
    }

    @Test
    void letsNoNameReachTheTerminal() throws IOException {
        String hostile = "a.B.\\u001b[31mred\\u202e";
        new Results()
                .add(hostile, "\"p\": \"\\u001b]0;title\\u0007\"", "us\\u001b[2J/op", "", 1, 1.1, 1.2)
                .add("a.B.d", "", "us/op", "", 1, 1.1, 1.2)
                .write(folder.resolve("hostile.json"));

        for (String form : new String[] {"--ascii", "--markdown", "--json", "--csv", "--changed"}) {
            assertThat(tool.run("compare", "hostile.json", "hostile.json", form))
                    .isZero();
            assertThat(tool.out()).doesNotContain("\u001b", "\u202e", "\u0007");
        }
    }
}
