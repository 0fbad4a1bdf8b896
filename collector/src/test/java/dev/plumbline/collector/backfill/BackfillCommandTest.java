package dev.plumbline.collector.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.collector.command.ExitCode;
import dev.plumbline.collector.fixture.FakeServer;
import dev.plumbline.collector.fixture.Tool;
import dev.plumbline.collector.git.Git;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository whose commits say how slow they are, and a harness that believes them, times how slow the machine is. */
class BackfillCommandTest {

    private static final String NONE = "{\"runs\":[],\"page\":1,\"perPage\":50,\"nextPage\":null}";
    private static final String SOME = "{\"runs\":[{\"id\":1}],\"page\":1,\"perPage\":50,\"nextPage\":null}";
    private static final String RUNS = "/api/v1/projects/acme/runs";

    @TempDir
    private Path folder;

    private Path repository;
    private Path machine;
    private Git git;
    private FakeServer server;
    private Tool tool;

    @BeforeEach
    void prepare() throws IOException {
        repository = Files.createDirectory(folder.resolve("repository"));
        git = Git.init(repository);
        machine = folder.resolve("machine");
        Files.writeString(machine, "1\n");
        // Two launches make a pair, and each commit is measured with one: the machine is half as fast at the second.
        Path bench = folder.resolve("bench.sh");
        Files.writeString(bench, """
                echo x >> %1$s.count
                test $(wc -l < %1$s.count) -gt 2 && echo 2 > %1$s
                level=$(cat level.built)
                echo "goos: linux"
                echo "pkg: acme"
                echo "BenchmarkSplit-2  1000  $(( level * $(cat %1$s) )) ns/op"
                echo "PASS"
                """.formatted(machine));
        server = new FakeServer().then(201, FakeServer.STORED).page(RUNS, NONE);
        tool = Tool.prepared(repository, server);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String commit(String level, String subject) throws IOException {
        Files.writeString(repository.resolve("level"), level + "\n" + subject);
        git.run("add", "level");
        return git.commit(subject);
    }

    private int backfill(String... more) {
        List<String> words = new ArrayList<>(List.of(
                "backfill",
                "--build",
                "head -1 level > level.built && grep -q '^[0-9]' level",
                "--pairs",
                "1",
                "--branch",
                "main",
                "--output",
                folder.resolve("out").toString()));
        words.addAll(List.of(more));
        words.addAll(
                List.of("--harness", "go", "--", "sh", folder.resolve("bench.sh").toString()));
        return tool.run(words.toArray(String[]::new));
    }

    private static double mean(FakeServer.Request upload) {
        Matcher value = Pattern.compile("\"(?:mean|processes)\":\\[?([0-9.E-]+)").matcher(upload.document());
        assertThat(value.find()).as(upload.document()).isTrue();
        return Double.parseDouble(value.group(1));
    }

    @Test
    void eachCommitIsSentAsTheReferencesMachineWouldHaveMeasuredIt() throws IOException {
        String start = commit("100", "Start");
        String first = commit("100", "First");
        String second = commit("150", "Second");

        assertThat(backfill("--from", start)).as(tool.err()).isZero();

        assertThat(server.uploads()).hasSize(2);
        assertThat(server.uploads().get(0).metadata())
                .contains(
                        "\"commit\":\"" + first + "\"",
                        "\"parent\":\"" + start + "\"",
                        "\"environment\":\"ci-linux-x64\"",
                        "\"cpu\":\"Fast CPU 3000\"");
        assertThat(server.uploads().get(1).metadata()).contains("\"commit\":\"" + second + "\"");
        // The machine is half as fast for the second, which the reference shows as well.
        assertThat(mean(server.uploads().get(1)) / mean(server.uploads().get(0)))
                .isBetween(1.49, 1.51);
        assertThat(tool.out()).contains("2 commits are stored");
        assertThat(tool.err()).contains("the machine was at 200.0 % of the reference's first time");
        assertThat(git.run("worktree", "list").lines()).hasSize(1);
    }

    @Test
    void whatHasItsRunIsSkippedAndWhatDoesNotBuildIsSaid() throws IOException {
        String start = commit("100", "Start");
        commit("100", "Measured");
        commit("broken", "Half of a change");
        commit("100", "Last");
        server.page(RUNS, SOME, NONE);

        assertThat(backfill("--from", start)).as(tool.err()).isZero();

        assertThat(server.uploads()).hasSize(1);
        assertThat(tool.err())
                .contains("3 commits, 3 of them chosen, 2 to measure", "Half of a change: can't be built or measured");
    }

    @Test
    void aDryRunListsTheCommitsAndSaysHowLongTheyTake() throws IOException {
        String start = commit("100", "Start");
        commit("100", "First");
        commit("100", "Second");
        commit("100", "Third");

        assertThat(backfill("--from", start, "--every", "2", "--dry-run"))
                .as(tool.err())
                .isZero();

        assertThat(server.uploads()).isEmpty();
        assertThat(tool.out()).contains("First", "Third").doesNotContain("Second");
        assertThat(tool.err()).contains("a build and a launch of the reference took", "nothing was measured");
        assertThat(git.run("worktree", "list").lines()).hasSize(1);
    }

    @Test
    void theRangeOfARegressionIsHalvedUntilNothingIsBetween() throws IOException {
        String good = commit("100", "Good");
        commit("100", "One");
        String middle = commit("100", "Two");
        commit("100", "Three");
        String bad = commit("150", "Bad");
        String before = "{\"previousCommit\":\"%s\",\"commit\":\"%s\",\"environment\":\"ci-linux-x64\",\"branch\":\"main\"}";
        server.page(
                "/api/v1/projects/acme/regressions/7",
                before.formatted(good, bad),
                before.formatted(good, middle),
                before.formatted(git.run("rev-parse", middle + "~1"), middle));
        server.page(RUNS + "/17", "{\"id\":17,\"status\":\"judged\",\"url\":\"/runs/17\"}");
        server.page(RUNS + "/17/verdicts", "{\"verdicts\":[]}");

        backfill("--regression", "7");

        assertThat(server.uploads()).as(tool.err()).isNotEmpty();
        assertThat(server.uploads().get(0).metadata()).contains("\"commit\":\"" + middle + "\"");
    }

    @Test
    void optionsThatContradictEachOtherAreRefused() throws IOException {
        commit("100", "Start");
        assertThat(backfill()).isEqualTo(ExitCode.USAGE);
        assertThat(backfill("--from", "HEAD", "--regression", "3")).isEqualTo(ExitCode.USAGE);
        assertThat(backfill("--from", "nothing")).isEqualTo(ExitCode.USAGE);
        assertThat(tool.err()).contains("'nothing' isn't a commit in this repository");
    }
}
