package dev.plumbline.server.notification.channel;

import dev.plumbline.server.notification.message.Message;
import dev.plumbline.server.notification.message.Messages;
import dev.plumbline.server.notification.message.Notification;
import dev.plumbline.server.notification.rule.NotificationRule;
import dev.plumbline.server.queue.DeliveryOutcome;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;

/**
 * E-mail, in text and HTML. A thread of notifications is a thread of mails: the first mail's Message-ID is derived from the thread,
 * and the later ones refer to it and repeat its subject. A later mail's Message-ID is derived from its delivery, so that a mail
 * program recognizes a mail that arrives twice.
 */
public final class MailChannel implements Channel {

    private static final String CHARSET = "UTF-8";
    private static final int LONGEST_SUBJECT = 180;
    private static final int SMTP_PERMANENT = 500;

    private final Optional<MailServer> server;

    public MailChannel(Optional<MailServer> server) {
        this.server = server;
    }

    @Override
    public DeliveryOutcome send(NotificationRule rule, OutgoingMessage outgoing) {
        if (server.isEmpty()) {
            return DeliveryOutcome.dead("No mail server is configured. Set PLUMBLINE_SMTP_URL.", 0);
        }
        try {
            send(server.get(), rule, outgoing);
            return DeliveryOutcome.delivered("The mail server accepted the mail.", 0);
        } catch (AuthenticationFailedException e) {
            return DeliveryOutcome.dead("The mail server rejected the user or the password in PLUMBLINE_SMTP_URL.", 0);
        } catch (MessagingException e) {
            return failure(e);
        }
    }

    /** A status of 500 or more is final; anything else may pass. The server's text may contain addresses, so only the status is kept. */
    private static DeliveryOutcome failure(MessagingException e) {
        int status = e instanceof SMTPSendFailedException smtp ? smtp.getReturnCode() : 0;
        if (status >= SMTP_PERMANENT) {
            return DeliveryOutcome.dead("The mail server refused the mail with " + status + ".", 0);
        }
        return DeliveryOutcome.failed(
                "The mail server " + reason(e) + (status > 0 ? " (status " + status + ")" : "") + ".",
                0,
                Optional.empty());
    }

    private static String reason(MessagingException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return "has an untrusted certificate or an invalid TLS configuration";
            }
        }
        if (e instanceof MailConnectException) {
            return "can't be reached";
        }
        return String.valueOf(e.getMessage()).startsWith("STARTTLS is required")
                ? "doesn't offer STARTTLS, so nothing was sent"
                : "didn't accept the mail";
    }

    private static void send(MailServer server, NotificationRule rule, OutgoingMessage outgoing)
            throws MessagingException {
        Session session = Session.getInstance(properties(server));
        MimeMessage mail = mail(session, server, rule, outgoing);
        String protocol = server.encryption() == MailServer.Encryption.TLS ? "smtps" : "smtp";
        Transport transport = session.getTransport(protocol);
        boolean taken = false;
        try {
            transport.connect(
                    server.host(),
                    server.port(),
                    server.user().orElse(null),
                    server.user().isEmpty() ? null : server.password());
            transport.sendMessage(mail, mail.getAllRecipients());
            taken = true;
        } finally {
            close(transport, taken);
        }
    }

    /** Ignores a failure to close after the server accepted the mail; otherwise the mail would be sent again. */
    private static void close(Transport transport, boolean taken) throws MessagingException {
        try {
            transport.close();
        } catch (MessagingException e) {
            if (!taken) {
                throw e;
            }
        }
    }

    private static Properties properties(MailServer server) {
        Properties properties = new Properties();
        for (String protocol : new String[] {"smtp", "smtps"}) {
            String prefix = "mail." + protocol + ".";
            String patience = String.valueOf(Duration.ofSeconds(20).toMillis());
            properties.setProperty(prefix + "connectiontimeout", patience);
            properties.setProperty(prefix + "timeout", patience);
            properties.setProperty(prefix + "writetimeout", patience);
            properties.setProperty(prefix + "ssl.checkserveridentity", "true");
            properties.setProperty(prefix + "auth", String.valueOf(server.user().isPresent()));
            boolean starttls = server.encryption() == MailServer.Encryption.STARTTLS;
            properties.setProperty(prefix + "starttls.enable", String.valueOf(starttls));
            properties.setProperty(prefix + "starttls.required", String.valueOf(starttls));
        }
        return properties;
    }

    /** The mail. Every header consists of checked or encoded parts, so that no text can inject another header. */
    static MimeMessage mail(Session session, MailServer server, NotificationRule rule, OutgoingMessage outgoing)
            throws MessagingException {
        Notification.Head head = outgoing.notification().head();
        String host = host(head.server());
        String thread =
                "<plumbline." + head.slug() + "." + outgoing.projectId() + "." + head.thread() + "@" + host + ">";
        String own = "<plumbline." + head.slug() + "." + outgoing.projectId() + ".delivery." + outgoing.deliveryId()
                + "@" + host + ">";
        boolean follows = head.thread() > 0 && !head.opens();
        String topic = Messages.shortened(outgoing.topic(), LONGEST_SUBJECT);
        MimeMessage mail = new IdentifiedMessage(session, head.thread() > 0 && head.opens() ? thread : own);
        mail.setFrom(new InternetAddress(server.from()));
        mail.setRecipients(RecipientType.TO, InternetAddress.parse(rule.wish().target(), true));
        mail.setSubject(follows ? "Re: " + topic : topic, CHARSET);
        mail.setSentDate(Date.from(head.at()));
        mail.setHeader("List-Id", "<" + head.slug() + ".plumbline." + host + ">");
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("Precedence", "list");
        if (follows) {
            mail.setHeader("In-Reply-To", thread);
            mail.setHeader("References", thread);
        }
        mail.setContent(content(outgoing.message()));
        mail.saveChanges();
        return mail;
    }

    private static MimeMultipart content(Message message) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(MailFormat.text(message), CHARSET);
        MimeBodyPart html = new MimeBodyPart();
        html.setText(MailFormat.html(message), CHARSET, "html");
        return new MimeMultipart("alternative", text, html);
    }

    private static String host(String address) {
        return Optional.ofNullable(URI.create(address).getHost()).orElse("localhost");
    }

    /** A mail with a given Message-ID. */
    private static final class IdentifiedMessage extends MimeMessage {

        private final String identity;

        IdentifiedMessage(Session session, String identity) {
            super(session);
            this.identity = identity;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", identity);
        }
    }
}
