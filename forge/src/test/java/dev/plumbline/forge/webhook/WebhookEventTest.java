package dev.plumbline.forge.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.forge.ForgeKind;
import dev.plumbline.forge.repository.PullRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookEventTest {

    private static final String GITHUB = """
        {"action":"%s","number":5,"changes":%s,"repository":{"full_name":"acme/tools"},
         "pull_request":{"number":5,"title":"Faster","state":"%s","merged":false,"updated_at":"2026-11-22T12:00:00Z",
          "user":{"login":"ada"},"html_url":"https://github.com/acme/tools/pull/5",
          "head":{"sha":"3f722d5c","ref":"faster-split","repo":{"full_name":"eve/tools"}},"base":{"ref":"main"}}}
        """;

    private static final String GITLAB = """
        {"object_kind":"merge_request","user":{"username":"ada"},"project":{"path_with_namespace":"acme/core/tools"},
         "object_attributes":{"iid":5,"title":"Faster","state":"%s","action":"%s"%s,"source_branch":"faster-split",
          "target_branch":"main","source":{"path_with_namespace":"eve/tools"},"last_commit":{"id":"3f722d5c"},
          "updated_at":"2026-11-22 12:00:00 UTC","url":"https://gitlab.com/acme/core/tools/-/merge_requests/5"},
         "changes":%s}
        """;

    @ParameterizedTest
    @CsvSource({
        "opened,      {},                          open,   OPENED",
        "synchronize, {},                          open,   SYNCHRONISED",
        "synchronized,{},                          open,   SYNCHRONISED",
        "reopened,    {},                          open,   REOPENED",
        "closed,      {},                          closed, CLOSED",
        "edited,      {\"base\":{\"ref\":{}}},     open,   RETARGETED",
        "edited,      {\"ref\":{\"from\":\"x\"}},  open,   RETARGETED"
    })
    void readsWhatHappenedOnGitHubAndGitea(String action, String changes, String state, WebhookEvent.Action expected) {
        String body = GITHUB.formatted(action, changes, state);

        assertThat(read(ForgeKind.GITHUB, Map.of("X-GitHub-Event", "pull_request"), body)
                        .orElseThrow()
                        .action())
                .isEqualTo(expected);
        assertThat(read(ForgeKind.GITEA, Map.of("X-Gitea-Event", "pull_request"), body)
                        .orElseThrow()
                        .action())
                .isEqualTo(expected);
    }

    @Test
    void readsAllThatGitHubTells() {
        WebhookEvent event = read(
                        ForgeKind.GITHUB,
                        Map.of("X-GitHub-Event", "pull_request", "X-GitHub-Delivery", "72d3162e"),
                        GITHUB.formatted("opened", "{}", "open"))
                .orElseThrow();

        assertThat(event.repository()).isEqualTo("acme/tools");
        assertThat(event.delivery()).isEqualTo("72d3162e");
        assertThat(event.digest()).hasSize(64);
        assertThat(event.updated()).contains(Instant.parse("2026-11-22T12:00:00Z"));
        assertThat(event.pullRequest())
                .isEqualTo(new PullRequest(
                        5,
                        "Faster",
                        "ada",
                        PullRequest.State.OPEN,
                        "3f722d5c",
                        "faster-split",
                        "eve/tools",
                        "main",
                        "https://github.com/acme/tools/pull/5"));
    }

    @ParameterizedTest
    @CsvSource({
        "opened, open,   '',                  {},                         OPENED",
        "opened, reopen, '',                  {},                         REOPENED",
        "closed, close,  '',                  {},                         CLOSED",
        "merged, merge,  '',                  {},                         CLOSED",
        "opened, update, ',\"oldrev\":\"a\"', {},                         SYNCHRONISED",
        "opened, update, '',                  {\"target_branch\":{}},     RETARGETED"
    })
    void readsWhatHappenedOnGitLab(
            String state, String action, String more, String changes, WebhookEvent.Action expected) {
        WebhookEvent event = read(
                        ForgeKind.GITLAB,
                        Map.of("X-Gitlab-Event", "Merge Request Hook", "Idempotency-Key", "f5a1"),
                        GITLAB.formatted(state, action, more, changes))
                .orElseThrow();

        assertThat(event.action()).isEqualTo(expected);
        assertThat(event.repository()).isEqualTo("acme/core/tools");
        assertThat(event.delivery()).isEqualTo("f5a1");
        assertThat(event.updated()).contains(Instant.parse("2026-11-22T12:00:00Z"));
        assertThat(event.pullRequest().headRepository()).isEqualTo("eve/tools");
        assertThat(event.pullRequest().state())
                .isEqualTo(
                        switch (state) {
                            case "opened" -> PullRequest.State.OPEN;
                            case "merged" -> PullRequest.State.MERGED;
                            default -> PullRequest.State.CLOSED;
                        });
    }

    @Test
    void leavesOutWhatChangesNothing() {
        Map<String, String> github = Map.of("X-GitHub-Event", "pull_request");

        assertThat(read(ForgeKind.GITHUB, Map.of("X-GitHub-Event", "ping"), "{}"))
                .isEmpty();
        assertThat(read(ForgeKind.GITHUB, github, GITHUB.formatted("labeled", "{}", "open")))
                .isEmpty();
        assertThat(read(ForgeKind.GITHUB, github, GITHUB.formatted("edited", "{\"title\":{}}", "open")))
                .isEmpty();
        assertThat(read(
                        ForgeKind.GITLAB,
                        Map.of("X-Gitlab-Event", "Merge Request Hook"),
                        GITLAB.formatted("opened", "update", "", "{\"title\":{}}")))
                .isEmpty();
    }

    @Test
    void refusesABodyThatIsNotWhatItSays() {
        Map<String, String> headers = Map.of("X-GitHub-Event", "pull_request");

        assertThatThrownBy(() -> read(ForgeKind.GITHUB, headers, "[")).hasMessage("the webhook's body is not JSON");
        assertThatThrownBy(() -> read(ForgeKind.GITHUB, headers, "{\"action\":\"opened\"}"))
                .hasMessageContaining("names no repository");
    }

    private static Optional<WebhookEvent> read(ForgeKind kind, Map<String, String> headers, String body) {
        return kind.product()
                .webhooks()
                .event(new WebhookRequest(
                        name -> Optional.ofNullable(headers.get(name)), body.getBytes(StandardCharsets.UTF_8)));
    }
}
