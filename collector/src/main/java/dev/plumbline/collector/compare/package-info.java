/** {@code plumbline compare}: judges the results of one version by those of another, without a server. */
@NullMarked
package dev.plumbline.collector.compare;

import org.jspecify.annotations.NullMarked;
