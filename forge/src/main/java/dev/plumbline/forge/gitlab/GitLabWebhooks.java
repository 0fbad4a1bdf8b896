package dev.plumbline.forge.gitlab;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.forge.http.HmacSha256;
import dev.plumbline.forge.webhook.WebhookEvent;
import dev.plumbline.forge.webhook.WebhookRequest;
import dev.plumbline.forge.webhook.Webhooks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * GitLab sends the secret itself in {@code X-Gitlab-Token}. With a signing token, which begins with {@code whsec_}, it signs id, time and body
 * instead: {@code webhook-signature: v1,BASE64}. A signing token in plain text is never accepted.
 *
 * @see <a href="https://www.standardwebhooks.com/">Standard Webhooks</a>
 */
final class GitLabWebhooks implements Webhooks {

    private static final String SIGNING_TOKEN = "whsec_";
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    @Override
    public boolean isSigned(WebhookRequest request, String secret, Instant now) {
        return secret.startsWith(SIGNING_TOKEN)
                ? isSignedBy(secret.substring(SIGNING_TOKEN.length()), request, now)
                : request.has("X-Gitlab-Token", secret);
    }

    private static boolean isSignedBy(String base64, WebhookRequest request, Instant now) {
        String id = request.header("webhook-id").orElse("");
        String time = request.header("webhook-timestamp").orElse("");
        if (id.isEmpty() || !isRecent(time, now)) {
            return false;
        }
        HmacSha256 signing;
        try {
            signing = new HmacSha256(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException noKey) {
            return false;
        }
        byte[] start = (id + "." + time + ".").getBytes(StandardCharsets.UTF_8);
        String expected = "v1," + Base64.getEncoder().encodeToString(signing.code(start, request.body()));
        return Arrays.stream(request.header("webhook-signature").orElse("").split(" ", -1))
                .anyMatch(signature -> HmacSha256.isSame(signature, expected));
    }

    private static boolean isRecent(String time, Instant now) {
        if (!time.matches("[0-9]{1,12}")) {
            return false;
        }
        Duration difference = Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), now);
        return difference.abs().compareTo(CLOCKS_DIFFER) <= 0;
    }

    @Override
    public Optional<WebhookEvent> event(WebhookRequest request) {
        if (!request.first("X-Gitlab-Event").equals("Merge Request Hook")) {
            return Optional.empty();
        }
        JsonNode json = request.json();
        JsonNode mergeRequest = json.path("object_attributes");
        Optional<WebhookEvent.Action> action =
                action(mergeRequest.path("action").asText(""), mergeRequest, json.path("changes"));
        boolean opened = action.equals(Optional.of(WebhookEvent.Action.OPENED));
        String author = opened ? json.path("user").path("username").asText("") : "";
        return action.map(what -> request.event(
                what,
                json.path("project").path("path_with_namespace").asText(""),
                request.first("Idempotency-Key", "webhook-id"),
                time(mergeRequest.path("updated_at").asText("")),
                GitLabShapes.ofHook(mergeRequest, author)));
    }

    private static Optional<WebhookEvent.Action> action(String action, JsonNode request, JsonNode changes) {
        return switch (action) {
            case "open" -> Optional.of(WebhookEvent.Action.OPENED);
            case "reopen" -> Optional.of(WebhookEvent.Action.REOPENED);
            case "close", "merge" -> Optional.of(WebhookEvent.Action.CLOSED);
            case "update" -> updated(request, changes);
            default -> Optional.empty();
        };
    }

    /** An update that is neither of these, such as a new title, changes nothing here. */
    private static Optional<WebhookEvent.Action> updated(JsonNode request, JsonNode changes) {
        if (changes.hasNonNull("target_branch")) {
            return Optional.of(WebhookEvent.Action.RETARGETED);
        }
        return request.hasNonNull("oldrev") ? Optional.of(WebhookEvent.Action.SYNCHRONISED) : Optional.empty();
    }

    /** Older GitLab writes {@code 2026-11-22 12:00:00 UTC}. */
    private static String time(String text) {
        return text.replace(" UTC", "Z").replace(' ', 'T');
    }
}
