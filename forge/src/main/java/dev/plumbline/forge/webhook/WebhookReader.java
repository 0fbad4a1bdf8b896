package dev.plumbline.forge.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.forge.ForgeKind;
import dev.plumbline.forge.github.GitHubShapes;
import dev.plumbline.forge.gitlab.GitLabShapes;
import dev.plumbline.forge.repository.PullRequest;
import dev.plumbline.forge.rest.Refusals;
import dev.plumbline.forge.rest.Rest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;

/** Reads one webhook's request. */
final class WebhookReader {

    private final ForgeKind kind;
    private final Function<String, Optional<String>> headers;
    private final byte[] body;

    WebhookReader(ForgeKind kind, Function<String, Optional<String>> headers, byte[] body) {
        this.kind = kind;
        this.headers = headers;
        this.body = body;
    }

    Optional<WebhookEvent> read() {
        String event = first("X-GitHub-Event", "X-Gitea-Event", "X-Forgejo-Event", "X-Gitlab-Event");
        return switch (kind) {
            case GITHUB, GITEA -> event.equals("pull_request") ? pullRequest(json()) : Optional.empty();
            case GITLAB -> event.equals("Merge Request Hook") ? mergeRequest(json()) : Optional.empty();
        };
    }

    private Optional<WebhookEvent> pullRequest(JsonNode json) {
        JsonNode changes = json.path("changes");
        Optional<WebhookEvent.Action> action = switch (json.path("action").asText("")) {
            case "opened" -> Optional.of(WebhookEvent.Action.OPENED);
            case "reopened" -> Optional.of(WebhookEvent.Action.REOPENED);
            case "closed" -> Optional.of(WebhookEvent.Action.CLOSED);
            case "synchronize", "synchronized" -> Optional.of(WebhookEvent.Action.SYNCHRONISED);
            case "edited" ->
                changes.hasNonNull("base") || changes.hasNonNull("ref")
                        ? Optional.of(WebhookEvent.Action.RETARGETED)
                        : Optional.empty();
            default -> Optional.empty();
        };
        JsonNode request = json.path("pull_request");
        return action.map(what -> event(
                what,
                json.path("repository").path("full_name").asText(""),
                request.path("updated_at").asText(""),
                GitHubShapes.pullRequest(request)));
    }

    private Optional<WebhookEvent> mergeRequest(JsonNode json) {
        JsonNode request = json.path("object_attributes");
        Optional<WebhookEvent.Action> action = switch (request.path("action").asText("")) {
            case "open" -> Optional.of(WebhookEvent.Action.OPENED);
            case "reopen" -> Optional.of(WebhookEvent.Action.REOPENED);
            case "close", "merge" -> Optional.of(WebhookEvent.Action.CLOSED);
            case "update" -> updated(request, json.path("changes"));
            default -> Optional.empty();
        };
        boolean opened = action.equals(Optional.of(WebhookEvent.Action.OPENED));
        String author = opened ? json.path("user").path("username").asText("") : "";
        return action.map(what -> event(
                what,
                json.path("project").path("path_with_namespace").asText(""),
                request.path("updated_at").asText(""),
                GitLabShapes.ofHook(request, author)));
    }

    /** An update that is neither of these, such as of the title, is none of ours. */
    private static Optional<WebhookEvent.Action> updated(JsonNode request, JsonNode changes) {
        if (changes.hasNonNull("target_branch")) {
            return Optional.of(WebhookEvent.Action.RETARGETED);
        }
        return request.hasNonNull("oldrev") ? Optional.of(WebhookEvent.Action.SYNCHRONISED) : Optional.empty();
    }

    private WebhookEvent event(WebhookEvent.Action action, String repository, String updated, PullRequest pullRequest) {
        if (repository.isEmpty()
                || pullRequest.number() <= 0
                || pullRequest.headSha().isEmpty()) {
            throw new IllegalArgumentException("the webhook names no repository, pull request or head commit");
        }
        String delivery =
                first("X-GitHub-Delivery", "X-Gitea-Delivery", "X-Forgejo-Delivery", "Idempotency-Key", "webhook-id");
        return new WebhookEvent(action, repository, delivery, digest(), time(updated), pullRequest);
    }

    private JsonNode json() {
        return Rest.parsed(new String(body, StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalArgumentException("the webhook's body is no JSON"));
    }

    private String first(String... names) {
        for (String name : names) {
            Optional<String> value = headers.apply(name);
            if (value.isPresent()) {
                return Refusals.line(value.get());
            }
        }
        return "";
    }

    private String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** GitLab has written times with a blank and {@code UTC}, too. */
    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text.replace(" UTC", "Z").replace(' ', 'T')));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
