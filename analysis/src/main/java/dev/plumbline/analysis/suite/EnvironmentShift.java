package dev.plumbline.analysis.suite;

import dev.plumbline.analysis.segment.ChangePoint;

/**
 * A change point of the suite: the movement that its benchmarks share shifted. It is reported once, however many benchmarks there
 * are. A movement doesn't say what caused it: the machine, the JVM or the code that all of them execute.
 *
 * @param point where and how far; levels and ratio are of the shared movement, higher is worse
 * @param moved how many of the series took part
 * @param series how many series it was estimated from
 * @param spread how much their steps differ from each other beyond noise, a standard deviation on the log scale
 */
public record EnvironmentShift(ChangePoint point, int moved, int series, double spread) {}
