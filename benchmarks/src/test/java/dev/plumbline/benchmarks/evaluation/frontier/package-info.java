@NullMarked
package dev.plumbline.benchmarks.evaluation.frontier;

import org.jspecify.annotations.NullMarked;
