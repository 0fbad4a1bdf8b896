package dev.plumbline.collector.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.collector.command.ExitCode;
import dev.plumbline.collector.fixture.FakeServer;
import dev.plumbline.collector.fixture.Tool;
import dev.plumbline.collector.git.Git;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

    private static final String DATA = """
            window.BENCHMARK_DATA = {"entries": {
              "Parser": [
                {"commit": {"id": "bbbbbbb2", "message": "Second\\n\\nmore", "timestamp": "2024-01-02T10:00:00+01:00",
                   "author": {"name": "Ada"}}, "date": 1704190000000, "tool": "jmh",
                 "benches": [{"name": "a.B.c ( {\\"size\\":\\"10\\"} )", "value": 12.5, "unit": "ms/op",
                   "extra": "iterations: 5\\nforks: 1\\nthreads: 4"}]},
                {"commit": {"id": "aaaaaaa1", "message": "First", "timestamp": "2024-01-01T10:00:00+01:00",
                   "author": {"name": "Ada"}}, "date": 1704100000000, "tool": "jmh",
                 "benches": [{"name": "a.B.c ( {\\"size\\":\\"10\\"} )", "value": 12.0, "unit": "ms/op"},
                   {"name": "broken", "value": null, "unit": "ms/op"}]}
              ],
              "Sizes": [
                {"commit": {"id": "bbbbbbb2", "message": "Second"}, "date": 1704190000001, "tool": "customBiggerIsBetter",
                 "benches": [{"name": "rows", "value": 5, "unit": "rows"}, {"name": "rows", "value": 7, "unit": "rows"}]}
              ]
            }};
            """;

    @TempDir
    private Path folder;

    @Test
    void aHistoryArrivesInItsOrderAndIsHeldUntilItIsWhole() throws IOException {
        Files.writeString(folder.resolve("data.js"), DATA);
        try (FakeServer server = new FakeServer()) {
            server.then(201, FakeServer.STORED);
            Tool tool = Tool.prepared(folder, server);

            assertThat(tool.run("import", "--environment", "ci", "data.js"))
                    .as(tool.err())
                    .isZero();

            List<String> metadata =
                    server.uploads().stream().map(FakeServer.Request::metadata).toList();
            assertThat(metadata).hasSize(3);
            assertThat(metadata.get(0))
                    .contains(
                            "\"commit\":\"aaaaaaa1\"",
                            "\"committedAt\":\"2024-01-01T09:00:00Z\"",
                            "\"author\":\"Ada\"",
                            "\"startedAt\":\"2024-01-01T09:06:40Z\"",
                            "\"hold\":true");
            assertThat(metadata.get(1))
                    .contains(
                            "\"commit\":\"bbbbbbb2\"",
                            "\"parent\":\"aaaaaaa1\"",
                            "\"subject\":\"Second\"",
                            "\"hold\":true");
            // The suites of a commit are one run; the last upload ends the wait.
            assertThat(metadata.get(2))
                    .contains("\"run\":\"import/bbbbbbb2/1\"")
                    .doesNotContain("hold");
            assertThat(metadata.get(1)).contains("\"run\":\"import/bbbbbbb2/1\"");
            assertThat(server.uploads().get(1).document())
                    .contains(
                            "\"name\":\"Parser: a.B.c\"",
                            "\"params\":{\"size\":\"10\"}",
                            "\"threads\":4",
                            "\"mean\":0.0125");
            assertThat(server.uploads().get(2).document())
                    .contains("\"direction\":\"higher\"", "\"processes\":[5.0,7.0]");
            assertThat(tool.err()).contains("3 runs of 2 commits", "1 values have no name or are no numbers");
        }
    }

    @Test
    void aDryRunSendsNothingAndNeedsNoServer() throws IOException {
        Files.writeString(
                folder.resolve("history.csv"),
                "time,commit,branch,parse (ms)\n2024.01.02 3:00:00 +0100,v2,main,5 6\n1704000000,v1,main,4\n");
        Tool tool = new Tool(folder);

        assertThat(tool.run("import", "--dry-run", "history.csv"))
                .as(tool.err())
                .isZero();

        assertThat(tool.out()).containsSubsequence("v1", "2024-01-02T02:00:00Z  main  1 benchmarks  v2");
        assertThat(tool.err()).contains("2 of the commits aren't hashes", "nothing was sent");
    }

    @Test
    void versionsOfResultFilesInGitAreRunsOfTheirCommits() throws IOException {
        Git git = Git.init(folder);
        Files.createDirectories(folder.resolve("results"));
        for (int value = 1; value <= 2; value++) {
            Files.writeString(folder.resolve("results/a.json"), Tool.RESULT.replace("1.9", "1." + value));
            git.run("add", "results");
            git.commit("Change " + value);
        }
        Tool tool = new Tool(folder);
        assertThat(tool.run("import", "--dry-run", "--from-git", "results/*.json"))
                .as(tool.err())
                .isZero();
        assertThat(tool.out()).containsSubsequence("Change 1", "Change 2");
        assertThat(tool.run("import", "--dry-run", "--from-git", "HEAD:results/none.js"))
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void everySampleIsReadOrRefusedWithAReason() throws IOException {
        Path samples = Path.of("..", "..", "shared", "samples");
        Assumptions.assumeTrue(Files.isDirectory(samples), "../shared/samples isn't here");
        int read = 0;
        for (String tool : List.of("github-action-benchmark", "nyrkio-or-otava")) {
            try (Stream<Path> files = Files.list(samples.resolve(tool))) {
                for (Path file : files.filter(each -> each.toString().matches(".*(data\\.js(\\.gz)?|\\.csv|\\.json)"))
                        .toList()) {
                    Tool run = new Tool(folder);
                    int code =
                            run.run("import", "--dry-run", file.toAbsolutePath().toString());
                    assertThat(code == ExitCode.DONE || run.err().contains("("))
                            .as(file + ": " + run.err())
                            .isTrue();
                    read += code == ExitCode.DONE ? 1 : 0;
                }
            }
        }
        assertThat(read).isPositive();
    }
}
