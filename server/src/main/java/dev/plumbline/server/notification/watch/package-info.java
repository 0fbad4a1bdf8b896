/** Watches, and the alarms of what did not arrive. */
@NullMarked
package dev.plumbline.server.notification.watch;

import org.jspecify.annotations.NullMarked;
