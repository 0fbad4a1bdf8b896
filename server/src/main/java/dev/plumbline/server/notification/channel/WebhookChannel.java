package dev.plumbline.server.notification.channel;

import dev.plumbline.forge.http.HmacSha256;
import dev.plumbline.server.notification.rule.NotificationRule;
import dev.plumbline.server.queue.DeliveryOutcome;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;

/** Signed JSON to an address. */
public final class WebhookChannel implements Channel {

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
        HmacSha256 signing = new HmacSha256(secret.getBytes(StandardCharsets.UTF_8));
        return "v1=" + signing.hex((timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
    }
}
