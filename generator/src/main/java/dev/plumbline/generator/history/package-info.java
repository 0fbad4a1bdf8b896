/** The commits of a made-up project, and what they did to its benchmarks. */
@NullMarked
package dev.plumbline.generator.history;

import org.jspecify.annotations.NullMarked;
