package dev.plumbline.server.notification.channel;

import dev.plumbline.server.notification.message.Bulletin;
import dev.plumbline.server.notification.message.Notice;
import dev.plumbline.server.notification.rule.NotificationRule;
import dev.plumbline.server.queue.DeliveryOutcome;
import java.util.Optional;

/** A way that messages take to people. Calls block; one object is used by several threads. */
public interface Channel {

    /** Sends one message, once. An exception counts as a failure that may pass. */
    DeliveryOutcome send(NotificationRule rule, Letter letter);

    /**
     * A message, ready to be sent.
     *
     * @param projectId the project
     * @param deliveryId what tells the delivery from others of the project, the same each time it is tried
     * @param notice the message as values
     * @param bulletin the message in words
     * @param topic what the conversation is about, as its first message called it
     * @param issue the issue that the conversation is held at; empty where none was opened yet
     */
    record Letter(
            long projectId, long deliveryId, Notice notice, Bulletin bulletin, String topic, Optional<Integer> issue) {}
}
