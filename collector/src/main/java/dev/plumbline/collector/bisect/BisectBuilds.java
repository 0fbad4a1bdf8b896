package dev.plumbline.collector.bisect;

import dev.plumbline.collector.build.CommitBuild;
import dev.plumbline.collector.command.UsageException;
import dev.plumbline.collector.duet.DuetSide;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The benchmarks of commits, each built at most once. */
final class BisectBuilds {

    private final CommitBuild build;
    private final Path jar;
    private final Path jars;
    private final String java;
    private final Map<String, Optional<DuetSide>> built = new HashMap<>();

    /**
     * Builds in a checkout.
     *
     * @param jar where a build leaves its jar, in the checkout
     * @param jars the folder that the jars are copied to
     * @param java what starts them
     */
    BisectBuilds(CommitBuild build, Path jar, Path jars, String java) {
        this.build = build;
        this.jar = jar;
        this.jars = jars;
        this.java = java;
    }

    /** The commit's benchmarks; empty when it does not build. */
    Optional<DuetSide> of(String commit) {
        return built.computeIfAbsent(commit, this::build);
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
            return Optional.of(new DuetSide(name, List.of(java, "-jar", copy.toString())));
        } catch (IOException failed) {
            throw new UsageException("the build of " + name + " can't be kept: " + failed.getMessage());
        }
    }
}
