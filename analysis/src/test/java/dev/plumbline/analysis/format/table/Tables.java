package dev.plumbline.analysis.format.table;

import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Fork;
import dev.plumbline.analysis.model.Measurement;
import java.util.List;

/** What results of tables say, in lines. */
public final class Tables {

    private Tables() {}

    /** The secondary metrics: name, score and base unit. */
    public static List<String> metrics(BenchmarkResult result) {
        return result.secondary().stream().map(Tables::line).toList();
    }

    private static String line(Measurement measurement) {
        return measurement.metric().name() + " " + measurement.score() + " "
                + measurement.metric().unit().base();
    }

    /** The codes of a result's notes. */
    public static List<String> notes(BenchmarkResult result) {
        return result.notes().stream().map(BenchmarkResult.Note::code).toList();
    }

    /** The values of the score's forks. */
    public static List<Double> forks(Measurement measurement) {
        return measurement.forks().stream().map(Fork::value).toList();
    }
}
