/** {@code plumbline run}: runs JMH, audits the measurement and uploads it. */
@NullMarked
package dev.plumbline.collector.run;

import org.jspecify.annotations.NullMarked;
