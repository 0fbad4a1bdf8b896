/** The channels: mail, Slack, webhook and issue, each with its form of a message. */
@NullMarked
package dev.plumbline.server.notification.channel;

import org.jspecify.annotations.NullMarked;
