package dev.plumbline.analysis.format.threshold;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.DocumentInput;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** A JSON document of rules: how large and how deep it may be, how it is opened, and how its text is made. */
final class RuleDocument {

    private static final long LARGEST_DOCUMENT = 1L << 20;
    private static final int DEEPEST = 20;
    private static final int LONGEST = 10_000;

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST)
                    .maxNameLength(LONGEST)
                    .maxNumberLength(LONGEST)
                    .build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private RuleDocument() {}

    /** What is made of a document. */
    @FunctionalInterface
    interface Reading<T> {
        T read(RuleCursor cursor) throws IOException;
    }

    /** What a document is made of. */
    @FunctionalInterface
    interface Writing {
        void write(JsonGenerator generator) throws IOException;
    }

    /**
     * Reads a document, plain or gzip.
     *
     * @throws DocumentException when it is invalid: what, where, and what helps
     */
    static <T> T read(InputStream in, Reading<T> reading) throws IOException {
        try (DocumentInput document = DocumentInput.open(in, LARGEST_DOCUMENT);
                JsonParser parser = JSON.createParser(document)) {
            RuleCursor cursor = new RuleCursor(parser);
            try {
                return reading.read(cursor);
            } catch (JsonProcessingException failure) {
                throw cursor.malformed(failure);
            }
        }
    }

    /** The text of a document. */
    static String text(Writing writing) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(text)) {
            writing.write(generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
