package dev.plumbline.analysis.format.profile;

import java.util.Optional;
import jdk.jfr.consumer.RecordedEvent;

/** The events of a flight recording that a profile is made of. Every other event is passed over unread: some hold secrets. */
enum JfrEvents {
    EXECUTION("jdk.ExecutionSample", "samples", "sampledThread"),
    CPU_TIME("jdk.CPUTimeSample", "ns", "eventThread"),
    WALL_CLOCK("profiler.WallClockSample", "samples", "sampledThread"),
    NATIVE("jdk.NativeMethodSample", "samples", "sampledThread"),
    ALLOCATION("jdk.ObjectAllocationSample", "B", "eventThread"),
    ALLOCATION_IN_BUFFER("jdk.ObjectAllocationInNewTLAB", "B", "eventThread"),
    ALLOCATION_OUTSIDE("jdk.ObjectAllocationOutsideTLAB", "B", "eventThread"),
    MONITOR("jdk.JavaMonitorEnter", "ns", "eventThread"),
    PARK("jdk.ThreadPark", "ns", "eventThread"),
    PINNED("jdk.VirtualThreadPinned", "ns", "eventThread");

    /** The event that says how many samples of {@link #CPU_TIME} were lost. */
    static final String LOST = "jdk.CPUTimeSamplesLost";

    private final String type;
    private final String unit;
    private final String threadField;

    JfrEvents(String type, String unit, String threadField) {
        this.type = type;
        this.unit = unit;
        this.threadField = threadField;
    }

    /** The event of a type; none if it isn't read. */
    static Optional<JfrEvents> of(String type) {
        for (JfrEvents event : values()) {
            if (event.type.equals(type)) {
                return Optional.of(event);
            }
        }
        return Optional.empty();
    }

    String type() {
        return type;
    }

    String unit() {
        return unit;
    }

    String threadField() {
        return threadField;
    }

    /** What an event weighs, in the unit. */
    long weight(RecordedEvent event) {
        return switch (this) {
            case EXECUTION, NATIVE -> 1;
            case CPU_TIME ->
                event.hasField("samplingPeriod")
                        ? event.getDuration("samplingPeriod").toNanos()
                        : 1;
            case WALL_CLOCK -> event.hasField("samples") ? event.getInt("samples") : 1;
            case ALLOCATION -> event.getLong("weight");
            case ALLOCATION_IN_BUFFER -> event.getLong("tlabSize");
            case ALLOCATION_OUTSIDE -> event.getLong("allocationSize");
            case MONITOR, PARK, PINNED -> event.getDuration().toNanos();
        };
    }
}
