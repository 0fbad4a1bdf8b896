/** Looks for runs that are overdue and benchmarks that vanished. */
@NullMarked
package dev.plumbline.server.notification.watchdog;

import org.jspecify.annotations.NullMarked;
