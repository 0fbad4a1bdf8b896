package dev.plumbline.analysis.format.gungraun;

import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.analysis.format.document.CheckedResults;
import dev.plumbline.analysis.format.document.NoteCode;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.document.ResultNotes;
import dev.plumbline.analysis.format.json.JsonCursor;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.model.Mode;
import dev.plumbline.analysis.model.Setup;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads one summary. The schemas differ in where the counts of a tool are: {@code callgrind_summary.summaries[].events} (1
 * and 2), {@code callgrind_summary.callgrind_run.total.summary} (3), {@code profiles[].summaries.total.summary} (4 to 6), and
 * {@code tool_summaries[]} for other tools up to 3.
 */
final class SummaryParser {

    private final ReadLimits limits;
    private final SummaryIdentity identity = new SummaryIdentity();
    private final ToolCounts counts = new ToolCounts();
    private final Limits exceeded = new Limits();
    private String schema = "";
    private boolean tools;

    SummaryParser(ReadLimits limits) {
        this.limits = limits;
    }

    /** Whether what was read is a summary, and not what another program printed. */
    boolean isSummary() {
        return tools && identity.known();
    }

    /** Reads the object. */
    void read(JsonCursor cursor) throws IOException {
        cursor.next();
        cursor.require(JsonToken.START_OBJECT, "the summary", "an object");
        while (cursor.nextField()) {
            switch (cursor.name()) {
                case "version" -> schema = cursor.scalar("version", limits.maxNameLength());
                case "module_path" -> identity.module(text(cursor));
                case "id" -> identity.id(text(cursor));
                case "details" -> identity.details(text(cursor));
                case "package_dir" -> identity.packageFolder(text(cursor));
                case "project_root" -> identity.projectFolder(text(cursor));
                case "callgrind_summary" -> {
                    tools = true;
                    new ToolParser(cursor, counts, exceeded).read("Callgrind");
                }
                case "profiles", "tool_summaries" -> {
                    tools = true;
                    profiles(cursor);
                }
                default -> cursor.skip();
            }
        }
    }

    private static String text(JsonCursor cursor) throws IOException {
        return cursor.at(JsonToken.VALUE_STRING) ? cursor.text(cursor.name(), Integer.MAX_VALUE) : "";
    }

    private void profiles(JsonCursor cursor) throws IOException {
        if (cursor.at(JsonToken.VALUE_NULL)) {
            return;
        }
        String field = cursor.name();
        cursor.require(JsonToken.START_ARRAY, field, "a list");
        while (cursor.next() != JsonToken.END_ARRAY) {
            cursor.require(JsonToken.START_OBJECT, "an element of " + field, "an object");
            new ToolParser(cursor, counts, exceeded).read("");
        }
    }

    /** Passes on the result. */
    void addTo(CheckedResults results, Place place) {
        ResultNotes notes = new ResultNotes();
        exceeded.sentences().forEach(sentence -> notes.add(NoteCode.LIMIT_EXCEEDED, sentence));
        ToolCounts.Measured measured = counts.measured();
        if (!measured.known()) {
            notes.add(
                    NoteCode.NOT_MEASURED,
                    "the summary has no count of the new run; run it with Callgrind, Cachegrind or DHAT");
        }
        results.add(
                place,
                identity.benchmark(Mode.COUNT),
                Setup.of(Harness.GUNGRAUN, "", schema.isEmpty() ? Map.of() : Map.of("summary schema", schema)),
                measured.score(),
                measured.others(),
                notes);
    }

    /** The limits that a summary says were exceeded. */
    static final class Limits {

        private static final int MOST = 20;

        private final Set<String> sentences = new LinkedHashSet<>();

        /** Reads the list {@code regressions}. */
        void read(JsonCursor cursor) throws IOException {
            if (!cursor.at(JsonToken.START_ARRAY)) {
                cursor.skip();
                return;
            }
            while (cursor.next() != JsonToken.END_ARRAY) {
                if (!cursor.at(JsonToken.START_OBJECT)) {
                    throw cursor.refuse(ProblemCode.INVALID_FIELD, "regressions has something that isn't an object");
                }
                Limit limit = new Limit();
                limit.read(cursor);
                if (sentences.size() < MOST) {
                    sentences.add(limit.sentence());
                }
            }
        }

        List<String> sentences() {
            return List.copyOf(sentences);
        }
    }
}
