@NullMarked
package dev.plumbline.server.notification.watchdog;

import org.jspecify.annotations.NullMarked;
