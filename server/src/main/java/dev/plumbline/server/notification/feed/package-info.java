/** The Atom feed of regressions and its key. */
@NullMarked
package dev.plumbline.server.notification.feed;

import org.jspecify.annotations.NullMarked;
