/** JMH as it is run: its options, its processes, its documents. */
@NullMarked
package dev.plumbline.collector.jmh;

import org.jspecify.annotations.NullMarked;
