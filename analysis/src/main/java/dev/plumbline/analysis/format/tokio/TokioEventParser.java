package dev.plumbline.analysis.format.tokio;

import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.json.JsonCursor;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Reads one event after the other; it has the values of the last one. */
final class TokioEventParser {

    private static final long NANOS = 1_000_000_000L;

    /** Seconds until the year 2255, so that nanoseconds fit a long. */
    private static final long LATEST = 9_000_000_000L;

    private static final int MOST_FIELDS = 100;

    private final ReadLimits limits;
    private final Map<String, String> fields = new HashMap<>();
    private String id = "";
    private long at;
    private String operation = "";

    TokioEventParser(ReadLimits limits) {
        this.limits = limits;
    }

    /** The span's id, which is used again when the span is closed. */
    String id() {
        return id;
    }

    /** Nanoseconds since 1970. */
    long at() {
        return at;
    }

    /** What happened to a waker: {@code Clone}, {@code Drop}, {@code Wake}, {@code WakeByRef}; {@code self} behind it if a task woke itself. */
    String operation() {
        return operation;
    }

    /** A field of a spawned task, empty if it has none of the name. */
    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /** Reads the event at the cursor. */
    void read(JsonCursor cursor, String name) throws IOException {
        cursor.require(JsonToken.START_OBJECT, name, "an object");
        id = "";
        at = -1;
        operation = "";
        fields.clear();
        while (cursor.nextField()) {
            switch (cursor.name()) {
                case "id" -> id = cursor.scalar("id", 100);
                case "at" -> at = time(cursor);
                case "op" -> operation = operation(cursor);
                case "fields" -> fields(cursor);
                default -> cursor.skip();
            }
        }
        if (id.isEmpty() || at < 0) {
            throw cursor.refuse(
                    ProblemCode.MISSING_FIELD,
                    "an event has no " + (at < 0 ? "at" : "id") + "; upload the recording as it was written");
        }
    }

    private static long time(JsonCursor cursor) throws IOException {
        cursor.require(JsonToken.START_OBJECT, "at", "an object");
        long seconds = 0;
        long nanos = 0;
        while (cursor.nextField()) {
            switch (cursor.name()) {
                case "secs_since_epoch" -> seconds = cursor.whole("secs_since_epoch", 0, LATEST);
                case "nanos_since_epoch" -> nanos = cursor.whole("nanos_since_epoch", 0, NANOS - 1);
                default -> cursor.skip();
            }
        }
        return seconds * NANOS + nanos;
    }

    private static String operation(JsonCursor cursor) throws IOException {
        if (!cursor.at(JsonToken.START_OBJECT)) {
            return cursor.text("op", 100);
        }
        String kind = "";
        while (cursor.nextField()) {
            kind = cursor.name();
            if (cursor.at(JsonToken.START_OBJECT)) {
                boolean self = false;
                while (cursor.nextField()) {
                    self |= cursor.name().equals("self_wake") && cursor.at(JsonToken.VALUE_TRUE);
                    cursor.skip();
                }
                kind = self ? kind + "self" : kind;
            } else {
                cursor.skip();
            }
        }
        return kind;
    }

    private void fields(JsonCursor cursor) throws IOException {
        cursor.require(JsonToken.START_ARRAY, "fields", "a list");
        while (cursor.next() != JsonToken.END_ARRAY) {
            cursor.require(JsonToken.START_OBJECT, "a field", "an object");
            String name = "";
            String value = "";
            while (cursor.nextField()) {
                switch (cursor.name()) {
                    case "name" -> name = cursor.scalar("name", limits.maxNameLength());
                    case "value" -> value = value(cursor);
                    default -> cursor.skip();
                }
            }
            if (fields.size() < MOST_FIELDS) {
                fields.put(name, value);
            }
        }
    }

    private String value(JsonCursor cursor) throws IOException {
        if (cursor.at(JsonToken.VALUE_NULL) || cursor.at(JsonToken.START_OBJECT) || cursor.at(JsonToken.START_ARRAY)) {
            cursor.skip();
            return "";
        }
        return cursor.scalar("value", limits.maxNameLength());
    }
}
