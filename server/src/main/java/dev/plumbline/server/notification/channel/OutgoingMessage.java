package dev.plumbline.server.notification.channel;

import dev.plumbline.server.notification.message.Message;
import dev.plumbline.server.notification.message.Notification;
import java.util.Optional;

/**
 * A message, ready to be sent.
 *
 * @param projectId the project
 * @param deliveryId the key of its delivery, the same for every attempt
 * @param notification what it reports, as values
 * @param message what it reports, in words
 * @param topic what the thread is about, as its first message called it
 * @param issue the issue that holds the thread; empty while none was opened
 */
public record OutgoingMessage(
        long projectId,
        long deliveryId,
        Notification notification,
        Message message,
        String topic,
        Optional<Integer> issue) {}
