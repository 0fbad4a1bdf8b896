package dev.plumbline.collector.changepoints;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A JSON text being read: values as they come, and rejections with their place. */
final class JsonInput {

    private static final int DEEPEST = 16;

    private final JsonParser parser;
    private int values;

    /** What is done with a field of an object, whose value is the current token. */
    @FunctionalInterface
    interface FieldReader {
        void read(String name) throws IOException;
    }

    /** What is done with an element of an array, which is the current token. */
    @FunctionalInterface
    interface ElementReader {
        void read() throws IOException;
    }

    JsonInput(JsonParser parser) {
        this.parser = parser;
    }

    /** Goes to the next token and says what it is. */
    JsonToken next() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw refuse(ProblemCode.TRUNCATED_DOCUMENT, "the text ends in the middle; give the whole file");
        }
        return token;
    }

    JsonToken current() {
        return parser.currentToken();
    }

    /** Reads the object that begins here. */
    void object(FieldReader reader) throws IOException {
        while (next() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            next();
            reader.read(name);
        }
    }

    /** Reads the array that begins here. */
    void array(ElementReader reader) throws IOException {
        while (next() != JsonToken.END_ARRAY) {
            reader.read();
        }
    }

    /** Skips the value that begins here. */
    void skip() throws IOException {
        parser.skipChildren();
    }

    /** The text, number or truth value here as a text; empty for null. Nested values are skipped. */
    String text() throws IOException {
        return switch (current()) {
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE -> parser.getText();
            default -> {
                skip();
                yield "";
            }
        };
    }

    /** The numbers here: one, those of an array, or none for null and for what JMH writes instead of a number. */
    List<Double> numbers() throws IOException {
        List<Double> numbers = new ArrayList<>();
        switch (current()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                double number = parser.getDoubleValue();
                if (Double.isFinite(number)) {
                    numbers.add(number);
                }
                count();
            }
            case VALUE_NULL -> count();
            case VALUE_STRING -> {
                if (!CsvNumbers.areNumbers(parser.getText())) {
                    throw refuse(
                            ProblemCode.INVALID_FIELD,
                            "'" + Place.printable(parser.getText()) + "' isn't a number; write null where nothing was"
                                    + " measured");
                }
                numbers.addAll(CsvNumbers.of(parser.getText()));
                count();
            }
            case START_ARRAY ->
                array(() -> {
                    if (current() == JsonToken.START_ARRAY || current() == JsonToken.START_OBJECT) {
                        throw refuse(ProblemCode.INVALID_FIELD, "a run is a number or an array of numbers, its forks");
                    }
                    numbers.addAll(numbers());
                });
            default ->
                throw refuse(
                        ProblemCode.INVALID_FIELD, "expected a number, or an array of numbers: the forks of a run");
        }
        return numbers;
    }

    /** The place of the parser. */
    Place place() {
        JsonLocation location = parser.currentTokenLocation();
        return new Place(Math.max(0, location.getLineNr()), Math.max(0, location.getColumnNr()), 0, "");
    }

    DocumentException refuse(ProblemCode problem, String sentence) {
        return new DocumentException(problem, sentence, place());
    }

    private void count() {
        values++;
        if (values > SeriesLimits.MOST_VALUES) {
            throw SeriesLimits.tooMany("values", SeriesLimits.MOST_VALUES, place());
        }
        if (parser.getParsingContext().getNestingDepth() > DEEPEST) {
            throw refuse(ProblemCode.NESTING_TOO_DEEP, "numbers are nested too deep; give an array of runs");
        }
    }
}
