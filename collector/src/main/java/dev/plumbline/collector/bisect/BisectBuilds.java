package dev.plumbline.collector.bisect;

import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.duet.DuetSide;
import dev.plumbline.collector.git.LoggedCommit;
import dev.plumbline.collector.git.Worktree;
import dev.plumbline.collector.jmh.Launch;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The benchmarks of commits, each built at most once. */
final class BisectBuilds {

    private final Worktree worktree;
    private final Launch launch;
    private final BisectRequest request;
    private final Path log;
    private final Path jars;
    private final String java;
    private final Map<String, Optional<DuetSide>> built = new HashMap<>();

    /**
     * Builds in a checkout.
     *
     * @param launch in the checkout's folder
     * @param log gets what the builds print
     * @param jars the folder that the jars are copied to
     * @param java what starts them
     */
    BisectBuilds(Worktree worktree, Launch launch, BisectRequest request, Path log, Path jars, String java) {
        this.worktree = worktree;
        this.launch = launch;
        this.request = request;
        this.log = log;
        this.jars = jars;
        this.java = java;
    }

    /** The commit's benchmarks; empty when it does not build. */
    Optional<DuetSide> of(String commit) {
        return built.computeIfAbsent(commit, this::build);
    }

    /** A commit as it is shown. */
    static String shortened(String commit) {
        return commit.substring(0, Math.min(10, commit.length()));
    }

    /** A commit with its subject. */
    static String described(LoggedCommit commit) {
        return shortened(commit.sha()) + " " + commit.subject();
    }

    private Optional<DuetSide> build(String commit) {
        worktree.checkout(commit);
        Path jar = worktree.folder().resolve(request.jar());
        try (OutputStream output = Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            // A jar left by an earlier commit would be measured as this one's.
            Files.deleteIfExists(jar);
            if (launch.run(List.of("sh", "-c", request.build()), output) != 0 || !Files.isRegularFile(jar)) {
                return Optional.empty();
            }
            Path copy = jars.resolve(shortened(commit) + ".jar");
            Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
            return Optional.of(new DuetSide(shortened(commit), List.of(java, "-jar", copy.toString())));
        } catch (IOException failed) {
            throw new UsageException("the build of " + shortened(commit) + " can't be kept: " + failed.getMessage());
        }
    }
}
