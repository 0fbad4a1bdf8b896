package dev.plumbline.collector.bisect;

import dev.plumbline.collector.build.CommitBuild;
import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.duet.DuetSide;
import dev.plumbline.collector.git.Worktree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The jars of commits, built one after the other in one checkout. */
final class JarBuilds implements BisectBuilds {

    private final Worktree worktree;
    private final CommitBuild build;
    private final Path jar;
    private final Path jars;
    private final String java;
    private final Map<String, Optional<DuetSide>> built = new HashMap<>();

    /**
     * Builds in a checkout.
     *
     * @param worktree the checkout, which is removed in the end
     * @param jar where a build leaves its jar, in the checkout
     * @param jars the folder that the jars are copied to
     * @param java what starts them
     */
    JarBuilds(Worktree worktree, CommitBuild build, Path jar, Path jars, String java) {
        this.worktree = worktree;
        this.build = build;
        this.jar = jar;
        this.jars = jars;
        this.java = java;
    }

    @Override
    public Optional<DuetSide> of(String commit) {
        return built.computeIfAbsent(commit, this::build);
    }

    @Override
    public void close() {
        worktree.close();
    }

    private Optional<DuetSide> build(String commit) {
        String name = CommitBuild.shortened(commit);
        build.checkout(commit);
        Path left = build.folder().resolve(jar);
        try {
            // A jar left by an earlier commit would be measured as this one's.
            Files.deleteIfExists(left);
            if (!build.build() || !Files.isRegularFile(left)) {
                return Optional.empty();
            }
            Path copy = jars.resolve(name + ".jar");
            Files.copy(left, copy, StandardCopyOption.REPLACE_EXISTING);
            return Optional.of(new DuetSide(name, List.of(java, "-jar", copy.toString()), build.folder()));
        } catch (IOException failed) {
            throw new UsageException("the build of " + name + " can't be kept: " + failed.getMessage());
        }
    }
}
