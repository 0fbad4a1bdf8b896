package dev.plumbline.server.pullrequest;

import dev.plumbline.server.database.StoreException;
import dev.plumbline.server.project.GitNames;

/**
 * What the forge says about a pull request. Texts are truncated when they are stored; an empty one changes nothing.
 *
 * @param number the forge's number, from 1
 * @param state whether it can still be merged
 * @param headSha its newest commit
 * @param baseBranch the branch that it would be merged into
 * @param title its title
 * @param author who opened it
 * @param headRepository the repository of its head
 */
public record PullRequestNews(
        int number,
        KnownPullRequest.State state,
        String headSha,
        String baseBranch,
        String title,
        String author,
        String headRepository) {

    /** @throws StoreException {@code invalid-metadata}, naming the field and what it takes */
    public PullRequestNews {
        if (number < 1) {
            throw new StoreException("invalid-metadata", "number is " + number + ", expected a number of at least 1");
        }
        headSha = headSha.isEmpty() ? "" : GitNames.requireSha("headSha", headSha);
        if (!baseBranch.isEmpty()) {
            GitNames.requireBranch("baseBranch", baseBranch);
        }
        title = GitNames.clipped(title);
        author = GitNames.clipped(author);
        headRepository = GitNames.clipped(headRepository);
    }
}
