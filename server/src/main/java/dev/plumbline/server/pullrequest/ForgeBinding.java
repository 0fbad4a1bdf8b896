package dev.plumbline.server.pullrequest;

import java.time.Instant;

/**
 * The repository that hosts a project's pull requests.
 *
 * @param projectId the project
 * @param forge a name in the instance's forges file
 * @param repository {@code owner/name}
 * @param createdAt when it was bound
 */
public record ForgeBinding(long projectId, String forge, String repository, Instant createdAt) {

    /** A pull request of it, as people read it. */
    String target(int pullRequest) {
        return repository + "#" + pullRequest + " at " + forge;
    }
}
