package dev.plumbline.analysis.format.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.DocumentInput;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import java.io.IOException;
import java.io.InputStream;

/**
 * Opens documents in JSON within limits and turns the parser's failures into rejections with a place. It keeps the names of
 * fields that documents have, so that a short document doesn't pay for learning them. Usable by many threads.
 */
public final class JsonDocument {

    /** Digits of the longest number that is read: a double has at most 767 that matter. */
    private static final int LONGEST_NUMBER = 800;

    private static final ReadLimits USUAL = ReadLimits.defaults();

    private final boolean bareNonNumbers;
    private final JsonFactory usualFactory;

    /** Documents in strict JSON. */
    public JsonDocument() {
        this(false);
    }

    private JsonDocument(boolean bareNonNumbers) {
        this.bareNonNumbers = bareNonNumbers;
        this.usualFactory = factory(USUAL);
    }

    /** Documents in which what isn't a number may stand bare, as Python and C++ write it: {@code NaN}, {@code -Infinity}. */
    public static JsonDocument withBareNonNumbers() {
        return new JsonDocument(true);
    }

    /** Reads what a cursor comes to. */
    @FunctionalInterface
    public interface Body {
        /** Reads the document; the cursor stands before its first token. */
        void read(JsonCursor cursor) throws IOException;
    }

    /**
     * Reads a document.
     *
     * @throws IOException when {@code in} can't be read
     * @throws DocumentException when the document is rejected
     */
    public void read(InputStream in, ReadLimits limits, Body body) throws IOException {
        try (DocumentInput document = DocumentInput.open(in, limits.maxDecompressedBytes());
                JsonParser parser = parser(document, limits)) {
            JsonCursor cursor = new JsonCursor(parser);
            try {
                body.read(cursor);
            } catch (JsonProcessingException failure) {
                throw MalformedJson.refusal(failure, cursor, limits);
            } catch (DocumentException problem) {
                throw problem.at(cursor.place());
            }
        }
    }

    /** Rejects a document that goes on after its value. */
    public static void requireEnd(JsonCursor cursor) throws IOException {
        boolean more;
        try {
            more = cursor.moreAfterThis();
        } catch (JsonProcessingException noJson) {
            more = true;
        }
        if (more) {
            throw cursor.refuse(
                    ProblemCode.TRAILING_CONTENT, "something follows the results; upload each file on its own");
        }
    }

    private JsonParser parser(DocumentInput document, ReadLimits limits) throws IOException {
        return (limits.equals(USUAL) ? usualFactory : factory(limits)).createParser(document);
    }

    private JsonFactory factory(ReadLimits limits) {
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
                .configure(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS, bareNonNumbers)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .build();
    }
}
