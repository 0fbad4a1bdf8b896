package dev.plumbline.server.history;

import java.util.List;
import java.util.OptionalInt;

/**
 * The environments and branches that a reader can look at, the latest used first.
 *
 * @param environments the project's environments that have runs
 * @param branches the branches that have runs in the chosen environment, the base branch first
 */
public record HistoryChoices(List<Environment> environments, List<Branch> branches) {

    /**
     * Where runs are comparable with each other.
     *
     * @param id the key
     * @param label the user's label
     * @param runs how many runs it has
     */
    public record Environment(long id, String label, long runs) {}

    /**
     * A named line of commits.
     *
     * @param id the key
     * @param name the name
     * @param pullRequest the forge's number, if the branch is a pull request's head
     * @param runs how many runs it has in the chosen environment
     */
    public record Branch(long id, String name, OptionalInt pullRequest, long runs) {}
}
