/** Commits from which benchmarks are measured anew, because what they measure changed. */
@NullMarked
package dev.plumbline.server.baseline;

import org.jspecify.annotations.NullMarked;
