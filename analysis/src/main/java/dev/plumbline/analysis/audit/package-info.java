/** The reasons to distrust a measurement: in its set-up, its machine and its own numbers. */
@NullMarked
package dev.plumbline.analysis.audit;

import org.jspecify.annotations.NullMarked;
