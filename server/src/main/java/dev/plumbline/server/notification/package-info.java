/** Notifications: the deliveries of notification rules. */
@NullMarked
package dev.plumbline.server.notification;

import org.jspecify.annotations.NullMarked;
