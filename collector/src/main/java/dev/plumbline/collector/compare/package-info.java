/** Two sides of JMH results, each of one file or several, read and judged as the server would. */
@NullMarked
package dev.plumbline.collector.compare;

import org.jspecify.annotations.NullMarked;
