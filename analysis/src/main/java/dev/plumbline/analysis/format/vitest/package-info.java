/** The reports of vitest's benchmarks in JSON. */
@NullMarked
package dev.plumbline.analysis.format.vitest;

import org.jspecify.annotations.NullMarked;
