/** Which rules are notified of what. */
@NullMarked
package dev.plumbline.server.notification.thread;

import org.jspecify.annotations.NullMarked;
