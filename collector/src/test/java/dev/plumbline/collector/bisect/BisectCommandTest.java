package dev.plumbline.collector.bisect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.collector.command.ExitCode;
import dev.plumbline.collector.fixture.FakeJmh;
import dev.plumbline.collector.fixture.Tool;
import dev.plumbline.collector.git.Git;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository whose commits say how slow they are, and a java that believes them. */
class BisectCommandTest {

    @TempDir
    private Path folder;

    private Path repository;
    private Git git;
    private Tool tool;

    @BeforeEach
    void prepare() throws IOException {
        repository = Files.createDirectory(folder.resolve("repository"));
        git = Git.init(repository);
        new FakeJmh(folder);
        Path bin = Files.createDirectories(folder.resolve("home/bin"));
        Path java = bin.resolve("java");
        // The "jar" holds the level; java -jar FILE OPTIONS starts the fake with it.
        Files.writeString(java, """
            #!/bin/sh
            level=$(cat "$2"); shift 2
            exec sh '%s' "$level" com.acme.Text.split "$@"
            """.formatted(folder.resolve("jmh.sh")));
        assertThat(java.toFile().setExecutable(true)).isTrue();
        tool = new Tool(repository).with("JAVA_HOME", folder.resolve("home").toString());
    }

    /** A commit of which the benchmark takes so long; one that does not build has no number. */
    private String commit(String level, String subject) throws IOException {
        Files.writeString(repository.resolve("level"), level + "\n" + subject);
        git.run("add", "level");
        return git.commit(subject);
    }

    private int bisect(String good, String bad) {
        return tool.run(
                "bisect",
                "--good",
                good,
                "--bad",
                bad,
                "--build",
                "mkdir -p target && head -1 level > target/b.jar && grep -q '^[0-9]' target/b.jar",
                "--jar",
                "target/b.jar",
                "--output",
                folder.resolve("out").toString());
    }

    @Test
    void theCommitThatMadeItSlowerIsFound() throws IOException {
        String good = commit("100", "Start");
        commit("100", "Docs");
        commit("100", "Tests");
        String culprit = commit("125", "Split by regular expression");
        commit("125", "More docs");
        String bad = commit("125", "Release");

        int code = bisect(good, bad);

        assertThat(code).as(tool.err()).isZero();
        assertThat(tool.out())
                .contains("Found: " + culprit, "Split by regular expression", "Ada Lovelace", "split score +2");
        assertThat(tool.err()).contains("Tests: as fast as the good commit");
        assertThat(git.run("worktree", "list").lines()).hasSize(1);
        assertThat(git.run("rev-parse", "HEAD")).isEqualTo(bad);
    }

    @Test
    void aCommandOfAnotherHarnessMeasuresInTheCheckouts() throws IOException {
        String good = commit("100", "Start");
        commit("100", "Docs");
        String culprit = commit("125", "Split by regular expression");
        String bad = commit("125", "Release");
        String result = "{\"plumbline\": 1, \"benchmarks\": [{\"name\": \"split\", \"metrics\": [{\"unit\": \"#\","
                + " \"direction\": \"lower\", \"exact\": %s}]}]}";

        int code = tool.run(
                "bisect",
                "--good",
                good,
                "--bad",
                bad,
                "--harness",
                "printed",
                "--build",
                "test -e level",
                "--output",
                folder.resolve("out").toString(),
                "--",
                "sh",
                "-c",
                "printf '" + result + "' $(head -1 level)");

        assertThat(code).as(tool.err()).isZero();
        assertThat(tool.out()).contains("Found: " + culprit, "split score +25.0 %");
        assertThat(git.run("worktree", "list").lines()).hasSize(1);
    }

    @Test
    void whatCantBeSearchedIsSaid() throws IOException {
        String good = commit("100", "Start");
        commit("125", "Docs");

        assertThat(tool.run("bisect", "--good", good)).isEqualTo(ExitCode.USAGE);
        assertThat(tool.err()).contains("give --build");
        assertThat(tool.run("bisect", "--good", good, "--", "./bench")).isEqualTo(ExitCode.USAGE);
        assertThat(tool.err()).contains("./bench isn't known: say what it is with --harness");
        assertThat(tool.run("bisect", "--good", good, "--command", "./work", "--", "./bench"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(tool.err()).contains("either --command or a command behind --");
    }

    @Test
    void commitsThatDoNotBuildAreSkippedAndStaySuspect() throws IOException {
        String good = commit("100", "Start");
        commit("broken", "Half of a change");
        String bad = commit("125", "The other half");

        assertThat(bisect(good, bad)).as(tool.err()).isEqualTo(ExitCode.VERDICT);
        assertThat(tool.out())
                .contains(
                        "One of 2 commits: the commits between them don't build.",
                        "Half of a change",
                        "The other half");
        assertThat(tool.err()).contains("Half of a change: doesn't build, skipped");
    }

    @Test
    void withoutASlowDownThereIsNothingToSearch() throws IOException {
        String good = commit("100", "Start");
        String bad = commit("100", "Docs");

        assertThat(bisect(good, bad)).isEqualTo(ExitCode.VERDICT);
        assertThat(tool.out()).contains("nothing got slower on this machine");
    }

    @Test
    void anEndThatDoesNotBuildAndARangeThatIsNoneAreSaid() throws IOException {
        String good = commit("100", "Start");
        String bad = commit("broken", "Oops");

        assertThat(bisect(good, bad)).isEqualTo(ExitCode.MEASUREMENT);
        assertThat(tool.err()).contains(bad.substring(0, 10) + " doesn't build");
        assertThat(bisect(bad, good)).isEqualTo(ExitCode.USAGE);
        assertThat(bisect("nothing", good)).isEqualTo(ExitCode.USAGE);
        assertThat(tool.err()).contains("'nothing' isn't a commit in this repository");
    }
}
