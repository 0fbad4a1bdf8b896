package dev.plumbline.generator.history;

import java.util.List;

/**
 * A branch besides the base branch, usually of a pull request.
 *
 * @param number the pull request's number; 0: the branch has none
 * @param branch the branch
 * @param title what it is about
 * @param author who opened it
 * @param base how many measured commits before the newest one it branched off
 * @param pushes what was pushed, the first one first
 * @param environments where it is measured
 */
public record Proposal(
        int number,
        String branch,
        String title,
        String author,
        int base,
        List<Push> pushes,
        List<Environment> environments) {

    public Proposal {
        pushes = List.copyOf(pushes);
        environments = List.copyOf(environments);
    }

    /**
     * A commit of the branch.
     *
     * @param subject what it says
     * @param effects everything that the branch does to benchmarks from then on
     */
    public record Push(String subject, List<PlantedEffect> effects) {

        public Push {
            effects = List.copyOf(effects);
        }
    }
}
