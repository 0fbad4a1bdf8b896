/** What is to be told, written in the transaction that causes it. */
@NullMarked
package dev.plumbline.server.notification.announcement;

import org.jspecify.annotations.NullMarked;
