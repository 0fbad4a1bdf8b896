package dev.plumbline.forge.gitea;

import dev.plumbline.forge.github.PullRequestHook;
import dev.plumbline.forge.webhook.WebhookEvent;
import dev.plumbline.forge.webhook.WebhookRequest;
import dev.plumbline.forge.webhook.Webhooks;
import java.time.Instant;
import java.util.Optional;

/** Gitea and Forgejo sign the body with HMAC-SHA256: {@code X-Gitea-Signature} or {@code X-Forgejo-Signature}, the digits alone. */
final class GiteaWebhooks implements Webhooks {

    @Override
    public boolean isSigned(WebhookRequest request, String secret, Instant now) {
        String code = request.hmac(secret);
        return request.has("X-Gitea-Signature", code) || request.has("X-Forgejo-Signature", code);
    }

    @Override
    public Optional<WebhookEvent> event(WebhookRequest request) {
        return PullRequestHook.read(
                request,
                request.first("X-GitHub-Event", "X-Gitea-Event", "X-Forgejo-Event"),
                request.first("X-GitHub-Delivery", "X-Gitea-Delivery", "X-Forgejo-Delivery"));
    }
}
