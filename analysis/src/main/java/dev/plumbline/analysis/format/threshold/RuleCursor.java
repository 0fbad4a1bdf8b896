package dev.plumbline.analysis.format.threshold;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.JsonFault;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import java.io.IOException;

/** The token that is being read. Rejections name the rule and the place of the token. */
final class RuleCursor {

    private final JsonParser parser;
    private int rule;

    RuleCursor(JsonParser parser) {
        this.parser = parser;
    }

    /** Says which rule the following tokens belong to, from 1; 0 for none. */
    void enterRule(int number) {
        rule = number;
    }

    /** Moves to the next token; false at the end. */
    boolean next() throws IOException {
        return parser.nextToken() != null;
    }

    boolean at(JsonToken token) {
        return parser.hasToken(token);
    }

    /** The name at the cursor; moves on to its value. */
    String fieldName() throws IOException {
        String name = parser.currentName();
        parser.nextToken();
        return name;
    }

    void require(JsonToken token, String what, String expected) {
        if (!at(token)) {
            throw invalid(what + " is " + described() + ", expected " + expected);
        }
    }

    String text(String field) throws IOException {
        require(JsonToken.VALUE_STRING, field, "a text");
        String text = parser.getText();
        if (!text.codePoints().allMatch(RuleCursor::isStorable)) {
            throw invalid(field + " contains a control character or half of a pair; names of benchmarks have none");
        }
        return text;
    }

    private static boolean isStorable(int character) {
        return character >= ' ' && Character.getType(character) != Character.SURROGATE;
    }

    double number(String field) throws IOException {
        if (!at(JsonToken.VALUE_NUMBER_FLOAT) && !at(JsonToken.VALUE_NUMBER_INT)) {
            throw invalid(field + " is " + described() + ", expected a number");
        }
        double value = parser.getDoubleValue();
        if (Double.isInfinite(value)) {
            throw invalid(field + " is too large for a number");
        }
        return value;
    }

    boolean truth(String field) {
        if (!at(JsonToken.VALUE_TRUE) && !at(JsonToken.VALUE_FALSE)) {
            throw invalid(field + " is " + described() + ", expected true or false");
        }
        return at(JsonToken.VALUE_TRUE);
    }

    long whole(String field, long least, long most) throws IOException {
        double value = number(field);
        if (value != Math.rint(value) || value < least || value > most) {
            throw invalid(field + " is " + Place.printable(parser.getText()) + ", expected a whole number from " + least
                    + " to " + most);
        }
        return (long) value;
    }

    /** A rejection of a value, at the cursor. */
    DocumentException invalid(String sentence) {
        return refuse(ProblemCode.INVALID_FIELD, sentence);
    }

    DocumentException refuse(ProblemCode problem, String sentence) {
        return new DocumentException(
                problem, rule > 0 ? "rule " + rule + ": " + sentence : sentence, place(parser.currentTokenLocation()));
    }

    /** What the parser rejected. */
    DocumentException malformed(JsonProcessingException failure) {
        DocumentException refusal = failure instanceof JsonEOFException
                ? new DocumentException(
                        ProblemCode.TRUNCATED_DOCUMENT, "the rules end in the middle", place(failure.getLocation()))
                : new DocumentException(
                        ProblemCode.NOT_JSON,
                        "this isn't JSON: " + JsonFault.sentence(failure),
                        place(failure.getLocation()));
        refusal.initCause(failure);
        return refusal;
    }

    private static Place place(JsonLocation location) {
        return location == null
                ? Place.UNKNOWN
                : new Place(Math.max(0, location.getLineNr()), Math.max(0, location.getColumnNr()), 0, "");
    }

    private String described() {
        JsonToken token = parser.currentToken();
        if (token == null) {
            return "missing";
        }
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "an array";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "a truth value";
            case VALUE_NULL -> "null";
            case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> "nothing";
        };
    }
}
