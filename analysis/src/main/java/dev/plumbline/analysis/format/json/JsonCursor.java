package dev.plumbline.analysis.format.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.NumberInput;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import java.io.IOException;

/** The token that is being read, with its place: values are returned checked, and rejections have a place. */
public final class JsonCursor {

    /**
     * The largest number that is read. No measurement comes close to it, and below it sums, squares and changes of unit stay
     * finite.
     */
    public static final double LARGEST = 1e150;

    private final JsonParser parser;
    private int resultNumber;
    private String benchmark = "";
    private String name = "";

    JsonCursor(JsonParser parser) {
        this.parser = parser;
    }

    /** Says which result the following tokens belong to. */
    public void beginResult(int number) {
        resultNumber = number;
        benchmark = "";
    }

    /** Says which benchmark the result is of. */
    public void nameBenchmark(String name) {
        benchmark = name;
    }

    /** Says that the following tokens belong to no result. */
    public void endResult() {
        beginResult(0);
    }

    /** Whether the cursor is at a number. */
    public boolean atNumber() {
        return parser.currentToken() != null && parser.currentToken().isNumeric();
    }

    /** Moves to the next token, which must exist. */
    public JsonToken next() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw refuse(ProblemCode.TRUNCATED_DOCUMENT, "the document ends too early; upload the whole file");
        }
        return token;
    }

    /** Moves to the next token; false at the end of the document. */
    public boolean moreAfterThis() throws IOException {
        return parser.nextToken() != null;
    }

    /** Moves to the next field's value, whose name is then {@link #name()}; false at the end of the object. */
    public boolean nextField() throws IOException {
        if (parser.nextToken() == JsonToken.END_OBJECT) {
            return false;
        }
        name = parser.currentName();
        parser.nextToken();
        return true;
    }

    /** The name of the last field that was moved to. */
    public String name() {
        return name;
    }

    /** Whether the cursor is at such a token. */
    public boolean at(JsonToken token) {
        return parser.hasToken(token);
    }

    /** Rejects a value that isn't of the field's kind. */
    public void require(JsonToken token, String field, String expected) {
        if (!parser.hasToken(token)) {
            throw refuse(ProblemCode.INVALID_FIELD, field + " is " + described() + ", expected " + expected);
        }
    }

    /** Skips the value. */
    public void skip() throws IOException {
        parser.skipChildren();
    }

    /**
     * The number at the cursor; JMH writes what isn't one as {@code "NaN"}, {@code "+INF"}, {@code "-INF"}, and null is read
     * as NaN. Digits are converted where they lie in the parser's buffer: {@code getDoubleValue()} makes a text of them
     * first.
     */
    public double number(String field) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NUMBER_FLOAT && parser.isNaN()) {
            return parser.getDoubleValue();
        }
        if (token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT) {
            double value = NumberInput.parseDouble(
                    parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength(), true);
            if (Math.abs(value) > LARGEST) {
                throw refuse(
                        ProblemCode.NUMBER_OUT_OF_RANGE,
                        field + " is " + Place.printable(parser.getText()) + ", expected a number of at most 1e150");
            }
            return value;
        }
        if (token == JsonToken.VALUE_NULL) {
            return Double.NaN;
        }
        require(JsonToken.VALUE_STRING, field, "a number");
        return switch (parser.getText()) {
            case "NaN" -> Double.NaN;
            case "+INF" -> Double.POSITIVE_INFINITY;
            case "-INF" -> Double.NEGATIVE_INFINITY;
            default ->
                throw refuse(
                        ProblemCode.INVALID_FIELD,
                        field + " is \"" + Place.printable(parser.getText())
                                + "\", expected a number, \"NaN\", \"+INF\" or \"-INF\"");
        };
    }

    /** The whole number at the cursor, within the range. */
    public long whole(String field, long least, long most) throws IOException {
        if (!at(JsonToken.VALUE_NUMBER_INT) && !at(JsonToken.VALUE_NUMBER_FLOAT)) {
            throw refuse(ProblemCode.INVALID_FIELD, field + " is " + described() + ", expected a whole number");
        }
        double value = at(JsonToken.VALUE_NUMBER_INT) && parser.getTextLength() < 10
                ? parser.getIntValue()
                : parser.getDoubleValue();
        if (value < least || value > most || value != Math.rint(value)) {
            throw refuse(
                    ProblemCode.INVALID_FIELD,
                    field + " is " + Place.printable(parser.getText()) + ", expected a whole number from " + least
                            + " to " + most);
        }
        return (long) value;
    }

    /** The text at the cursor. */
    public String text(String field, int longest) throws IOException {
        require(JsonToken.VALUE_STRING, field, "a text");
        return storable(field, parser.getText(), longest);
    }

    /** The text at the cursor, which most of the time is that of the result before. */
    public String text(String field, int longest, RepeatedText before) throws IOException {
        require(JsonToken.VALUE_STRING, field, "a text");
        return before.isAgain(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength())
                ? before.text()
                : before.change(storable(field, parser.getText(), longest));
    }

    /** The text at the cursor, or a number or truth value as it is written. */
    public String scalar(String field, int longest) throws IOException {
        return parser.currentToken().isScalarValue() && !at(JsonToken.VALUE_NULL)
                ? storable(field, parser.getText(), longest)
                : text(field, longest);
    }

    /** The text, rejected when it is too long or contains what neither a database nor a page can show. */
    public String storable(String field, String text, int longest) {
        if (text.length() > longest) {
            throw refuse(
                    ProblemCode.TEXT_TOO_LONG,
                    field + " has " + text.length() + " characters, expected at most " + longest);
        }
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == 0) {
                throw refuse(ProblemCode.INVALID_TEXT, field + " contains the character U+0000; remove it");
            }
            if (Character.isSurrogate(character)) {
                boolean pair = Character.isHighSurrogate(character)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    throw refuse(
                            ProblemCode.INVALID_TEXT,
                            field + " contains half of a surrogate pair; write the character");
                }
                i++;
            }
        }
        return text;
    }

    /** A rejection at the token. */
    public DocumentException refuse(ProblemCode problem, String sentence) {
        return new DocumentException(problem, sentence, place(parser.currentTokenLocation()));
    }

    /** The place that the parser has reached. */
    public Place place() {
        return place(parser.currentLocation());
    }

    /** A location of the parser with the result it is in. */
    public Place place(JsonLocation location) {
        return new Place(
                Math.max(0, location.getLineNr()), Math.max(0, location.getColumnNr()), resultNumber, benchmark);
    }

    /** The number of arrays and objects that are open. */
    public int nesting() {
        return parser.getParsingContext().getNestingDepth();
    }

    private String described() {
        JsonToken token = parser.currentToken();
        if (token.isNumeric()) {
            return "a number";
        }
        if (token.isBoolean()) {
            return "a truth value";
        }
        return switch (token.asString() == null ? "" : token.asString()) {
            case "{" -> "an object";
            case "[" -> "an array";
            case "null" -> "null";
            default -> "a text";
        };
    }
}
