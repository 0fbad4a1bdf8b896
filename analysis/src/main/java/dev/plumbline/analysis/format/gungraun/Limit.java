package dev.plumbline.analysis.format.gungraun;

import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.json.JsonCursor;
import java.io.IOException;

/**
 * A limit of the benchmark that the run exceeded, for which Gungraun exits with 3. Soft limits are a percentage of the old run,
 * hard ones a count.
 */
final class Limit {

    private static final int LONGEST = 100;

    private String event = "";
    private String now = "";
    private String before = "";
    private String most = "";
    private boolean soft = true;

    /** Reads the object, which is flat up to schema 5 and in {@code Soft} or {@code Hard} since. */
    void read(JsonCursor cursor) throws IOException {
        while (cursor.nextField()) {
            String field = cursor.name();
            switch (field) {
                case "Soft", "Hard" -> {
                    soft = field.equals("Soft");
                    if (cursor.at(JsonToken.START_OBJECT)) {
                        read(cursor);
                    }
                }
                case "metric", "event_kind" -> event = innermost(cursor);
                case "new" -> now = innermost(cursor);
                case "old" -> before = innermost(cursor);
                case "limit" -> most = innermost(cursor);
                default -> cursor.skip();
            }
        }
    }

    /** The value in objects with one field: {@code {"Callgrind":"Ir"}}, {@code {"Int":5}}. */
    private static String innermost(JsonCursor cursor) throws IOException {
        String value = "";
        if (cursor.at(JsonToken.START_OBJECT)) {
            while (cursor.nextField()) {
                value = innermost(cursor);
            }
            return value;
        }
        if (cursor.at(JsonToken.VALUE_STRING) || cursor.atNumber()) {
            value = cursor.scalar(cursor.name(), Integer.MAX_VALUE);
        } else {
            cursor.skip();
        }
        String shown = Place.printable(value);
        return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST);
    }

    /** The sentence of a note. */
    String sentence() {
        return soft
                ? "Gungraun found more " + event + " than its limit of " + most + " % allows: " + before + " before, "
                        + now + " now"
                : "Gungraun found more " + event + " than its limit of " + most + " allows: " + now;
    }
}
