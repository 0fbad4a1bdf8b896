@NullMarked
package dev.plumbline.server.notification.message;

import org.jspecify.annotations.NullMarked;
