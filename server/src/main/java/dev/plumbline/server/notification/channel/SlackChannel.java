package dev.plumbline.server.notification.channel;

import dev.plumbline.server.notification.rule.NotificationRule;
import dev.plumbline.server.queue.DeliveryOutcome;
import java.util.Map;

/** An incoming webhook as Slack, and after it Mattermost, Rocket.Chat and others, define it. */
public final class SlackChannel implements Channel {

    private final HttpPost post;

    public SlackChannel(HttpPost post) {
        this.post = post;
    }

    @Override
    public DeliveryOutcome send(NotificationRule rule, OutgoingMessage outgoing) {
        return post.send(rule.wish().target(), SlackFormat.body(outgoing.message()), Map.of());
    }
}
