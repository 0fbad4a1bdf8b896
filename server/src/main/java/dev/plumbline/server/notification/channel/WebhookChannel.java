package dev.plumbline.server.notification.channel;

import dev.plumbline.server.notification.rule.NotificationRule;
import dev.plumbline.server.queue.DeliveryOutcome;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signed JSON to an address. */
public final class WebhookChannel implements Channel {

    private static final String ALGORITHM = "HmacSHA256";

    private final HttpPost post;
    private final InstantSource clock;

    public WebhookChannel(HttpPost post, InstantSource clock) {
        this.post = post;
        this.clock = clock;
    }

    @Override
    public DeliveryOutcome send(NotificationRule rule, OutgoingMessage outgoing) {
        String body = WebhookFormat.body(outgoing.notification());
        String timestamp = String.valueOf(clock.instant().getEpochSecond());
        return post.send(
                rule.wish().target(),
                body,
                Map.of(
                        "Plumbline-Event",
                        WebhookFormat.event(outgoing.notification()),
                        "Plumbline-Delivery",
                        outgoing.projectId() + "-" + outgoing.deliveryId(),
                        "Plumbline-Timestamp",
                        timestamp,
                        "Plumbline-Signature",
                        signature(rule.secret(), timestamp, body)));
    }

    /** HMAC-SHA256 over the timestamp, a full stop and the body, in hexadecimal digits. */
    static String signature(String secret, String timestamp, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] digest = mac.doFinal((timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
            return "v1=" + HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java platform lacks " + ALGORITHM, e);
        }
    }
}
