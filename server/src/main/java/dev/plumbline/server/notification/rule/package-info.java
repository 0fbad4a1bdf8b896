/** Notification rules: which events of a project are reported to whom. */
@NullMarked
package dev.plumbline.server.notification.rule;

import org.jspecify.annotations.NullMarked;
