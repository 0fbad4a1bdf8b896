package dev.plumbline.collector.recording;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.model.Fork;
import dev.plumbline.analysis.model.Measurement;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.analysis.model.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The metrics of one recording. Sums are divided by its length, so that a long recording compares with a short one. What follows
 * from how much the program had to do has no direction: a recording doesn't say how much that was.
 */
final class RunMetrics {

    /** The events whose thresholds and throttles decide what a sum contains. */
    static final Set<String> EVENTS = Set.of(
            "jdk.VirtualThreadPinned",
            "jdk.ThreadPark",
            "jdk.ThreadSleep",
            "jdk.JavaMonitorEnter",
            "jdk.JavaMonitorWait",
            "jdk.SocketRead",
            "jdk.SocketWrite",
            "jdk.ObjectAllocationSample");

    private static final double PERCENT = 100;
    private static final String SHARE = "%";
    private static final String RATE = "events/s";

    private final RecordedEvents events;
    private final double seconds;
    private final List<Measurement> others = new ArrayList<>();

    /**
     * The metrics of these events.
     *
     * @param seconds how long was recorded; positive
     */
    RunMetrics(RecordedEvents events, double seconds) {
        this.events = events;
        this.seconds = seconds;
        addCollections();
        if (!allocated().isEmpty() && events.loads().length > 0) {
            others.add(allocation("allocation"));
        }
        if (events.has("jdk.VirtualThreadPinned")) {
            add("pinned.count", RATE, events.of("jdk.VirtualThreadPinned").count() / seconds, true);
        }
        share("pinned.time", true, "jdk.VirtualThreadPinned");
        share("monitor.enter", true, "jdk.JavaMonitorEnter");
        share("monitor.wait", false, "jdk.JavaMonitorWait");
        share("park", false, "jdk.ThreadPark");
        share("sleep", false, "jdk.ThreadSleep");
        share("socket", false, "jdk.SocketRead", "jdk.SocketWrite");
    }

    private void addCollections() {
        String type = events.has("jdk.GarbageCollection") ? "jdk.GarbageCollection" : "jdk.GCPhasePause";
        if (events.has(type)) {
            add("gc.collections", RATE, events.of(type).count() / seconds, false);
            add("gc.pause", SHARE, PERCENT * events.of(type).amount() / seconds, true);
            add("gc.pause.longest", "s", events.of(type).longest(), true);
        }
        share("gc.cpu", true, "jdk.GCCPUTime");
    }

    /** The time of events of all threads together: with several threads, it may be more than 100 %. */
    private void share(String name, boolean worse, String... types) {
        if (Arrays.stream(types).anyMatch(events::has)) {
            double sum = Arrays.stream(types)
                    .mapToDouble(type -> events.of(type).amount())
                    .sum();
            add(name, SHARE, PERCENT * sum / seconds, worse);
        }
    }

    private void add(String name, String unit, double value, boolean worse) {
        others.add(measurement(name, unit, worse ? Direction.LOWER_IS_BETTER : Direction.NOT_KNOWN, value, value));
    }

    private static Measurement measurement(
            String name, String symbol, Direction direction, double value, double... samples) {
        Metric metric = new Metric(name, Unit.of(symbol)).with(direction);
        return new Measurement(metric, value, Double.NaN, List.of(new Fork(value, samples)));
    }

    /** The events that tell what was allocated, the most complete ones first. */
    private List<String> allocated() {
        if (events.has("jdk.ObjectAllocationSample")) {
            return List.of("jdk.ObjectAllocationSample");
        }
        List<String> buffers = List.of("jdk.ObjectAllocationInNewTLAB", "jdk.ObjectAllocationOutsideTLAB");
        return buffers.stream().anyMatch(events::has) ? buffers : List.of();
    }

    private Measurement allocation(String name) {
        double bytes = allocated().stream()
                .mapToDouble(type -> events.of(type).amount())
                .sum();
        return measurement(name, "B/s", Direction.NOT_KNOWN, bytes / seconds, bytes / seconds);
    }

    /**
     * The score: the share of the machine's processors that the JVM used; the allocation rate where that wasn't recorded.
     *
     * @throws DocumentException when neither was
     */
    Measurement score() {
        double[] loads =
                Arrays.stream(events.loads()).map(load -> PERCENT * load).toArray();
        if (loads.length > 0) {
            double mean = Arrays.stream(loads).average().orElse(Double.NaN);
            return measurement(Metric.SCORE, SHARE, Direction.NOT_KNOWN, mean, loads);
        }
        if (allocated().isEmpty()) {
            throw new DocumentException(
                    ProblemCode.NO_RESULTS,
                    "the recording has no jdk.CPULoad and no events of allocations; record with settings=profile, for"
                            + " more than a second",
                    Place.UNKNOWN);
        }
        return allocation(Metric.SCORE);
    }

    /** All other metrics that the recording's settings let it have. */
    List<Measurement> others() {
        return others;
    }
}
