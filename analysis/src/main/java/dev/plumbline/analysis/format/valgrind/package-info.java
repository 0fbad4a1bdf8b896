/** What Callgrind and Cachegrind write, and programs that write Callgrind's format: counts of events by function. */
@NullMarked
package dev.plumbline.analysis.format.valgrind;

import org.jspecify.annotations.NullMarked;
