package dev.plumbline.server.notification.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.plumbline.server.notification.message.Message;
import dev.plumbline.server.notification.message.Messages;
import dev.plumbline.server.notification.message.Notification;
import dev.plumbline.server.notification.message.Notifications;
import dev.plumbline.server.notification.rule.NotificationChannel;
import dev.plumbline.server.notification.rule.NotificationEvent;
import dev.plumbline.server.notification.rule.NotificationRule;
import dev.plumbline.server.queue.DeliveryOutcome;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Over real TCP. */
@Timeout(60)
class MailChannelTest {

    private static final String FROM = "plumbline@example.com";

    private final GreenMail mail = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS)
    });

    @BeforeEach
    void start() {
        mail.start();
        mail.setUser("team@example.com", "plumbline", "right");
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    @Test
    void noTextCanBeginAnotherHeader() throws Exception {
        String hostile = "x\r\nBcc: eve@example.com\r\n\r\nbody ÄÖÜ 😀";

        DeliveryOutcome outcome = send("smtp://plumbline:right@127.0.0.1:" + plainPort() + "?starttls=no", hostile);

        assertThat(outcome.kind()).as(outcome.what()).isEqualTo(DeliveryOutcome.Kind.DELIVERED);
        assertThat(mail.getReceivedMessages())
                .as("one for each recipient and no other")
                .hasSize(2);
        MimeMessage message = mail.getReceivedMessages()[0];
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getSubject()).contains("Bcc: eve@example.com").contains("ÄÖÜ 😀");
        assertThat(message.getRecipients(RecipientType.TO)).hasSize(2);
        assertThat(Collections.list(message.getAllHeaderLines()))
                .noneMatch(line -> line.startsWith("Bcc") || line.startsWith("body"));
    }

    @Test
    void aWrongPasswordNeedsAPersonAndIsInNoMessage() {
        DeliveryOutcome outcome = send("smtp://plumbline:wrong-secret@127.0.0.1:" + plainPort() + "?starttls=no", "x");

        assertThat(outcome.kind()).isEqualTo(DeliveryOutcome.Kind.DEAD);
        assertThat(outcome.what()).contains("PLUMBLINE_SMTP_URL").doesNotContain("wrong-secret");
    }

    @Test
    void nothingIsSentInTheClearWhereTlsIsAskedFor() {
        DeliveryOutcome outcome = send("smtp://plumbline:right@127.0.0.1:" + plainPort(), "x");

        assertThat(outcome.kind()).isEqualTo(DeliveryOutcome.Kind.FAILED);
        assertThat(outcome.what()).contains("offer STARTTLS");
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() {
        DeliveryOutcome outcome =
                send("smtps://plumbline:right@127.0.0.1:" + mail.getSmtps().getPort(), "x");

        assertThat(outcome.kind()).isEqualTo(DeliveryOutcome.Kind.FAILED);
        assertThat(outcome.what()).contains("certificate");
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @Test
    void aServerWithoutMailSaysSo() {
        assertThat(new MailChannel(Optional.empty()).send(rule(), outgoing("x")).kind())
                .isEqualTo(DeliveryOutcome.Kind.DEAD);
    }

    private int plainPort() {
        return mail.getSmtp().getPort();
    }

    private static DeliveryOutcome send(String url, String text) {
        return new MailChannel(Optional.of(MailServer.of(url, FROM))).send(rule(), outgoing(text));
    }

    private static NotificationRule rule() {
        return new NotificationRule(
                3,
                new NotificationRule.Wish(
                        "Team",
                        NotificationChannel.EMAIL,
                        "team@example.com, lead@example.com",
                        NotificationEvent.usual(),
                        "*",
                        "*",
                        "*",
                        0,
                        true),
                "",
                Instant.EPOCH);
    }

    private static OutgoingMessage outgoing(String text) {
        Notification notification = Notifications.regression(NotificationEvent.CONFIRMED, text, text, text);
        Message message = Messages.of(notification);
        return new OutgoingMessage(1, 2, notification, message, message.topic(), Optional.empty());
    }
}
