@NullMarked
package dev.plumbline.server.notification.channel;

import org.jspecify.annotations.NullMarked;
