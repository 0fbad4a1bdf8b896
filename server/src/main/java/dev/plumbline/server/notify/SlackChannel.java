package dev.plumbline.server.notify;

import dev.plumbline.server.store.DeliveryOutcome;
import dev.plumbline.server.store.NotificationRule;
import java.util.Map;

/** An incoming webhook as Slack has it, and Mattermost, Rocket.Chat and others after it. */
final class SlackChannel implements Channel {

    private final HttpPost post;

    SlackChannel(HttpPost post) {
        this.post = post;
    }

    @Override
    public DeliveryOutcome send(NotificationRule rule, Letter letter) {
        return post.send(rule.wish().target(), SlackFormat.body(letter.bulletin()), Map.of());
    }
}
