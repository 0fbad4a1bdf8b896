package dev.plumbline.analysis.format.go;

import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.json.JsonCursor;
import dev.plumbline.analysis.format.json.JsonDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The events of {@code go test -json}, one JSON object a line. Each piece of output is an event, and a line of output can be several;
 * the events of packages that are tested at the same time are mixed.
 */
final class GoEvents {

    private static final int MOST_PACKAGES = 10_000;
    private static final int LONGEST_LINE = 1 << 16;
    private static final int LONGEST_WORD = 4_096;

    private final GoResults results;
    private final ReadLimits limits;
    private final JsonDocument json = new JsonDocument();
    private final Map<String, PackageOutput> packages = new LinkedHashMap<>();

    /** What a package has printed so far of its last line. */
    private static final class PackageOutput {

        private final GoOutput output;
        private final StringBuilder line = new StringBuilder();
        private Place place = Place.UNKNOWN;

        PackageOutput(GoOutput output) {
            this.output = output;
        }

        void print(String text, Place here) {
            for (int from = 0; from < text.length(); ) {
                int end = text.indexOf('\n', from);
                String piece = end < 0 ? text.substring(from) : text.substring(from, end);
                place = line.isEmpty() ? here : place;
                line.append(piece, 0, Math.min(piece.length(), LONGEST_LINE - Math.min(LONGEST_LINE, line.length())));
                if (end < 0) {
                    return;
                }
                finish(true);
                from = end + 1;
            }
        }

        void finish(boolean ended) {
            output.read(line.toString(), ended, place);
            line.setLength(0);
        }
    }

    /** What an event says. */
    private static final class Event {
        private String action = "";
        private String path = "";
        private String output = "";
    }

    GoEvents(GoResults results, ReadLimits limits) {
        this.results = results;
        this.limits = limits;
    }

    /** Reads a line; false if it is no event. */
    boolean read(String line, Place place) throws IOException {
        if (!line.startsWith("{\"") || !line.contains("\"Action\":")) {
            return false;
        }
        Event event = new Event();
        try {
            json.read(
                    new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)),
                    limits,
                    cursor -> read(cursor, event));
        } catch (DocumentException problem) {
            throw new DocumentException(
                    problem.problem(), "this is no event of go test -json: " + problem.getMessage(), place);
        }
        if (event.action.equals("output")) {
            of(event.path, place).print(event.output, place);
        }
        return true;
    }

    private PackageOutput of(String path, Place place) {
        PackageOutput known = packages.get(path);
        if (known == null) {
            if (packages.size() == MOST_PACKAGES) {
                throw new DocumentException(
                        ProblemCode.TOO_MANY_RESULTS,
                        "there are more than " + MOST_PACKAGES + " packages; upload the document in parts",
                        place);
            }
            known = new PackageOutput(new GoOutput(results));
            if (!path.isEmpty()) {
                known.output.suggestPath(path);
            }
            packages.put(path, known);
        }
        return known;
    }

    private static void read(JsonCursor cursor, Event event) throws IOException {
        cursor.next();
        cursor.require(JsonToken.START_OBJECT, "the event", "an object");
        while (cursor.nextField()) {
            switch (cursor.name()) {
                case "Action" -> event.action = cursor.text("Action", LONGEST_WORD);
                case "Package" -> event.path = cursor.text("Package", LONGEST_WORD);
                case "Output" -> event.output = cursor.text("Output", LONGEST_LINE);
                default -> cursor.skip();
            }
        }
        JsonDocument.requireEnd(cursor);
    }

    /** Reads what packages printed last, without the end of the line. */
    void finish() {
        packages.values().stream().filter(piece -> !piece.line.isEmpty()).forEach(piece -> piece.finish(false));
    }
}
