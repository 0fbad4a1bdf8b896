package dev.plumbline.analysis.report.change;

import dev.plumbline.analysis.model.BenchmarkId;

/** A benchmark that only one side of a comparison has, or that goes by another name now. */
public sealed interface BenchmarkChange {

    /** Only the head has it: there is nothing to compare it with. */
    record Added(BenchmarkId benchmark) implements BenchmarkChange {}

    /** Only the base has it. */
    record Removed(BenchmarkId benchmark) implements BenchmarkChange {}

    /** Most likely the same under another name; not compared, since only a person can tell. */
    record Renamed(BenchmarkId before, BenchmarkId after) implements BenchmarkChange {}
}
