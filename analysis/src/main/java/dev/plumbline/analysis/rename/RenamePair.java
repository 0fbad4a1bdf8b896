package dev.plumbline.analysis.rename;

import dev.plumbline.analysis.model.BenchmarkId;

/**
 * One benchmark under its two names.
 *
 * @param from the benchmark that is gone
 * @param to the one that came
 */
public record RenamePair(BenchmarkId from, BenchmarkId to) {}
