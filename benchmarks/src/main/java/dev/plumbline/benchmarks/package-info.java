/** What Plumbline's own speed is held against: JMH benchmarks, each beside the reference that it is compared with. */
@NullMarked
package dev.plumbline.benchmarks;

import org.jspecify.annotations.NullMarked;
