/** The words of a message, whatever channel it goes through. */
@NullMarked
package dev.plumbline.server.notification.message;

import org.jspecify.annotations.NullMarked;
