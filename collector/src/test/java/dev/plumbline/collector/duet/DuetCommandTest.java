package dev.plumbline.collector.duet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.collector.command.ExitCode;
import dev.plumbline.collector.fixture.FakeJmh;
import dev.plumbline.collector.fixture.FakeServer;
import dev.plumbline.collector.fixture.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuetCommandTest {

    private static final String SPLIT = "com.acme.Text.split";
    private static final String JOIN = "com.acme.Text.join";

    @TempDir
    private Path folder;

    private FakeJmh jmh;
    private Tool tool;

    @BeforeEach
    void prepare() throws IOException {
        jmh = new FakeJmh(folder);
        tool = new Tool(folder);
    }

    @Test
    void aClearSlowDownIsSettledWithTheFewestPairsInTurns() throws IOException {
        int code = tool.run(
                "duet",
                jmh.version(100, SPLIT),
                jmh.version(130, SPLIT),
                "--fail-on",
                "regression",
                "--min-pairs",
                "4");

        assertThat(code).as(tool.err()).isEqualTo(ExitCode.VERDICT);
        assertThat(tool.out()).contains("1 of 1 got slower", "Text.split", "regressed");
        assertThat(tool.err()).contains("4 pairs a benchmark", "nothing is left that more pairs would tell");
        List<String> levels = jmh.launches().stream()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
        assertThat(levels).containsExactly("100", "130", "100", "130", "130", "100", "100", "130", "130", "100");
    }

    @Test
    void eachLaunchIsOneForkOfOneBenchmarkWithTheUsersOptions() throws IOException {
        tool.run(
                "duet",
                jmh.version(100, SPLIT, JOIN),
                jmh.version(100, SPLIT, JOIN),
                "com.acme.*",
                "--max-pairs",
                "3",
                "--",
                "-wi",
                "2");

        assertThat(jmh.launches().get(0)).isEqualTo("100 com.acme.* -l");
        assertThat(jmh.launches().get(2))
                .startsWith("100 ^com\\.acme\\.Text\\.join$ -wi 2 -prof gc -f 1 -rf json -rff ");
        assertThat(tool.out()).contains("2 unchanged");
    }

    @Test
    void bothDocumentsAreKeptFromWhichCompareReadsTheSame() throws IOException {
        tool.run("duet", jmh.version(100, SPLIT), jmh.version(130, SPLIT), "--output", "kept", "--json");
        String verdict = tool.out();
        int code = tool.run("compare", "--paired", "kept/duet-base.json", "kept/duet-head.json", "--json");

        assertThat(code).as(tool.err()).isZero();
        assertThat(field(tool.out(), "adjustedPValue")).isEqualTo(field(verdict, "adjustedPValue"));
        assertThat(Files.readString(folder.resolve("kept/duet-base.json"))).contains("\"forks\":3");
        assertThat(folder.resolve("kept/duet.log")).content().contains("# Fork: 1 of 1");
    }

    private static String field(String json, String name) {
        int start = json.indexOf("\"" + name + "\":");
        assertThat(start).as(json).isPositive();
        return json.substring(start, json.indexOf(',', start));
    }

    @Test
    void whatOnlyOneVersionHasIsListedAndNotMeasured() {
        int code = tool.run("duet", jmh.version(100, SPLIT, JOIN), jmh.version(100, SPLIT), "--max-pairs", "3");

        assertThat(code).isZero();
        assertThat(tool.out()).contains("Only in", JOIN).doesNotContain("Text.join  ");
    }

    @Test
    void whatTheHeadDoesNotHaveIsMissing() {
        String base = jmh.version(100, SPLIT, JOIN);
        String head = jmh.version(100, SPLIT);

        assertThat(tool.run("duet", base, head, "--max-pairs", "3", "--fail-on", "missing"))
                .isEqualTo(ExitCode.VERDICT);
        assertThat(tool.out()).contains("1 of 2 benchmarks is missing in ");

        assertThat(tool.run("duet", head, base, "--max-pairs", "3", "--fail-on", "missing"))
                .isEqualTo(ExitCode.DONE);
        assertThat(tool.out()).doesNotContain("missing");
    }

    @Test
    void versionsWithoutACommonBenchmarkAreAMistake() {
        int code = tool.run("duet", jmh.version(100, JOIN), jmh.version(130, SPLIT));

        assertThat(code).isEqualTo(ExitCode.USAGE);
        assertThat(tool.err()).contains("have no benchmark in common");
    }

    @Test
    void aVersionThatCrashesIsGivenUpAndNothingIsSaidOfIt() throws IOException {
        jmh.fail(130);

        int code = tool.run("duet", jmh.version(100, SPLIT), jmh.version(130, SPLIT));

        assertThat(code).isEqualTo(ExitCode.MEASUREMENT);
        assertThat(tool.err())
                .contains("exit code 1, java.lang.IllegalStateException: boom")
                .contains("com.acme.Text.split failed 2 times and was given up after 0 pairs")
                .contains("no pair was measured");
        assertThat(tool.out()).isEmpty();
    }

    @Test
    void whatADuetDecidesItselfIsNoOptionForIt() {
        assertThat(tool.run("duet", "a.jar", "b.jar", "--", "-f", "3")).isEqualTo(ExitCode.USAGE);
        assertThat(tool.err()).contains("one fork at a time");
        assertThat(tool.run("duet", "a.jar", "b.jar", "--budget", "soon")).isEqualTo(ExitCode.USAGE);
        assertThat(tool.err()).contains("--budget takes a time such as 10m");
        assertThat(tool.run("duet", "a.jar", "b.jar", "--min-pairs", "1")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void bothSidesAreSentAsAPairTheBaseFirst() throws IOException {
        try (FakeServer server = new FakeServer()) {
            server.then(201, FakeServer.STORED);

            int code = Tool.prepared(folder, server)
                    .with("PLUMBLINE_PULL_REQUEST", "7")
                    .run(
                            "duet",
                            jmh.version(100, SPLIT),
                            jmh.version(130, SPLIT),
                            "--upload",
                            "--base-commit",
                            "a000000000000000000000000000000000000001",
                            "--head-commit",
                            "b000000000000000000000000000000000000002");

            assertThat(code).isZero();
            assertThat(server.uploads()).hasSize(2);
            assertThat(server.uploads().get(0).metadata())
                    .contains("\"role\":\"pair-base\"", "\"commit\":\"a0000")
                    .doesNotContain("pairedWith");
            assertThat(server.uploads().get(1).metadata())
                    .contains("\"pairedWith\":17", "\"commit\":\"b0000", "\"pullRequest\":7")
                    .doesNotContain("role");
            assertThat(server.uploads().get(1).document()).contains("\"forks\":3");
        }
    }

    @Test
    void aPairThatCannotBeSentIsRefusedBeforeItIsMeasured() throws IOException {
        int code = tool.run("duet", jmh.version(100, SPLIT), jmh.version(130, SPLIT), "--upload");

        assertThat(code).isEqualTo(ExitCode.USAGE);
        assertThat(tool.err()).contains("--base-commit");
        assertThat(folder.resolve("launches")).doesNotExist();
    }
}
