/** Histories that were measured before there was a server: {@code plumbline import}. */
@NullMarked
package dev.plumbline.collector.history;

import org.jspecify.annotations.NullMarked;
