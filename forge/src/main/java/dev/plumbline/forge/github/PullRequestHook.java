package dev.plumbline.forge.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.forge.webhook.WebhookEvent;
import dev.plumbline.forge.webhook.WebhookRequest;
import java.util.Optional;

/** The webhook of a pull request, whose body is the same on GitHub, Gitea and Forgejo. */
public final class PullRequestHook {

    private PullRequestHook() {}

    /**
     * What it reports; empty when nothing changed that matters here.
     *
     * @param event the forge's name of the event, from a header
     * @param delivery the forge's id of the request
     * @throws IllegalArgumentException with a sentence when the body is not what the forge documents
     */
    public static Optional<WebhookEvent> read(WebhookRequest request, String event, String delivery) {
        if (!event.equals("pull_request")) {
            return Optional.empty();
        }
        JsonNode json = request.json();
        JsonNode pullRequest = json.path("pull_request");
        return action(json.path("action").asText(""), json.path("changes"))
                .map(action -> request.event(
                        action,
                        json.path("repository").path("full_name").asText(""),
                        delivery,
                        pullRequest.path("updated_at").asText(""),
                        GitHubShapes.pullRequest(pullRequest)));
    }

    private static Optional<WebhookEvent.Action> action(String action, JsonNode changes) {
        return switch (action) {
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
    }
}
