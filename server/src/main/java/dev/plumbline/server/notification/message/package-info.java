/** Notifications and the messages that they are rendered as, independent of the channel. */
@NullMarked
package dev.plumbline.server.notification.message;

import org.jspecify.annotations.NullMarked;
