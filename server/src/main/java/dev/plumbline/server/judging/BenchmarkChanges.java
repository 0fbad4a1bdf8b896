package dev.plumbline.server.judging;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.report.missing.Absence;
import java.util.List;
import java.util.Map;

/**
 * The benchmarks for which only one side of a run's comparison has a number.
 *
 * @param added those that only the run has, by name
 * @param absences those that the run has no number for, by name
 * @param accepted those of them that people accepted as removed, with who did so
 */
public record BenchmarkChanges(List<BenchmarkId> added, List<Absence> absences, Map<BenchmarkId, String> accepted) {

    public BenchmarkChanges {
        added = List.copyOf(added);
        absences = List.copyOf(absences);
        accepted = Map.copyOf(accepted);
    }
}
