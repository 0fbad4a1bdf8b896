package dev.plumbline.analysis.format.dotnet;

import dev.plumbline.analysis.format.document.OneProcess;
import dev.plumbline.analysis.format.json.JsonPart;
import dev.plumbline.analysis.model.Fork;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The launches of a full report. Their values are the iterations that BenchmarkDotNet computes its statistics from: those of the
 * stage {@code Result} of the workload, or as they were measured (stage {@code Actual}) where there are none. Versions before
 * 0.11 had one field for both, {@code IterationMode}: {@code Result} and {@code MainTarget}.
 */
final class DotnetLaunches {

    private DotnetLaunches() {}

    /** The launches in their order, each with the mean of its iterations; none when the report has no measurements. */
    static List<Fork> of(JsonPart measurements, OneProcess unit) {
        List<Fork> results = launches(measurements, "Result", "Result", unit);
        return results.isEmpty() ? launches(measurements, "Actual", "MainTarget", unit) : results;
    }

    private static List<Fork> launches(JsonPart measurements, String stage, String earlierMode, OneProcess unit) {
        Map<Double, List<Double>> launches = new TreeMap<>();
        for (JsonPart measurement : measurements.items()) {
            double operations = measurement.of("Operations").number();
            double perOperation = measurement.of("Nanoseconds").number() / operations;
            if (isOf(measurement, stage, earlierMode) && operations > 0 && Double.isFinite(perOperation)) {
                launches.computeIfAbsent(measurement.of("LaunchIndex").number(), first -> new ArrayList<>())
                        .add(perOperation);
            }
        }
        return launches.values().stream()
                .map(values -> values.stream().mapToDouble(Double::doubleValue).toArray())
                .map(values -> unit.fork(mean(values), values))
                .toList();
    }

    private static boolean isOf(JsonPart measurement, String stage, String earlierMode) {
        String mode = measurement.of("IterationMode").text();
        return mode.equals("Workload")
                ? measurement.of("IterationStage").text().equals(stage)
                : mode.equals(earlierMode);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value / values.length;
        }
        return sum;
    }
}
