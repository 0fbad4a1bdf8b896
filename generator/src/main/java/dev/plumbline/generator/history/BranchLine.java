package dev.plumbline.generator.history;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The commits of a branch besides the base branch. */
public final class BranchLine {

    private static final Duration WORK = Duration.ofHours(3);
    private static final Duration REVIEW = Duration.ofHours(7);

    private final Proposal proposal;
    private final MainLine main;
    private final int base;
    private final List<Commit> commits = new ArrayList<>();

    /** The commits of a proposal. */
    public BranchLine(Chance chance, Proposal proposal, MainLine main) {
        this.proposal = proposal;
        this.main = main;
        this.base = main.places() - 1 - proposal.base();
        Commit parent = main.at(base);
        for (int push = 0; push < proposal.pushes().size(); push++) {
            Commit commit = new Commit(
                    chance.sha("branch", proposal.branch(), push),
                    Optional.of(parent.sha()),
                    parent.at().plus(push == 0 ? WORK : REVIEW),
                    proposal.author(),
                    proposal.pushes().get(push).subject());
            commits.add(commit);
            parent = commit;
        }
    }

    /** A commit, by its place among those of the branch, from 0. */
    public Commit at(int push) {
        return commits.get(push);
    }

    /** The measured commit of the base branch at which the branch began. */
    public Commit base() {
        return main.at(base);
    }

    /** The first-parent log of a commit, from it back to the first commit of the base branch. */
    public List<Commit> log(int push) {
        List<Commit> log = new ArrayList<>();
        for (int number = push; number >= 0; number--) {
            log.add(commits.get(number));
        }
        log.addAll(main.log(base));
        return log;
    }

    /** What the benchmarks measure at a commit. */
    public Code code(int push) {
        return main.code(base).and(proposal.pushes().get(push).effects());
    }
}
