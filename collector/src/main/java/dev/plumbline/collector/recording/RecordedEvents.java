package dev.plumbline.collector.recording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jdk.jfr.EventType;
import jdk.jfr.consumer.RecordedEvent;

/** What the events of a recording add up to, while they are read one after the other. */
final class RecordedEvents {

    private static final double SECOND = 1e9;
    private static final Set<String> LIMITS = Set.of("threshold", "throttle");

    private final RecordedProgram program = new RecordedProgram();
    private final Map<Long, String> names = new HashMap<>();
    private final Set<String> enabled = new HashSet<>();
    private final Map<String, Total> totals = new HashMap<>();
    /** The thresholds and throttles, by their names in JFR's configurations: {@code jdk.ThreadPark#threshold}. */
    private final Map<String, String> limits = new HashMap<>();

    private final List<Double> loads = new ArrayList<>();

    /**
     * Events of one type.
     *
     * @param count how many
     * @param amount what they have together: seconds, or bytes
     * @param longest the largest amount of one
     */
    record Total(long count, double amount, double longest) {

        static final Total NONE = new Total(0, 0, 0);

        Total and(double more, double most) {
            return new Total(count + 1, amount + more, Math.max(longest, most));
        }
    }

    RecordedEvents(List<EventType> types) {
        types.forEach(type -> names.put(type.getId(), type.getName()));
    }

    /** Takes an event. */
    void add(RecordedEvent event) {
        String type = event.getEventType().getName();
        switch (type) {
            case "jdk.ActiveSetting" -> addSetting(event);
            case "jdk.CPULoad" ->
                loads.add(EventField.number(event, "jvmUser") + EventField.number(event, "jvmSystem"));
            case "jdk.GarbageCollection" ->
                count(type, EventField.seconds(event, "sumOfPauses"), EventField.seconds(event, "longestPause"));
            case "jdk.GCCPUTime" ->
                count(type, EventField.seconds(event, "userTime") + EventField.seconds(event, "systemTime"), 0);
            case "jdk.ObjectAllocationSample" -> count(type, EventField.number(event, "weight"), 0);
            case "jdk.ObjectAllocationInNewTLAB" -> count(type, EventField.number(event, "tlabSize"), 0);
            case "jdk.ObjectAllocationOutsideTLAB" -> count(type, EventField.number(event, "allocationSize"), 0);
            case "jdk.GCPhasePause",
                    "jdk.VirtualThreadPinned",
                    "jdk.ThreadPark",
                    "jdk.ThreadSleep",
                    "jdk.JavaMonitorEnter",
                    "jdk.JavaMonitorWait",
                    "jdk.SocketRead",
                    "jdk.SocketWrite" -> {
                double seconds = Math.max(0, event.getDuration().toNanos() / SECOND);
                count(type, seconds, seconds);
            }
            default -> program.add(event);
        }
    }

    private void count(String type, double amount, double longest) {
        totals.merge(type, Total.NONE.and(amount, longest), (all, one) -> all.and(one.amount(), one.longest()));
    }

    private void addSetting(RecordedEvent event) {
        String type = names.getOrDefault(event.getLong("id"), "");
        String name = EventField.text(event, "name");
        if (name.equals("enabled") && EventField.text(event, "value").equals("true")) {
            enabled.add(type);
        }
        if (LIMITS.contains(name) && RunMetrics.EVENTS.contains(type)) {
            limits.put(type + "#" + name, EventField.text(event, "value"));
        }
    }

    /** What ran, after the last event. */
    RecordedProgram program() {
        limits.forEach((name, value) -> {
            if (has(name.substring(0, name.indexOf('#')))) {
                program.setting(name, value);
            }
        });
        return program;
    }

    /** Whether events of a type were recorded, even if there were none. */
    boolean has(String type) {
        return enabled.contains(type) || totals.containsKey(type);
    }

    /** The events of a type. */
    Total of(String type) {
        return totals.getOrDefault(type, Total.NONE);
    }

    /** The share of the machine's processors that the JVM used, in each period that it was sampled in; from 0 to 1. */
    double[] loads() {
        return loads.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
