package dev.plumbline.analysis.format.jmh;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.DocumentInput;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import dev.plumbline.analysis.format.document.ResultReader;
import dev.plumbline.analysis.format.document.SeenIdentities;
import dev.plumbline.analysis.model.BenchmarkResult;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** Reads the JSON that JMH writes with {@code -rf json}, of every version, and rejects what it can't read completely. */
public final class JmhReader implements ResultReader {

    /** Digits of the longest number that is read: a double has at most 767 that matter. */
    private static final int LONGEST_NUMBER = 800;

    private static final ReadLimits USUAL = ReadLimits.defaults();

    /** Keeps the names of fields that documents have, so that a short document does not pay for learning them. */
    private final JsonFactory usualFactory = factory(USUAL);

    @Override
    public void read(InputStream in, ReadLimits limits, Consumer<BenchmarkResult> results) throws IOException {
        try (DocumentInput document = DocumentInput.open(in, limits.maxDecompressedBytes());
                JsonParser parser = parser(document, limits)) {
            JsonCursor cursor = new JsonCursor(parser);
            try {
                readDocument(cursor, limits, results);
            } catch (JsonProcessingException failure) {
                throw MalformedJson.refusal(failure, cursor, limits);
            } catch (DocumentException problem) {
                throw problem.at(cursor.place());
            }
        }
    }

    private JsonParser parser(DocumentInput document, ReadLimits limits) throws IOException {
        return (limits.equals(USUAL) ? usualFactory : factory(limits)).createParser(document);
    }

    private static JsonFactory factory(ReadLimits limits) {
        int longestText = Math.max(limits.maxNameLength(), limits.maxTextLength());
        return new JsonFactoryBuilder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.maxNesting())
                        .maxStringLength(longestText)
                        .maxNameLength(longestText)
                        .maxNumberLength(LONGEST_NUMBER)
                        .build())
                .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .build();
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
        requireEnd(cursor);
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

    private static void requireEnd(JsonCursor cursor) throws IOException {
        boolean more;
        try {
            more = cursor.moreAfterThis();
        } catch (JsonProcessingException noJson) {
            more = true;
        }
        if (more) {
            throw cursor.refuse(
                    ProblemCode.TRAILING_CONTENT,
                    "something follows the array of results; upload each file on its own");
        }
    }
}
