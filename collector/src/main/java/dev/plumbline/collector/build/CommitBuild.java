package dev.plumbline.collector.build;

import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.git.LoggedCommit;
import dev.plumbline.collector.git.Worktree;
import dev.plumbline.collector.jmh.Interruption;
import dev.plumbline.collector.jmh.Launch;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** A checkout of its own in which one commit after the other is built. */
public final class CommitBuild {

    private static final int SHOWN = 10;

    private final Worktree worktree;
    private final Launch launch;
    private final String command;
    private final Path log;

    /**
     * Builds in a checkout.
     *
     * @param command what builds, for the shell
     * @param log gets what the builds print, one after the other
     */
    public CommitBuild(Worktree worktree, Interruption interruption, String command, Path log) {
        this.worktree = worktree;
        this.launch = new Launch(worktree.folder(), interruption);
        this.command = command;
        this.log = log;
    }

    /** The folder of the checkout. */
    public Path folder() {
        return worktree.folder();
    }

    /** Where the output of the builds is. */
    public Path log() {
        return log;
    }

    /** Checks a commit out, over whatever the last one left, before it is built. */
    public void checkout(String commit) {
        worktree.checkout(commit);
    }

    /** Builds what is checked out; whether the command succeeded. */
    public boolean build() {
        try (OutputStream output = Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            return launch.run(List.of("sh", "-c", command), output) == 0;
        } catch (IOException failed) {
            throw new UsageException("the output of the build can't be kept in " + log + ": " + failed.getMessage());
        }
    }

    /** A commit as it is shown. */
    public static String shortened(String commit) {
        return commit.substring(0, Math.min(SHOWN, commit.length()));
    }

    /** A commit with its subject. */
    public static String described(LoggedCommit commit) {
        return shortened(commit.sha()) + " " + commit.subject();
    }
}
