package dev.plumbline.forge.github;

import dev.plumbline.forge.webhook.WebhookEvent;
import dev.plumbline.forge.webhook.WebhookRequest;
import dev.plumbline.forge.webhook.Webhooks;
import java.time.Instant;
import java.util.Optional;

/** GitHub signs the body with HMAC-SHA256: {@code X-Hub-Signature-256: sha256=HEX}. */
final class GitHubWebhooks implements Webhooks {

    @Override
    public boolean isSigned(WebhookRequest request, String secret, Instant now) {
        return request.has("X-Hub-Signature-256", "sha256=" + request.hmac(secret));
    }

    @Override
    public Optional<WebhookEvent> event(WebhookRequest request) {
        return PullRequestHook.read(request, request.first("X-GitHub-Event"), request.first("X-GitHub-Delivery"));
    }
}
