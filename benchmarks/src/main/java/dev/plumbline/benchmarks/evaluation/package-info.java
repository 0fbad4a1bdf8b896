/** The detector's accuracy report: reads a folder of measurements with known truth and prints how often it is right. */
@NullMarked
package dev.plumbline.benchmarks.evaluation;

import org.jspecify.annotations.NullMarked;
