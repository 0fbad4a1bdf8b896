/** How fast the readers are beside a bare parse of the same bytes. */
@NullMarked
package dev.plumbline.benchmarks.reading;

import org.jspecify.annotations.NullMarked;
