package dev.plumbline.benchmarks.evaluation.data;

import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A series' history on real CI machines.
 *
 * @param source where it was published, with its suite
 * @param benchmark its name
 * @param metric its unit
 * @param dates when each run was made, in milliseconds, ascending
 * @param values one a run
 */
public record HistorySeries(String source, String benchmark, Metric metric, double[] dates, double[] values) {

    /** The series of {@code histories.jsonl.gz}. */
    public static List<HistorySeries> read(Path folder) throws IOException {
        return JsonLines.read(folder.resolve("histories.jsonl.gz")).stream()
                .map(line -> new HistorySeries(
                        line.get("source") + " " + line.get("suite"),
                        String.valueOf(line.get("benchmark")),
                        new Metric(Metric.SCORE, Unit.of(String.valueOf(line.get("unit")))),
                        JsonLines.numbers(line.getOrDefault("dates", List.of())),
                        JsonLines.numbers(line.getOrDefault("values", List.of()))))
                .toList();
    }

    /** Whether the measured code is known to be constant: the fibonacci suites, and Groovy's calibration. */
    public boolean constantCode() {
        String name = benchmark.toLowerCase(Locale.ROOT);
        return name.contains("calibrationbench") || name.startsWith("fib");
    }
}
