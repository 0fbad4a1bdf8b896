/** Notification rules: whom a project tells of what. */
@NullMarked
package dev.plumbline.server.notification.rule;

import org.jspecify.annotations.NullMarked;
