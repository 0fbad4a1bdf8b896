package dev.plumbline.collector.duet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.collector.command.ExitCode;
import dev.plumbline.collector.fixture.FakeServer;
import dev.plumbline.collector.fixture.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two folders with a go that prints what its folder says. */
class HarnessDuetTest {

    @TempDir
    private Path folder;

    private String go = "";
    private Tool tool;

    @BeforeEach
    void prepare() throws IOException {
        tool = new Tool(folder);
        Path bin = Files.createDirectory(folder.resolve("bin")).resolve("go");
        Files.writeString(bin, """
            #!/bin/sh
            basename "$PWD" >> ../launches
            echo "pkg: acme/text"
            for name in $(cat names); do
              echo "Benchmark$name-2	1000	$(cat level).$(wc -l < ../launches) ns/op"
              echo "Benchmark$name-2	1000	$(cat level).$(wc -l < ../launches) ns/op"
            done
            exit $(cat exit)
            """);
        assertThat(bin.toFile().setExecutable(true)).isTrue();
        go = bin.toString();
    }

    private void version(String name, int level, String names, int exit) throws IOException {
        Path version = Files.createDirectories(folder.resolve(name));
        Files.writeString(version.resolve("level"), Integer.toString(level));
        Files.writeString(version.resolve("names"), names);
        Files.writeString(version.resolve("exit"), Integer.toString(exit));
    }

    private int duet(String... options) {
        return tool.run(Stream.of(
                        Stream.of("duet", "old", "new"), Stream.of(options), Stream.of("--", go, "test", "-bench", "."))
                .flatMap(words -> words)
                .toArray(String[]::new));
    }

    @Test
    void eachLaunchIsOneForkOfEverythingInTurns() throws IOException {
        version("old", 100, "Split Join", 0);
        version("new", 130, "Split Join", 0);

        assertThat(duet("--fail-on", "regression")).as(tool.err()).isEqualTo(ExitCode.VERDICT);

        assertThat(Files.readAllLines(folder.resolve("launches")))
                .isEqualTo(List.of("old", "new", "new", "old", "old", "new"));
        // Two lines of a launch are one fork, and Go's word for it is count.
        assertThat(tool.out())
                .contains("2 of 2 got slower", "old → new · 3 counts a side", "deviation between counts")
                .doesNotContain("fork");
        assertThat(tool.err()).contains("3 to 20 pairs of launches of " + go + " test -bench .", "pair 3: settled");
        String judged = tool.out();
        assertThat(tool.run("compare", "--paired", "duet-base.json", "duet-head.json"))
                .isZero();
        assertThat(tool.out().lines().filter(line -> line.contains("ns/op")).toList())
                .isEqualTo(judged.lines().filter(line -> line.contains("ns/op")).toList());
    }

    @Test
    void whatOnlyOneVersionHasIsListed() throws IOException {
        version("old", 100, "Split Join", 0);
        version("new", 100, "Split Trim", 0);

        assertThat(duet("--max-pairs", "3", "--fail-on", "missing")).isEqualTo(ExitCode.VERDICT);

        assertThat(tool.out().replaceAll("\\s+", " "))
                .contains("1 of 2 benchmarks is missing", "BenchmarkJoin", "Only in new", "BenchmarkTrim");
    }

    @Test
    void aVersionThatFailsIsGivenUp() throws IOException {
        version("old", 100, "Split", 0);
        version("new", 130, "Split", 1);

        assertThat(duet()).isEqualTo(ExitCode.MEASUREMENT);

        assertThat(tool.err())
                .contains("failed in new, the pair is left out: exit code 1")
                .contains("was given up after 0 pairs", "no pair was measured; duet.log has all output");
    }

    @Test
    void bothSidesAreSentInPlumblinesOwnForm() throws IOException {
        version("old", 100, "Split", 0);
        version("new", 130, "Split", 0);
        try (FakeServer server = new FakeServer()) {
            server.then(201, FakeServer.STORED);
            tool = Tool.prepared(folder, server);

            assertThat(duet(
                            "--upload",
                            "--base-commit",
                            "a000000000000000000000000000000000000001",
                            "--head-commit",
                            "b000000000000000000000000000000000000002"))
                    .as(tool.err())
                    .isZero();

            assertThat(server.uploads())
                    .hasSize(2)
                    .allSatisfy(upload -> assertThat(upload.metadata()).contains("\"format\":\"plumbline-json\""));
            assertThat(server.uploads().get(1).document()).contains("\"harness\":{\"name\":\"go\"");
        }
    }

    @Test
    void whatIsNoPairOfVersionsIsRefused() throws IOException {
        version("old", 100, "Split", 0);
        version("new", 130, "Split", 0);

        assertThat(tool.run("duet", "old", "new")).isEqualTo(ExitCode.USAGE);
        assertThat(tool.err()).contains("name the command to start in old and new, behind --");
        assertThat(tool.run("duet", "old")).isEqualTo(ExitCode.USAGE);
        assertThat(tool.err()).contains("name two jars, two commands in quotes, or two folders");
        assertThat(tool.run("duet", "--command", "./a")).isEqualTo(ExitCode.USAGE);
        assertThat(tool.err()).contains("give --command twice");
        assertThat(tool.run("duet", "--harness", "printed", "./a", "./b", "Split"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(tool.err()).contains("which only JMH takes");
        assertThat(tool.run("duet", "old", "new", "--", "valgrind", "./a")).isEqualTo(ExitCode.USAGE);
        assertThat(tool.err()).contains("--tool=callgrind or --tool=cachegrind");
    }
}
