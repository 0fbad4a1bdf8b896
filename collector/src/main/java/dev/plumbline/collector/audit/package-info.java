/** {@code plumbline audit}: lists the reasons to distrust a measurement. */
@NullMarked
package dev.plumbline.collector.audit;

import org.jspecify.annotations.NullMarked;
