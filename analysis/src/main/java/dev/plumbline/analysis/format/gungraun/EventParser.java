package dev.plumbline.analysis.format.gungraun;

import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.json.JsonCursor;
import java.io.IOException;

/**
 * Reads events with their counts. A count of both runs is {@code [new, old]}, {@code Left} is the new run's and {@code Right} the
 * old one's, as in the runner's {@code EitherOrBoth}; before schema 3 there are {@code new} and {@code old}.
 */
final class EventParser {

    /** Event names beyond this length are those of no tool. */
    private static final int LONGEST = 200;

    private EventParser() {}

    /** Reads an object of events. */
    static void readAll(JsonCursor cursor, ToolCounts.Events target) throws IOException {
        if (!cursor.at(JsonToken.START_OBJECT)) {
            cursor.skip();
            return;
        }
        while (cursor.nextField()) {
            read(cursor, cursor.name(), target);
        }
    }

    /** Reads one event. */
    static void read(JsonCursor cursor, String event, ToolCounts.Events target) throws IOException {
        cursor.storable("the name of an event", event, LONGEST);
        if (!cursor.at(JsonToken.START_OBJECT)) {
            throw cursor.refuse(ProblemCode.INVALID_FIELD, "an event isn't an object with its counts");
        }
        while (cursor.nextField()) {
            switch (cursor.name()) {
                case "metrics" -> either(cursor, event, target);
                case "new" -> count(cursor, event, target);
                default -> cursor.skip();
            }
        }
    }

    /** Reads {@code {"errors":…,"contexts":…,"supp_errors":…,"supp_contexts":…}}. */
    static void readErrors(JsonCursor cursor, ToolCounts.Events target) throws IOException {
        if (!cursor.at(JsonToken.START_OBJECT)) {
            cursor.skip();
            return;
        }
        while (cursor.nextField()) {
            switch (cursor.name()) {
                case "errors" -> count(cursor, "Errors", target);
                case "contexts" -> count(cursor, "Contexts", target);
                case "supp_errors" -> count(cursor, "SuppressedErrors", target);
                case "supp_contexts" -> count(cursor, "SuppressedContexts", target);
                default -> cursor.skip();
            }
        }
    }

    private static void either(JsonCursor cursor, String event, ToolCounts.Events target) throws IOException {
        cursor.require(JsonToken.START_OBJECT, "metrics", "an object with Left, Right or Both");
        while (cursor.nextField()) {
            switch (cursor.name()) {
                case "Left" -> count(cursor, event, target);
                case "Both" -> {
                    cursor.require(JsonToken.START_ARRAY, "Both", "a list of the new and the old count");
                    boolean first = true;
                    while (cursor.next() != JsonToken.END_ARRAY) {
                        if (first) {
                            count(cursor, event, target);
                        } else {
                            cursor.skip();
                        }
                        first = false;
                    }
                }
                default -> cursor.skip();
            }
        }
    }

    /** A number, or {@code {"Int":…}} or {@code {"Float":…}}; null is none. */
    private static void count(JsonCursor cursor, String event, ToolCounts.Events target) throws IOException {
        if (cursor.at(JsonToken.START_OBJECT)) {
            while (cursor.nextField()) {
                count(cursor, event, target);
            }
            return;
        }
        double value = cursor.number(event);
        if (!Double.isNaN(value)) {
            target.add(event, value);
        }
    }
}
