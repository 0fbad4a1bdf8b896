package dev.plumbline.collector.bisect;

import dev.plumbline.collector.build.CommitBuild;
import dev.plumbline.collector.duet.DuetSide;
import dev.plumbline.collector.git.Worktree;
import dev.plumbline.collector.jmh.Interruption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Commits that are measured where they were built: each has a checkout of its own, since two are measured alternately. */
final class CheckoutBuilds implements BisectBuilds {

    private final Path repository;
    private final Path checkouts;
    private final BisectRequest request;
    private final Path log;
    private final Interruption interruption;
    private final List<Worktree> worktrees = new ArrayList<>();
    private final Map<String, Optional<DuetSide>> built = new HashMap<>();

    /**
     * Builds in checkouts.
     *
     * @param repository a folder of the repository
     * @param checkouts the folder for them
     * @param log gets what the builds print
     */
    CheckoutBuilds(Path repository, Path checkouts, BisectRequest request, Path log, Interruption interruption) {
        this.repository = repository;
        this.checkouts = checkouts;
        this.request = request;
        this.log = log;
        this.interruption = interruption;
    }

    @Override
    public Optional<DuetSide> of(String commit) {
        return built.computeIfAbsent(commit, this::build);
    }

    private Optional<DuetSide> build(String commit) {
        String name = CommitBuild.shortened(commit);
        Worktree worktree = Worktree.add(repository, checkouts.resolve(name), commit);
        worktrees.add(worktree);
        boolean builds =
                request.build().isBlank() || new CommitBuild(worktree, interruption, request.build(), log).build();
        return builds ? Optional.of(new DuetSide(name, request.command(), worktree.folder())) : Optional.empty();
    }

    @Override
    public void close() {
        worktrees.forEach(Worktree::close);
    }
}
