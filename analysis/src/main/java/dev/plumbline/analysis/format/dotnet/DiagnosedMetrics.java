package dev.plumbline.analysis.format.dotnet;

import dev.plumbline.analysis.format.document.OneProcess;
import dev.plumbline.analysis.format.json.JsonPart;
import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.model.Measurement;
import dev.plumbline.analysis.model.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What BenchmarkDotNet's diagnosers found: {@code Memory}, with the collections of an operation instead of those of all, and
 * {@code Metrics}, as far as these don't repeat it.
 */
final class DiagnosedMetrics {

    private static final String[] COLLECTIONS = {"Gen0Collections", "Gen1Collections", "Gen2Collections"};
    private static final Set<String> IN_MEMORY =
            Set.of("Allocated Memory", "Gen0Collects", "Gen1Collects", "Gen2Collects");

    private DiagnosedMetrics() {}

    /** The metrics of a benchmark beside its time. */
    static List<Measurement> of(JsonPart benchmark) {
        List<Measurement> measurements = new ArrayList<>();
        JsonPart memory = benchmark.of("Memory");
        double operations = memory.of("TotalOperations").number();
        add(
                measurements,
                "BytesAllocatedPerOperation",
                memory.of("BytesAllocatedPerOperation").number(),
                "B/op");
        for (String collections : COLLECTIONS) {
            add(measurements, collections, memory.of(collections).number() / operations, "#/op");
        }
        addMetrics(measurements, benchmark.of("Metrics"), !measurements.isEmpty());
        return measurements;
    }

    private static void add(List<Measurement> measurements, String name, double value, String unit) {
        if (Double.isFinite(value)) {
            measurements.add(OneProcess.in(unit).of(name, value));
        }
    }

    private static void addMetrics(List<Measurement> measurements, JsonPart metrics, boolean memoryIsKnown) {
        Set<String> names = new HashSet<>();
        for (JsonPart metric : metrics.items()) {
            JsonPart descriptor = metric.of("Descriptor");
            String id = descriptor.of("Id").text();
            double value = metric.of("Value").number();
            boolean repeated = memoryIsKnown && IN_MEMORY.contains(id);
            if (!id.isEmpty() && !repeated && Double.isFinite(value) && names.add(id)) {
                measurements.add(new OneProcess(unit(descriptor)).of(id, value));
            }
        }
    }

    private static Unit unit(JsonPart descriptor) {
        String symbol = descriptor.of("Unit").text();
        boolean counted = symbol.isEmpty() || symbol.equals("Count");
        boolean more = descriptor.of("TheGreaterTheBetter").text().equalsIgnoreCase("true");
        return Unit.of(counted ? "#/op" : symbol).with(more ? Direction.HIGHER_IS_BETTER : Direction.LOWER_IS_BETTER);
    }
}
