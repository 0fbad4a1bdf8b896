package dev.plumbline.analysis.suite;

import dev.plumbline.analysis.segment.ChangePoint;

/**
 * A change point of the suite: the movement that its benchmarks share shifted. It is seen once, however many benchmarks there
 * are; what caused it, the machine, the JVM or the code that all of them run through, a movement does not say.
 *
 * @param point where and how far; levels and ratio are of the shared movement, higher is worse
 * @param moved how many of the series took part
 * @param series how many series there were to tell
 * @param spread how much their steps differ from each other beyond noise, a standard deviation on the log scale
 */
public record EnvironmentShift(ChangePoint point, int moved, int series, double spread) {}
