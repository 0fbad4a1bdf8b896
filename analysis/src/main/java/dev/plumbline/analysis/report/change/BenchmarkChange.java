package dev.plumbline.analysis.report.change;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.report.missing.Absence;
import java.util.ArrayList;
import java.util.List;

/** A benchmark that isn't compared: only one side has a number for it, or it goes by another name now. */
public sealed interface BenchmarkChange {

    /** Only the head has it: there is nothing to compare it with. */
    record Added(BenchmarkId benchmark) implements BenchmarkChange {}

    /** The base has it, or it failed, and the head has no number for it. */
    record Absent(Absence absence) implements BenchmarkChange {}

    /**
     * Only the base has it, and that is accepted: it was removed deliberately.
     *
     * @param by who accepted it
     */
    record Removed(BenchmarkId benchmark, String by) implements BenchmarkChange {}

    /** Most likely the same under another name; not compared, since only a person can tell. */
    record Renamed(BenchmarkId before, BenchmarkId after) implements BenchmarkChange {}

    /**
     * The benchmarks, and the metrics of some, that have no number. One that most likely goes by another name now is among them: nothing was
     * compared with it.
     */
    static List<Absence> absences(List<BenchmarkChange> changes) {
        List<Absence> absences = new ArrayList<>();
        for (BenchmarkChange change : changes) {
            if (change instanceof Absent absent) {
                absences.add(absent.absence());
            } else if (change instanceof Renamed renamed) {
                absences.add(new Absence.Missing(renamed.before()));
            }
        }
        return absences;
    }
}
