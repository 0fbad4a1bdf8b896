/** The page of the notification rules and watches, and the feed. */
@NullMarked
package dev.plumbline.server.site.notification;

import org.jspecify.annotations.NullMarked;
