package dev.plumbline.forge.webhook;

import java.time.Instant;
import java.util.Optional;

/** How a forge proves that a webhook is its own, and what it reports. Secrets are compared in the same time wherever they differ. */
public interface Webhooks {

    /**
     * Whether a request was sent by somebody who knows the secret.
     *
     * @param secret what both sides know; with an empty one nothing is valid
     * @param now the time, since a signature with a time is valid for five minutes around it
     */
    default boolean isValid(WebhookRequest request, String secret, Instant now) {
        return !secret.isEmpty() && isSigned(request, secret, now);
    }

    /**
     * Whether the forge's own signature is valid.
     *
     * @param secret not empty
     */
    boolean isSigned(WebhookRequest request, String secret, Instant now);

    /**
     * The event of a request that was found valid; empty for everything that isn't one of {@link WebhookEvent.Action}.
     *
     * @throws IllegalArgumentException with a sentence when the body is not what the forge documents
     */
    Optional<WebhookEvent> event(WebhookRequest request);
}
