package dev.plumbline.server.pullrequest;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A pull request, as uploads and the forge report it.
 *
 * @param number the forge's number
 * @param state whether it can still be merged
 * @param headSha its newest commit, empty if it isn't known
 * @param baseBranch the branch that it would be merged into; empty: the project's base branch
 * @param title its title, empty text if neither the forge nor an upload tells it
 * @param author who opened it, likewise
 * @param headRepository the repository of its head, likewise; another repository than the project's for a fork
 * @param openedAt when it first became known
 * @param updatedAt when the latest news about it arrived
 */
public record KnownPullRequest(
        int number,
        State state,
        Optional<String> headSha,
        Optional<String> baseBranch,
        String title,
        String author,
        String headRepository,
        Instant openedAt,
        Instant updatedAt) {

    /** Whether it can still be merged. */
    public enum State {
        OPEN,
        CLOSED,
        MERGED;

        /** The word in lower case, as the API and the schema have it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
