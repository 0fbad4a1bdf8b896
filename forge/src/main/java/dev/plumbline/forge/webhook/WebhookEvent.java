package dev.plumbline.forge.webhook;

import dev.plumbline.forge.repository.PullRequest;
import java.time.Instant;
import java.util.Optional;

/**
 * What a forge reports about a pull request in a webhook.
 *
 * @param action what happened
 * @param repository where, {@code owner/name}
 * @param delivery the forge's id of this message, the same when it is sent again; empty when it gives none; only GitLab signs it
 * @param digest the body's SHA-256, which a replay has in common with the original whatever its headers say
 * @param updated when the pull request was changed, which distinguishes a late message from a newer one
 * @param pullRequest the pull request after it; GitLab gives the author only when it is opened, so it may be empty
 */
public record WebhookEvent(
        Action action,
        String repository,
        String delivery,
        String digest,
        Optional<Instant> updated,
        PullRequest pullRequest) {

    /** What happened. */
    public enum Action {
        OPENED,
        /** Its head is another commit. */
        SYNCHRONISED,
        /** It would now be merged into another branch. */
        RETARGETED,
        /** Closed or merged; the pull request's state says which. */
        CLOSED,
        REOPENED
    }
}
