/** {@code plumbline comment}: writes the verdict on a pull request into one comment there. */
@NullMarked
package dev.plumbline.collector.comment;

import org.jspecify.annotations.NullMarked;
