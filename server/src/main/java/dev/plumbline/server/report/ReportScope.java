package dev.plumbline.server.report;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which runs of a commit a report is made of.
 *
 * @param pullRequest those of this pull request
 * @param branch those of this branch, without the pull requests that have a branch of the same name; both empty: all
 */
public record ReportScope(OptionalInt pullRequest, Optional<String> branch) {

    /** All runs of a commit, whatever they were made for. */
    public static final ReportScope COMMIT = new ReportScope(OptionalInt.empty(), Optional.empty());

    /** The runs of a pull request. */
    public static ReportScope ofPullRequest(int number) {
        return new ReportScope(OptionalInt.of(number), Optional.empty());
    }

    /** The runs of a branch. */
    public static ReportScope ofBranch(String name) {
        return new ReportScope(OptionalInt.empty(), Optional.of(name));
    }

    /** The runs of a pull request, or all if there is none. */
    public static ReportScope of(OptionalInt pullRequest) {
        return new ReportScope(pullRequest, Optional.empty());
    }

    boolean whateverFor() {
        return pullRequest.isEmpty() && branch.isEmpty();
    }
}
