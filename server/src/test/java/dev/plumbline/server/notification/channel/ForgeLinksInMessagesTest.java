package dev.plumbline.server.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.forge.ForgeKind;
import dev.plumbline.server.forges.ForgeLinks;
import dev.plumbline.server.notification.message.Message;
import dev.plumbline.server.notification.message.Messages;
import dev.plumbline.server.notification.message.Notification;
import dev.plumbline.server.notification.message.Notifications;
import dev.plumbline.server.notification.rule.NotificationEvent;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;

class ForgeLinksInMessagesTest {

    private static final String PAGE = "https://github.com/acme/widget";

    private static Notification.OfRegressions linked() {
        Notification.OfRegressions plain = Notifications.regression(
                NotificationEvent.CONFIRMED, "com.acme.Parser.parse", "Parse in one pass", "Ann");
        Notification.Head head = plain.head();
        return new Notification.OfRegressions(
                new Notification.Head(
                        head.server(),
                        head.slug(),
                        head.project(),
                        head.ruleId(),
                        head.rule(),
                        head.thread(),
                        head.opens(),
                        head.at(),
                        ForgeLinks.of(ForgeKind.GITHUB, PAGE, "main")),
                plain.event(),
                plain.regressions(),
                plain.note());
    }

    @Test
    void eachCommitOfAMessageLeadsToTheForge() {
        Notification.OfRegressions notification = linked();
        Message message = Messages.of(notification);
        String sha = notification.regressions().get(0).range().commits().get(0).sha();
        String address = PAGE + "/commit/" + sha;
        String hash = sha.substring(0, 8);

        assertThat(MailFormat.text(message)).contains("  " + address + "\n");
        assertThat(MailFormat.html(message)).contains("<code><a href=\"" + address + "\">" + hash + "</a></code>");
        assertThat(SlackFormat.body(message)).contains("<" + address + "|" + hash + ">");
        assertThat(IssueFormat.body(message, 10_000)).contains("- [" + hash + "](" + address + ")");
    }

    @Test
    void aWebhookGetsTheAddressesOfTheCommitsAndOfTheRange() {
        Notification.OfRegressions notification = linked();

        JsonObject regression = new JsonObject(WebhookFormat.body(notification))
                .getJsonArray("regressions")
                .getJsonObject(0);

        assertThat(regression.getString("rangeUrl"))
                .isEqualTo(PAGE + "/compare/"
                        + notification.regressions().get(0).range().previousSha() + "..."
                        + regression.getJsonArray("commits").getJsonObject(0).getString("sha"));
        assertThat(regression.getJsonArray("commits").getJsonObject(0).getString("url"))
                .startsWith(PAGE + "/commit/");
    }
}
