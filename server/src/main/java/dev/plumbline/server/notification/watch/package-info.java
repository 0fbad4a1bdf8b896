/** Watches, and alarms about what didn't arrive. */
@NullMarked
package dev.plumbline.server.notification.watch;

import org.jspecify.annotations.NullMarked;
