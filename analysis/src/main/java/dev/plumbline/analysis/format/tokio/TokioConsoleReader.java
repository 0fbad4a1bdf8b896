package dev.plumbline.analysis.format.tokio;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.plumbline.analysis.format.document.CheckedResults;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.document.ResultReader;
import dev.plumbline.analysis.format.json.JsonCursor;
import dev.plumbline.analysis.format.json.JsonDocument;
import dev.plumbline.analysis.model.BenchmarkResult;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * Reads what console-subscriber writes to the file that {@code TOKIO_CONSOLE_RECORD_PATH} names: version 1, an event a line
 * ({@code console-subscriber/src/record.rs}). The tasks that were spawned at one place are one result; its score is how long they
 * were polled. Spans that no task belongs to (asynchronous operations, resources) are left out. A recording has no end: one that
 * was cut off in the middle of an event is read up to there, with a note.
 */
public final class TokioConsoleReader implements ResultReader {

    private static final Place BEGINNING = new Place(1, 1, 0, "");

    private final JsonDocument json = new JsonDocument();

    @Override
    public void read(InputStream in, ReadLimits limits, Consumer<BenchmarkResult> results) throws IOException {
        json.read(in, limits, cursor -> {
            Tasks tasks = new Tasks(limits);
            TokioEventParser event = new TokioEventParser(limits);
            boolean cut = false;
            try {
                while (cursor.moreAfterThis()) {
                    cursor.require(JsonToken.START_OBJECT, "an event", "an object");
                    while (cursor.nextField()) {
                        read(cursor, event, tasks);
                    }
                }
            } catch (JsonEOFException middle) {
                cut = true;
            }
            CheckedResults checked = new CheckedResults(limits, results);
            tasks.addTo(checked, BEGINNING, cut);
            checked.requireSome("no task was spawned while it was recorded; record from before the runtime starts");
        });
    }

    private static void read(JsonCursor cursor, TokioEventParser event, Tasks tasks) throws IOException {
        String name = cursor.name();
        switch (name) {
            case "v" -> requireVersion(cursor);
            case "Spawn", "Enter", "Exit", "Close", "Waker" -> {
                event.read(cursor, name);
                tasks.add(name, event, cursor);
            }
            default -> cursor.skip();
        }
    }

    private static void requireVersion(JsonCursor cursor) throws IOException {
        if (!cursor.scalar("v", 100).equals("1")) {
            throw cursor.refuse(
                    ProblemCode.INVALID_FIELD,
                    "v isn't 1, the version of recordings that is read; record with console-subscriber 0.1 to 0.5");
        }
    }
}
