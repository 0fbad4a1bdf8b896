package dev.plumbline.server.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.server.notification.message.Message;
import dev.plumbline.server.notification.message.Messages;
import dev.plumbline.server.notification.message.Notifications;
import dev.plumbline.server.notification.rule.NotificationEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MessageFormsTest {

    private static final String HOSTILE =
            "<!channel> <@U1> & *bold* [x](javascript:alert(1)) <img src=x onerror=alert(1)> @everyone\r\n"
                    + "Bcc: eve@example.com\u202e";

    private static final Message PLAIN = Messages.of(Notifications.regression(
            NotificationEvent.CONFIRMED,
            "com.acme.Tokenizer.split",
            "Accept any white space",
            "Ada <ada@example.com>"));

    @Test
    void aMailSaysTheWorstTheCountTheRangeAndWhere() {
        assertThat(PLAIN.topic())
                .isEqualTo("[acme] Tokenizer.split (size=10) +34.2 % slower and 8 more series on ci-linux");
        assertThat(MailFormat.text(PLAIN)).isEqualTo("""
            Regression: Tokenizer.split (size=10) +34.2 % slower and 8 more series on ci-linux
            https://plumbline.example.com/projects/acme/regressions/12

            On main in ci-linux, it came with the commit after 11111111:
              22222222 Accept any white space (Ada)

            - Tokenizer.split (size=10): +34.2 % slower (+31.5 … +36.9 %), 31.9 µs/op → 42.8 µs/op
              https://plumbline.example.com/projects/acme/series/5
            - Tokenizer.split (size=10) · gc.alloc.rate.norm: +1.6 % more allocation (−0.5 … +3.6 %), 1,024 B/op → 1,040 B/op
              https://plumbline.example.com/projects/acme/series/6
              and 7 more series

            ----------------------------------------------------------------------------
            Sent by Plumbline under the notification rule "Team" of the project Acme.
            """);
    }

    @Test
    void whatHappenedLaterIsSaidFirst() {
        assertThat(headline(NotificationEvent.FIXED)).startsWith("Fixed: Tokenizer.split");
        assertThat(headline(NotificationEvent.REOPENED)).startsWith("Back again: ");
        assertThat(headline(NotificationEvent.OPENED)).startsWith("Suspected regression: ");
        assertThat(headline(NotificationEvent.RETRACTED)).startsWith("Not a regression after all: ");
    }

    @Test
    void nothingOfAHostileTextHasAMeaningInAChat() throws Exception {
        JsonNode body = new JsonMapper().readTree(SlackFormat.body(hostile()));

        List<String> texts = new ArrayList<>();
        texts.add(body.path("text").asText());
        body.path("blocks").forEach(block -> {
            texts.add(block.path("text").path("text").asText());
            assertThat(block.path("text").path("text").asText().length()).isLessThanOrEqualTo(3_000);
        });
        assertThat(texts)
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain("<!channel>")
                        .doesNotContain("<@U1>")
                        .doesNotContain("<img"));
        assertThat(String.join("\n", texts)).contains("&lt;!channel&gt; &lt;@U1&gt; &amp;");
    }

    @Test
    void nothingOfAHostileTextHasAMeaningInHtmlOrMarkdown() {
        assertThat(MailFormat.html(hostile()))
                .doesNotContain("<img")
                .doesNotContain("<!channel>")
                .contains("&lt;img src=x");
        // Within a code span nothing has a meaning.
        assertThat(IssueFormat.body(hostile(), 65_000).replaceAll("`[^`\n]*`", ""))
                .doesNotContain("<img")
                .doesNotContain("](javascript")
                .doesNotContain("@everyone");
        assertThat(IssueFormat.title(hostile())).doesNotContain("\n").hasSizeLessThanOrEqualTo(200);
    }

    @Test
    void aWebhookSaysModeAndThreads() throws Exception {
        JsonNode regressed = new JsonMapper()
                .readTree(WebhookFormat.body(
                        Notifications.regression(NotificationEvent.CONFIRMED, "com.acme.Tokenizer.split", "", "")));
        JsonNode series = regressed.path("regressions").path(0).path("series").path(0);
        assertThat(series.path("mode").asText()).isEqualTo("avgt");
        assertThat(series.path("threads").asInt()).isEqualTo(1);

        JsonNode vanished = new JsonMapper().readTree(WebhookFormat.body(Notifications.missing("acme.Codec.m0")));
        assertThat(vanished.path("alarms").path(0).path("mode").asText()).isEqualTo("ss");
        assertThat(vanished.path("alarms").path(0).path("threads").asInt()).isEqualTo(1);
    }

    @Test
    void aBenchmarkThatVanishedHasAnUnambiguousName() {
        assertThat(Messages.of(Notifications.missing("acme.Codec.m0")).headline())
                .isEqualTo("A benchmark is missing: Codec.m0 (size=10) [ss] 1 thread on ci-linux");
    }

    @Test
    void anIssueKeepsWithinTheForgesLimit() {
        assertThat(IssueFormat.body(PLAIN, 200).length()).isLessThanOrEqualTo(200);
    }

    @Test
    void hostsAreListedExactly() {
        NotifyHosts hosts =
                NotifyHosts.of("hooks.slack.com, *.example.com, http://ci.internal:8080, https://[::1]:8443");

        assertThat(List.of(
                        "https://hooks.slack.com/services/x",
                        "https://HOOKS.slack.com:443/",
                        "https://a.b.example.com/",
                        "http://ci.internal:8080/hook",
                        "https://[::1]:8443/"))
                .allSatisfy(address -> assertThat(hosts.allowed(address)).isPresent());
        assertThat(List.of(
                        "https://example.com/",
                        "https://evil-example.com/",
                        "http://hooks.slack.com/",
                        "https://ci.internal:8080/",
                        "http://ci.internal/",
                        "https://hooks.slack.com@evil.example/",
                        "https://hooks.slack.com%2eevil.example/",
                        "https://169.254.169.254/",
                        "file:///etc/passwd",
                        "//hooks.slack.com/",
                        "https://hooks.slack.com/#x"))
                .allSatisfy(address ->
                        assertThat(hosts.allowed(address)).as(address).isEmpty());
    }

    private static Message hostile() {
        return Messages.of(Notifications.regression(NotificationEvent.CONFIRMED, HOSTILE, HOSTILE, HOSTILE));
    }

    private static String headline(NotificationEvent event) {
        return Messages.of(Notifications.regression(event, "com.acme.Tokenizer.split", "", ""))
                .headline();
    }
}
