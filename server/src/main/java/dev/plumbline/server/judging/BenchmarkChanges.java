package dev.plumbline.server.judging;

import dev.plumbline.analysis.model.BenchmarkId;
import java.util.List;

/**
 * The benchmarks that only one side of a comparison has.
 *
 * @param added those that the run has and its baseline has not, by name
 * @param removed those that the baseline's newest commit has and the run has not, by name
 */
public record BenchmarkChanges(List<BenchmarkId> added, List<BenchmarkId> removed) {

    /** Both sides have the same ones. */
    public static final BenchmarkChanges NONE = new BenchmarkChanges(List.of(), List.of());

    public BenchmarkChanges {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }
}
