@NullMarked
package dev.plumbline.server.notification.announcement;

import org.jspecify.annotations.NullMarked;
