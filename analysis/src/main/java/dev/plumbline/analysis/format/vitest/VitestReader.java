package dev.plumbline.analysis.format.vitest;

import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.analysis.format.document.CheckedResults;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.document.ResultReader;
import dev.plumbline.analysis.format.json.JsonCursor;
import dev.plumbline.analysis.format.json.JsonDocument;
import dev.plumbline.analysis.format.json.JsonPart;
import dev.plumbline.analysis.format.json.JsonParts;
import dev.plumbline.analysis.model.BenchmarkResult;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/**
 * Reads what vitest writes of benchmarks: {@code --outputJson} of versions 1 to 4, {@code --reporter=json} before it, whose test
 * results are arrays by the name of their suite, and {@code --reporter=json} from version 5 on, whose test results are an array of
 * files.
 */
public final class VitestReader implements ResultReader {

    private final JsonDocument json = JsonDocument.withBareNonNumbers();

    @Override
    public void read(InputStream in, ReadLimits limits, Consumer<BenchmarkResult> results) throws IOException {
        json.read(in, limits, cursor -> {
            CheckedResults checked = new CheckedResults(limits, results);
            if (!cursor.moreAfterThis() || !cursor.at(JsonToken.START_OBJECT)) {
                throw cursor.refuse(
                        ProblemCode.OTHER_DOCUMENT,
                        "the document isn't an object, expected a report of vitest bench; give the whole file");
            }
            readReport(cursor, new JsonParts(cursor, limits), new VitestResults(checked));
            JsonDocument.requireEnd(cursor);
            checked.requireSome(
                    "the report has no benchmark: give that of vitest bench, written with --outputJson, or with"
                            + " --reporter=json from vitest 5 on");
        });
    }

    private static void readReport(JsonCursor cursor, JsonParts parts, VitestResults results) throws IOException {
        while (cursor.nextField()) {
            boolean tests = cursor.name().equals("testResults");
            if (cursor.name().equals("files")) {
                cursor.require(JsonToken.START_ARRAY, "files", "an array");
                while (cursor.next() != JsonToken.END_ARRAY) {
                    readFile(cursor, parts, results);
                }
            } else if (tests && cursor.at(JsonToken.START_ARRAY)) {
                while (cursor.next() != JsonToken.END_ARRAY) {
                    results.addTests(parts.read("testResults"));
                    parts.renew();
                }
            } else if (tests) {
                cursor.require(JsonToken.START_OBJECT, "testResults", "an array or an object");
                while (cursor.nextField()) {
                    JsonPart suite = parts.read(cursor.name());
                    results.addGroup(suite.name(), suite);
                    parts.renew();
                }
            } else {
                cursor.skip();
            }
        }
    }

    private static void readFile(JsonCursor cursor, JsonParts parts, VitestResults results) throws IOException {
        cursor.require(JsonToken.START_OBJECT, "an element of files", "an object");
        while (cursor.nextField()) {
            if (!cursor.name().equals("groups")) {
                cursor.skip();
                continue;
            }
            cursor.require(JsonToken.START_ARRAY, "groups", "an array");
            while (cursor.next() != JsonToken.END_ARRAY) {
                JsonPart group = parts.read("groups");
                results.addGroup(group.of("fullName").text(), group.of("benchmarks"));
                parts.renew();
            }
        }
    }
}
