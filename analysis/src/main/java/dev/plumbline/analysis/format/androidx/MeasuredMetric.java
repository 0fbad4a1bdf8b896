package dev.plumbline.analysis.format.androidx;

import dev.plumbline.analysis.format.document.OneProcess;
import dev.plumbline.analysis.format.json.JsonPart;
import dev.plumbline.analysis.model.Measurement;
import dev.plumbline.analysis.model.Mode;
import dev.plumbline.analysis.model.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A metric of a benchmark, whose unit is the end of its name.
 *
 * @param name as the document has it; with the percentile behind it for a sampled one: {@code frameDurationCpuMs P90}
 * @param unit the unit
 * @param median of the runs; NaN when there is none
 * @param runs one value for each iteration; none for a percentile over all of them
 */
record MeasuredMetric(String name, Unit unit, double median, double[] runs) {

    private static final String MICRO = "timeNs";

    /** What a benchmark is about, if it has it: the time of a microbenchmark, of a start, of a frame. */
    private static final List<String> FIRST = List.of(
            MICRO, "timeToInitialDisplayMs", "startupMs", "frameDurationCpuMs P50", "frameTime50thPercentileMs");

    /** The ends of names with their units, of which the first that fits holds. */
    private static final Map<String, String> UNITS = units();

    private static Map<String, String> units() {
        Map<String, String> units = new LinkedHashMap<>();
        units.put("allocationCount", "allocs/op");
        units.put("Ns", "ns");
        units.put("Us", "us");
        units.put("Ms", "ms");
        units.put("Seconds", "s");
        units.put("Kb", "KiB");
        units.put("Bytes", "B");
        units.put("Percent", "%");
        units.put("Count", "#");
        units.put("Uws", "uWs");
        units.put("Uw", "uW");
        return units;
    }

    /** The metrics of a benchmark: first the one that it is about, then the others by name. */
    static List<MeasuredMetric> of(JsonPart benchmark) {
        List<MeasuredMetric> metrics = new ArrayList<>();
        benchmark.of("metrics").fields().forEach((name, metric) -> {
            double[] runs = metric.of("runs").numbers();
            double median = metric.of("median").number();
            metrics.add(new MeasuredMetric(name, unit(name), median, runs));
        });
        benchmark
                .of("sampledMetrics")
                .fields()
                .forEach((name, metric) -> metric.fields().forEach((key, value) -> {
                    if (key.matches("P\\d{1,3}") && value.isNumber()) {
                        metrics.add(new MeasuredMetric(name + " " + key, unit(name), value.number(), new double[0]));
                    }
                }));
        metrics.sort(Comparator.comparingInt(MeasuredMetric::precedence).thenComparing(MeasuredMetric::name));
        return metrics;
    }

    private int precedence() {
        int first = FIRST.indexOf(name);
        return first < 0 ? FIRST.size() : first;
    }

    private static Unit unit(String name) {
        if (name.equals(MICRO)) {
            return Unit.of("ns/op");
        }
        return Unit.of(UNITS.entrySet().stream()
                .filter(unit -> name.endsWith(unit.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("#"));
    }

    /** How a benchmark was measured whose score this is. */
    Mode mode() {
        if (name.equals(MICRO)) {
            return Mode.AVERAGE_TIME;
        }
        return unit.isTimed() ? Mode.SINGLE_SHOT_TIME : Mode.COUNT;
    }

    /** The measurement under a name. */
    Measurement as(String called) {
        return new OneProcess(unit).of(called, median, Double.NaN, runs);
    }
}
