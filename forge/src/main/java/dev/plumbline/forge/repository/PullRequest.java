package dev.plumbline.forge.repository;

/**
 * A pull request, called merge request on GitLab.
 *
 * @param number its number in the repository
 * @param title its title
 * @param author the login of the person who opened it
 * @param state whether it can still be merged
 * @param headSha the commit at its tip
 * @param headBranch the branch that it would merge
 * @param headRepository where that branch is, {@code owner/name}; another one than its own for a fork, empty when the fork is gone
 * @param baseBranch the branch that it would be merged into
 * @param url its page
 */
public record PullRequest(
        int number,
        String title,
        String author,
        State state,
        String headSha,
        String headBranch,
        String headRepository,
        String baseBranch,
        String url) {

    /** Whether it can still be merged. */
    public enum State {
        OPEN,
        CLOSED,
        MERGED
    }
}
