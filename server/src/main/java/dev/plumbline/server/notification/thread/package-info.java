/** Threads of notifications: which rules are notified of what, in which thread, and what their messages are about. */
@NullMarked
package dev.plumbline.server.notification.thread;

import org.jspecify.annotations.NullMarked;
