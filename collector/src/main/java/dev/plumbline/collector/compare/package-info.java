/** {@code plumbline compare}: compares the results of two versions, without a server. */
@NullMarked
package dev.plumbline.collector.compare;

import org.jspecify.annotations.NullMarked;
