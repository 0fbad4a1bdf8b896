package dev.plumbline.server;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.plumbline.server.ApiClient.Answer;
import dev.plumbline.server.Receiver.Received;
import dev.plumbline.server.project.Scope;
import io.vertx.core.json.JsonObject;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A whole server that announces: real uploads, real HTTP, real SMTP. */
@Timeout(180)
class NotificationDeliveryTest {

    private static final Receiver RECEIVER = new Receiver();
    private static final GreenMail MAIL = mail();

    @RegisterExtension
    static final TestServer server = TestServer.with(Map.of(
            "PLUMBLINE_NOTIFY_HOSTS",
            RECEIVER.host(),
            "PLUMBLINE_SMTP_URL",
            "smtp://plumbline:p%40ss@127.0.0.1:" + MAIL.getSmtp().getPort() + "?starttls=no",
            "PLUMBLINE_MAIL_FROM",
            "plumbline@example.com",
            "PLUMBLINE_PUBLIC_URL",
            "https://plumbline.example.com"));

    private final AtomicInteger commit = new AtomicInteger();

    private static GreenMail mail() {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        mail.setUser("team@example.com", "plumbline", "p@ss");
        return mail;
    }

    @AfterAll
    static void stop() {
        MAIL.stop();
        RECEIVER.close();
    }

    @Test
    void aRegressionIsAnnouncedOnceOnEveryChannelAndItsEndInTheSameThread() throws Exception {
        ApiClient admin = admin("told");
        String secret =
                rule(admin, "told", "webhook", RECEIVER.host() + "/hook").getString("secret");
        rule(admin, "told", "slack", RECEIVER.host() + "/chat");
        rule(admin, "told", "email", "team@example.com");

        upload(admin, "told", 12, 2.0);
        upload(admin, "told", 8, 3.0);

        Received first = requireNonNull(RECEIVER.next(90));
        Received second = requireNonNull(RECEIVER.next(90));
        Received hook = first.path().equals("/hook") ? first : second;
        Received chat = first.path().equals("/hook") ? second : first;
        assertThat(chat.path()).isEqualTo("/chat");
        assertSigned(hook, secret);
        assertThat(hook.header("Plumbline-Event")).isEqualTo("confirmed");
        JsonObject told = new JsonObject(hook.body());
        assertThat(told.getJsonArray("regressions")).hasSize(1);
        JsonObject regression = told.getJsonArray("regressions").getJsonObject(0);
        assertThat(regression.getInteger("seriesCount")).isEqualTo(2);
        assertThat(regression.getJsonArray("commits").getJsonObject(0).getString("sha"))
                .isEqualTo("%040x".formatted(13));
        assertThat(regression.getString("url")).startsWith("https://plumbline.example.com/projects/told/regressions/");
        assertThat(chat.body()).contains("\"blocks\"").contains("slower and 1 more series");
        assertThat(MAIL.waitForIncomingEmail(60_000, 1)).isTrue();

        upload(admin, "told", 10, 2.0);

        assertThat(requireNonNull(RECEIVER.next(90)).body()).contains("Fixed");
        assertThat(requireNonNull(RECEIVER.next(90)).body()).contains("Fixed");
        assertThat(MAIL.waitForIncomingEmail(60_000, 2)).isTrue();
        assertThat(RECEIVER.waiting()).as("nothing is told twice").isZero();
        assertOneThread(MAIL.getReceivedMessages());
    }

    @Test
    void aTestMessageTellsWhatBecameOfIt() throws InterruptedException {
        ApiClient admin = admin("tried");
        String location = path("tried") + "/"
                + rule(admin, "tried", "slack", RECEIVER.host() + "/tried").getLong("id");
        RECEIVER.answer(302);
        try {
            assertThat(admin.post(location + "/test", "").status()).isEqualTo(202);

            assertThat(requireNonNull(RECEIVER.next(30)).body()).contains("Test message");
            JsonObject last = lastMessage(admin, location);
            assertThat(last.getString("state")).isEqualTo("dead");
            assertThat(last.getString("error")).contains("redirect").doesNotContain("/tried");
        } finally {
            RECEIVER.answer(200);
        }
    }

    private static JsonObject lastMessage(ApiClient admin, String location) {
        JsonObject waiting = new JsonObject().put("state", "waiting");
        return await().atMost(60, TimeUnit.SECONDS)
                .until(
                        () -> admin.get(location).json().getJsonObject("lastMessage", waiting),
                        last -> !last.getString("state").equals("waiting"));
    }

    private static void assertOneThread(MimeMessage... mails) throws Exception {
        MimeMessage first = mails[0];
        MimeMessage second = mails[1];
        assertThat(first.getSubject()).startsWith("[told] ").contains("slower").contains("ci-linux");
        assertThat(second.getSubject()).isEqualTo("Re: " + first.getSubject());
        assertThat(second.getHeader("In-Reply-To")).containsExactly(first.getMessageID());
        assertThat(second.getHeader("References")).containsExactly(first.getMessageID());
        assertThat(first.getHeader("List-Id")).containsExactly("<told.plumbline.plumbline.example.com>");
        assertThat(first.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        MimeMultipart content = (MimeMultipart) first.getContent();
        assertThat(content.getContentType()).startsWith("multipart/alternative");
        assertThat(content.getBodyPart(0).getContent().toString()).contains("it came with the commit after");
        assertThat(content.getBodyPart(1).getContent().toString())
                .contains("<h1")
                .contains("</table>");
    }

    private static void assertSigned(Received hook, String secret) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signed = hook.header("Plumbline-Timestamp") + "." + hook.body();
        assertThat(hook.header("Plumbline-Signature"))
                .isEqualTo("v1=" + HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
        assertThat(hook.header("Plumbline-Delivery")).matches("\\d+-\\d+");
    }

    private void upload(ApiClient client, String project, int runs, double level) {
        for (int i = 0; i < runs; i++) {
            int number = commit.incrementAndGet();
            double value = level * (1 + 0.002 * Math.sin(number * 2.3));
            Answer answer = client.upload(project, "%040x".formatted(number), JmhDocument.suite(2, value));
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        }
    }

    private static JsonObject rule(ApiClient admin, String project, String channel, String target) {
        Answer answer = admin.post(
                path(project), "{\"name\":\"Team\",\"channel\":\"" + channel + "\",\"target\":\"" + target + "\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json();
    }

    private static ApiClient admin(String project) {
        return server.client(server.token(server.project(project, true), Scope.ADMIN));
    }

    private static String path(String project) {
        return "/api/v1/projects/" + project + "/notifications";
    }
}
