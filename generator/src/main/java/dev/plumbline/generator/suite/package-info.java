/** The benchmarks of a made-up project, what each costs and how it scatters. */
@NullMarked
package dev.plumbline.generator.suite;

import org.jspecify.annotations.NullMarked;
