@NullMarked
package dev.plumbline.server.site.notification;

import org.jspecify.annotations.NullMarked;
