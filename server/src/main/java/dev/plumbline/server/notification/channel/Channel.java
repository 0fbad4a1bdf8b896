package dev.plumbline.server.notification.channel;

import dev.plumbline.server.notification.rule.NotificationRule;
import dev.plumbline.server.queue.DeliveryOutcome;

/** A way to send messages to people. Calls block; several threads use one object. */
public interface Channel {

    /** Sends a message once. An exception counts as a failure that may pass. */
    DeliveryOutcome send(NotificationRule rule, OutgoingMessage outgoing);
}
