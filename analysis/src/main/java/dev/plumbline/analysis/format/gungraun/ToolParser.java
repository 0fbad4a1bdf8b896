package dev.plumbline.analysis.format.gungraun;

import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.analysis.format.json.JsonCursor;
import java.io.IOException;

/**
 * Reads what one tool counted. Of the totals and the segments or parts that they are the totals of, the totals are taken;
 * schemas without totals have them added up.
 */
final class ToolParser {

    private final JsonCursor cursor;
    private final ToolCounts counts;
    private final SummaryParser.Limits exceeded;
    private String tool = "";
    private ToolCounts.Events total = new ToolCounts.Events();
    private final ToolCounts.Events parts = new ToolCounts.Events();

    ToolParser(JsonCursor cursor, ToolCounts counts, SummaryParser.Limits exceeded) {
        this.cursor = cursor;
        this.counts = counts;
        this.exceeded = exceeded;
    }

    /**
     * Reads the object at the cursor.
     *
     * @param stated the tool; empty: the object names it
     */
    void read(String stated) throws IOException {
        tool = stated;
        if (!cursor.at(JsonToken.START_OBJECT)) {
            cursor.skip();
            return;
        }
        while (cursor.nextField()) {
            switch (cursor.name()) {
                case "tool" -> tool = cursor.text("tool", 100);
                case "summaries", "callgrind_run" -> run();
                default -> cursor.skip();
            }
        }
        counts.add(tool, total.isEmpty() ? parts : total);
    }

    /** A list of runs (schemas 1 and 2), or an object with the parts and their total. */
    private void run() throws IOException {
        if (cursor.at(JsonToken.START_ARRAY)) {
            while (cursor.next() != JsonToken.END_ARRAY) {
                part();
            }
            return;
        }
        if (!cursor.at(JsonToken.START_OBJECT)) {
            cursor.skip();
            return;
        }
        while (cursor.nextField()) {
            if (!cursor.name().equals("total")) {
                cursor.skip();
            } else if (cursor.at(JsonToken.START_OBJECT)) {
                total();
            } else {
                cursor.skip();
            }
        }
    }

    /** {@code {"summary":…,"regressions":[…]}}; in schema 3 of tools other than Callgrind the summary alone. */
    private void total() throws IOException {
        while (cursor.nextField()) {
            switch (cursor.name()) {
                case "summary" -> metrics(total);
                case "regressions" -> exceeded.read(cursor);
                default -> EventParser.readAll(cursor, total);
            }
        }
    }

    private void part() throws IOException {
        if (!cursor.at(JsonToken.START_OBJECT)) {
            cursor.skip();
            return;
        }
        while (cursor.nextField()) {
            switch (cursor.name()) {
                case "events", "costs_summary" -> EventParser.readAll(cursor, parts);
                case "error_summary" -> EventParser.readErrors(cursor, parts);
                case "regressions" -> exceeded.read(cursor);
                default -> cursor.skip();
            }
        }
    }

    /** The events themselves (schema 3), or an object that names the tool before them. */
    private void metrics(ToolCounts.Events target) throws IOException {
        if (!cursor.at(JsonToken.START_OBJECT)) {
            cursor.skip();
            return;
        }
        while (cursor.nextField()) {
            String name = cursor.name();
            switch (name) {
                case "Callgrind", "Cachegrind", "Dhat", "ErrorTool" -> EventParser.readAll(cursor, target);
                default -> EventParser.read(cursor, name, target);
            }
        }
    }
}
