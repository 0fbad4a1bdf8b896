/** How much a rule finds at a rate of false alarms, and by how much one rule is ahead of another. */
@NullMarked
package dev.plumbline.benchmarks.evaluation.frontier;

import org.jspecify.annotations.NullMarked;
