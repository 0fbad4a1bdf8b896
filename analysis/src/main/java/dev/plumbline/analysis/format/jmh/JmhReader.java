package dev.plumbline.analysis.format.jmh;

import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.document.ResultReader;
import dev.plumbline.analysis.format.document.SeenIdentities;
import dev.plumbline.analysis.format.json.JsonCursor;
import dev.plumbline.analysis.format.json.JsonDocument;
import dev.plumbline.analysis.model.BenchmarkResult;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Reads the JSON that JMH writes with {@code -rf json}, of every version, and rejects what it can't read completely. */
public final class JmhReader implements ResultReader {

    private final JsonDocument json;

    /** A reader of what JMH writes. */
    public JmhReader() {
        this(new JsonDocument());
    }

    private JmhReader(JsonDocument json) {
        this.json = json;
    }

    /** A reader of what kotlinx-benchmark writes outside of the JVM, which differs in numbers: NaN has no quotes there. */
    public static JmhReader ofKotlinx() {
        return new JmhReader(JsonDocument.withBareNonNumbers());
    }

    @Override
    public void read(InputStream in, ReadLimits limits, Consumer<BenchmarkResult> results) throws IOException {
        json.read(in, limits, cursor -> readDocument(cursor, limits, results));
    }

    private static void readDocument(JsonCursor cursor, ReadLimits limits, Consumer<BenchmarkResult> results)
            throws IOException {
        if (!cursor.moreAfterThis()) {
            throw cursor.refuse(
                    ProblemCode.EMPTY_DOCUMENT,
                    "the document contains only white space; upload the file of jmh -rf json");
        }
        if (!cursor.at(JsonToken.START_ARRAY)) {
            throw cursor.refuse(
                    ProblemCode.NOT_A_JMH_DOCUMENT,
                    "the document isn't an array, expected the results of jmh -rf json");
        }
        readResults(cursor, limits, results);
        JsonDocument.requireEnd(cursor);
    }

    private static void readResults(JsonCursor cursor, ReadLimits limits, Consumer<BenchmarkResult> results)
            throws IOException {
        ResultParser parser = new ResultParser(cursor, limits);
        SeenIdentities seen = new SeenIdentities();
        int number = 0;
        while (cursor.next() != JsonToken.END_ARRAY) {
            number++;
            cursor.beginResult(number);
            if (number > limits.maxResults()) {
                throw cursor.refuse(
                        ProblemCode.TOO_MANY_RESULTS,
                        "the document has more than " + limits.maxResults() + " results; upload it in parts");
            }
            BenchmarkResult result = parser.parse(number);
            int earlier = seen.remember(result.benchmark(), number);
            if (earlier != 0) {
                throw cursor.refuse(
                        ProblemCode.DUPLICATE_RESULT,
                        "it has the benchmark, parameters, mode and threads of result " + earlier
                                + "; keep one of them, or measure with more forks");
            }
            results.accept(result);
            cursor.endResult();
        }
        if (number == 0) {
            throw cursor.refuse(ProblemCode.NO_RESULTS, "the array is empty: JMH completed no benchmark");
        }
    }
}
