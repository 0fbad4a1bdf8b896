package dev.plumbline.collector.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The real git, in one folder, with a fixed author and no configuration of the machine's. */
public final class Git {

    private final Path folder;
    private int day = 1;

    public Git(Path folder) {
        this.folder = folder;
    }

    /** A new repository with the branch main. */
    public static Git init(Path folder) {
        Git git = new Git(folder);
        git.run("init", "--quiet", "--initial-branch=main");
        return git;
    }

    /** An empty commit, a day after the one before; returns its id. */
    public String commit(String subject) {
        run("commit", "--quiet", "--allow-empty", "-m", subject);
        return run("rev-parse", "HEAD");
    }

    /** Runs git and returns its output. */
    public String run(String... arguments) {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        String time = "2026-01-%02dT12:00:00Z".formatted(day++ % 28 + 1);
        builder.environment()
                .putAll(Map.of(
                        "GIT_AUTHOR_NAME", "Ada Lovelace",
                        "GIT_AUTHOR_EMAIL", "ada@example.com",
                        "GIT_AUTHOR_DATE", time,
                        "GIT_COMMITTER_NAME", "Ada Lovelace",
                        "GIT_COMMITTER_EMAIL", "ada@example.com",
                        "GIT_COMMITTER_DATE", time,
                        "GIT_CONFIG_GLOBAL", "/dev/null",
                        "GIT_CONFIG_NOSYSTEM", "1"));
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor())
                    .as("git %s: %s", List.of(arguments), output)
                    .isZero();
            return output.strip();
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }
}
