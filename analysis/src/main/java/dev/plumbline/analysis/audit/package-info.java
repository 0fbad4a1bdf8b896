/** The reasons to distrust a measurement: what its set-up, its machine and its own numbers say against it. */
@NullMarked
package dev.plumbline.analysis.audit;

import org.jspecify.annotations.NullMarked;
