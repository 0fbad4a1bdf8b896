@NullMarked
package dev.plumbline.benchmarks.evaluation;

import org.jspecify.annotations.NullMarked;
