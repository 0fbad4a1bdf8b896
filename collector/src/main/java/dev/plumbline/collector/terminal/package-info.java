/** What the tool writes to: a terminal or a log. */
@NullMarked
package dev.plumbline.collector.terminal;

import org.jspecify.annotations.NullMarked;
