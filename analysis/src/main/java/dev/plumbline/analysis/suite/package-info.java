/** The movement that the benchmarks of an environment share, and the verdict on it. */
@NullMarked
package dev.plumbline.analysis.suite;

import org.jspecify.annotations.NullMarked;
