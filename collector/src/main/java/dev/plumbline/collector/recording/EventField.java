package dev.plumbline.collector.recording;

import jdk.jfr.consumer.RecordedEvent;

/** Fields of events, which differ between versions of the JDK. */
final class EventField {

    private static final double SECOND = 1e9;

    private EventField() {}

    /** A field as text; empty if the event doesn't have it. */
    static String text(RecordedEvent event, String name) {
        Object value = event.hasField(name) ? event.getValue(name) : null;
        return value == null ? "" : value.toString();
    }

    /** A number; 0 if the event doesn't have it. */
    static double number(RecordedEvent event, String name) {
        return event.hasField(name) && event.getValue(name) instanceof Number number ? number.doubleValue() : 0;
    }

    /** A duration in seconds; 0 if the event doesn't have it, or it is negative. */
    static double seconds(RecordedEvent event, String name) {
        return event.hasField(name) ? Math.max(0, event.getDuration(name).toNanos() / SECOND) : 0;
    }
}
