package dev.plumbline.collector.access;

import dev.plumbline.collector.client.AccessToken;
import dev.plumbline.collector.client.Backoff;
import dev.plumbline.collector.client.GitHubIdToken;
import dev.plumbline.collector.client.ServerAddress;
import dev.plumbline.collector.command.Surroundings;
import java.time.Duration;

/** The ID token that CI gives a job, which authenticates without a stored secret: GitLab's from a variable, GitHub's by requesting it. */
final class CiIdToken {

    private static final String VARIABLE = "PLUMBLINE_ID_TOKEN";
    private static final String GITHUB_ADDRESS = "ACTIONS_ID_TOKEN_REQUEST_URL";
    private static final String GITHUB_SECRET = "ACTIONS_ID_TOKEN_REQUEST_TOKEN";

    private CiIdToken() {}

    /** Whether this job gets one. */
    static boolean isOffered(Surroundings surroundings) {
        return !surroundings.variable(VARIABLE).isEmpty()
                || (!surroundings.variable(GITHUB_ADDRESS).isEmpty()
                        && !surroundings.variable(GITHUB_SECRET).isEmpty());
    }

    /**
     * The token; none if this job gets none.
     *
     * @param ask whether GitHub may be asked for one: a public project is read without one, and rejects one that it doesn't trust
     */
    static AccessToken find(Surroundings surroundings, ServerAddress server, Duration retryFor, boolean ask) {
        String given = surroundings.variable(VARIABLE);
        if (!given.isEmpty()) {
            return AccessToken.of(given);
        }
        if (!ask || !isOffered(surroundings)) {
            return AccessToken.none();
        }
        GitHubIdToken source = new GitHubIdToken(
                surroundings.variable(GITHUB_ADDRESS),
                surroundings.variable(GITHUB_SECRET),
                server.base(),
                surroundings.timing(),
                Backoff.lasting(retryFor),
                surroundings.console()::note);
        return AccessToken.renewed(source, surroundings.timing().clock());
    }
}
