package dev.plumbline.analysis.format.table;

import dev.plumbline.analysis.model.Fork;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Setup;
import java.util.List;
import java.util.Map;

/**
 * What a log says about a benchmark beside its table.
 *
 * @param benchmark class and method with the package; empty when the log has none that is certain
 * @param threads 0 when the log doesn't say it
 * @param setup how it was measured
 * @param forks the forks of each metric by its label, in the table's unit, the score's under an empty one; only those that
 *     are all there and agree with the table
 */
public record MeasuredForks(String benchmark, int threads, Setup setup, Map<String, List<Fork>> forks) {

    /** Nothing. */
    public static final MeasuredForks NONE = new MeasuredForks("", 0, Setup.unknown(Harness.JMH), Map.of());

    public MeasuredForks {
        forks = Map.copyOf(forks);
    }
}
