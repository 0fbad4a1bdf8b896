package dev.plumbline.server.judging;

import dev.plumbline.analysis.model.BenchmarkId;
import java.util.List;

/**
 * The benchmarks that only one side of a comparison has.
 *
 * @param added those that only the run has, by name
 * @param removed those that only the baseline's newest commit has, by name
 */
public record BenchmarkChanges(List<BenchmarkId> added, List<BenchmarkId> removed) {

    /** Both sides have the same ones. */
    public static final BenchmarkChanges NONE = new BenchmarkChanges(List.of(), List.of());

    public BenchmarkChanges {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }
}
