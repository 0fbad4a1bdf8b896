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
    void filesThatAreNamedAfterCommitsComeInTheOrderOfTheClone() throws IOException {
        Git git = Git.init(folder);
        String first = git.commit("First");
        String second = git.commit("Second");
        for (String commit : List.of(first, second)) {
            Path results = Files.createDirectories(folder.resolve("results/" + commit.substring(0, 12)));
            Files.writeString(results.resolve("text.txt"), "pkg: acme/text\nBenchmarkSplit-4  100  120 ns/op\n");
            Files.writeString(results.resolve("json.txt"), "pkg: acme/json\nBenchmarkParse-4  100  220 ns/op\n");
        }
        try (FakeServer server = new FakeServer()) {
            server.then(201, FakeServer.STORED);
            Tool tool = Tool.prepared(folder, server);
            assertThat(tool.run("import", "results")).as(tool.err()).isZero();

            List<String> metadata =
                    server.uploads().stream().map(FakeServer.Request::metadata).toList();
            assertThat(metadata).hasSize(4);
            assertThat(metadata.get(0)).contains("\"commit\":\"" + first + "\"", "\"subject\":\"First\"");
            assertThat(metadata.get(1)).contains("\"run\":\"import/" + first + "/1\"");
            assertThat(metadata.get(3))
                    .contains("\"commit\":\"" + second + "\"", "\"parent\":\"" + first + "\"", "Ada Lovelace");
        }
    }

    @Test
    void aCommitThatIsMeasuredAgainLaterDoesNotTurnTheOrderAround() throws IOException {
        Files.writeString(folder.resolve("history.csv"), """
                time,commit,parse (ms)
                1704000000,aaaaaaa1,4
                1704000060,aaaaaaa2,4
                1704000120,aaaaaaa1,4
                1704000180,aaaaaaa3,4
                """);
        try (FakeServer server = new FakeServer()) {
            server.then(201, FakeServer.STORED);
            Tool tool = Tool.prepared(folder, server);
            assertThat(tool.run("import", "history.csv")).as(tool.err()).isZero();
            assertThat(server.uploads().get(3).metadata()).contains("\"parent\":\"aaaaaaa2\"");
        }
    }

    @Test
    void pointsOfBencherBecomeRunsOfTheirReports() throws IOException {
        Files.writeString(folder.resolve("perf.json"), """
                {"project": {"name": "Acme"}, "results": [
                  {"branch": {"name": "main"}, "testbed": {"name": "ci"}, "benchmark": {"name": "parse"},
                   "measure": {"name": "Latency", "slug": "latency", "units": "nanoseconds (ns)"}, "metrics": [
                    {"report": "r2", "iteration": 0, "start_time": "2024-01-02T10:00:00Z",
                     "version": {"number": 2, "hash": "bbbbbbb2"}, "metric": {"value": 12}},
                    {"report": "r1", "iteration": 0, "start_time": "2024-01-01T10:00:00Z",
                     "version": {"number": 1, "hash": "aaaaaaa1"}, "metric": {"value": 11}},
                    {"report": "r1", "iteration": 1, "start_time": "2024-01-01T10:00:00Z",
                     "version": {"number": 1, "hash": "aaaaaaa1"}, "metric": {"value": 10}}]},
                  {"branch": {"name": "main"}, "testbed": {"name": "ci"}, "benchmark": {"name": "parse"},
                   "measure": {"name": "Instructions", "slug": "instructions", "units": "instructions"}, "metrics": [
                    {"report": "r1", "iteration": 0, "start_time": "2024-01-01T10:00:00Z",
                     "version": {"number": 1, "hash": "aaaaaaa1"}, "metric": {"value": 7}}]}]}
                """);
        try (FakeServer server = new FakeServer()) {
            server.then(201, FakeServer.STORED);
            Tool tool = Tool.prepared(folder, server).without("PLUMBLINE_ENVIRONMENT");
            assertThat(tool.run("import", "perf.json")).as(tool.err()).isZero();

            assertThat(server.uploads()).hasSize(2);
            assertThat(server.uploads().get(0).metadata())
                    .contains("\"commit\":\"aaaaaaa1\"", "\"environment\":\"ci\"", "\"branch\":\"main\"");
            assertThat(server.uploads().get(0).document())
                    .contains(
                            "\"name\":\"parse\"",
                            "\"measure\":\"Instructions\"",
                            "\"mode\":\"avgt\"",
                            "[1.1000000000000001E-8,1.0E-8]");
            assertThat(server.uploads().get(1).metadata()).contains("\"parent\":\"aaaaaaa1\"");
        }
    }

    @Test
    void reportsOfBencherOldAndNewAreRuns() throws IOException {
        Files.writeString(folder.resolve("reports.json"), """
                [{"uuid": "u1", "branch": {"name": "main", "version": {"number": 1, "hash": "aaaaaaa1"}},
                  "testbed": {"name": "ci"}, "start_time": "2023-01-01T10:00:00Z", "adapter": "java_jmh",
                  "results": [[{"metric_kind": {"name": "Throughput", "slug": "throughput",
                    "units": "operations / second (ops/s)"},
                    "benchmarks": [{"name": "a.B.c", "metric": {"value": 1000}}]}]]},
                 {"uuid": "u2", "branch": {"name": "main", "head": {"version": {"number": 2, "hash": "aaaaaaa2"}}},
                  "testbed": {"name": "ci"}, "start_time": "2024-01-01T10:00:00Z", "adapter": "java_jmh",
                  "results": [[{"iteration": 0, "benchmark": {"name": "a.B.c"}, "measures": [
                    {"measure": {"name": "Throughput", "slug": "throughput", "units": "operations / second (ops/s)"},
                     "metric": {"value": 1100}}]}]]}]
                """);
        Tool tool = new Tool(folder);
        assertThat(tool.run("import", "--dry-run", "reports.json"))
                .as(tool.err())
                .isZero();
        assertThat(tool.err()).contains("a history of Bencher: 2 runs of 2 commits", "environment ci");
        assertThat(tool.out()).containsSubsequence("aaaaaaa1", "aaaaaaa2");
    }

    @Test
    void resultsOfAsvAreRunsOfTheirMachinesAndPythons() throws IOException {
        Path results = Files.createDirectories(folder.resolve("results/ci"));
        Files.writeString(results.resolve("machine.json"), "{\"machine\": \"ci\", \"version\": 1}");
        Files.writeString(folder.resolve("results/benchmarks.json"), """
                {"suite.time_parse": {"name": "suite.time_parse", "type": "time", "unit": "seconds",
                  "param_names": ["size"], "params": [["10", "20", "30"]], "version": "abcdef0123"}, "version": 2}
                """);
        String row = """
                {"commit_hash": "%s", "date": %d, "python": "3.12", "params": {"cpu": "fast"}, "version": 2,
                 "result_columns": ["result", "params", "version", "started_at"],
                 "results": {"suite.time_parse": [[0.5, null, NaN], [["10", "20", "30"]], "abcdef0123", 1]}}
                """;
        Files.writeString(
                results.resolve("bbbbbbbb-virtualenv-py3.12.json"), row.formatted("b".repeat(40), 1704190000000L));
        Files.writeString(
                results.resolve("aaaaaaaa-virtualenv-py3.12.json"), row.formatted("a".repeat(40), 1704100000000L));
        Files.writeString(results.resolve("cccccccc-virtualenv-py3.12.json"), "{\"commit_hash\": ");
        try (FakeServer server = new FakeServer()) {
            server.then(201, FakeServer.STORED);
            Tool tool = Tool.prepared(folder, server).without("PLUMBLINE_ENVIRONMENT");
            assertThat(tool.run("import", "results")).as(tool.err()).isZero();

            assertThat(tool.err())
                    .contains("results of asv: 2 runs of 2 commits", "left out: ci/cccccccc-virtualenv-py3.12.json");
            assertThat(server.uploads().get(0).metadata())
                    .contains(
                            "\"commit\":\"" + "a".repeat(40) + "\"",
                            "\"committedAt\":\"2024-01-01T09:06:40Z\"",
                            "\"environment\":\"ci/virtualenv-py3.12\"");
            assertThat(server.uploads().get(0).document())
                    .contains("\"size\":\"10\"", "\"mean\":0.5", "\"failed\"")
                    .doesNotContain("\"size\":\"30\"");
        }
    }

    @Test
    void everySampleIsReadOrRefusedWithAReason() throws IOException {
        Path samples = Path.of("..", "..", "shared", "samples");
        Assumptions.assumeTrue(Files.isDirectory(samples), "../shared/samples isn't here");
        int read = 0;
        for (Path suite :
                List.of(samples.resolve("asv/xdslproject__xdsl-bench"), samples.resolve("asv/emsig__emg3d-bench"))) {
            Tool run = new Tool(folder);
            assertThat(run.run("import", "--dry-run", suite.toAbsolutePath().toString()))
                    .as(suite + ": " + run.err())
                    .isZero();
        }
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
