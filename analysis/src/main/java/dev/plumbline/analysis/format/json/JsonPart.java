package dev.plumbline.analysis.format.json;

import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A value of a JSON document, with all that is in it. A field that isn't there is read as null is. */
public final class JsonPart {

    /** What null is kept as. */
    enum Nothing {
        NULL
    }

    private static final double LARGEST_EXACT = 1e15;

    private final String name;
    /** A map of fields, a list of items, an array of numbers, a text, a number or nothing. */
    private final Object content;

    private final Place place;

    JsonPart(String name, Object content, Place place) {
        this.name = name;
        this.content = content;
        this.place = place;
    }

    /** Something that isn't there. */
    public static JsonPart nothing(String name, Place place) {
        return new JsonPart(name, Nothing.NULL, place);
    }

    /** Where it ends in the document. */
    public Place place() {
        return place;
    }

    /** What it is called in its document. */
    public String name() {
        return name;
    }

    /** Whether it is there, and isn't null. */
    public boolean exists() {
        return content != Nothing.NULL;
    }

    /** Whether it is an object. */
    public boolean isObject() {
        return content instanceof Map;
    }

    /** Whether it is an array. */
    public boolean isArray() {
        return content instanceof List || content instanceof double[];
    }

    /** Whether it is a number, NaN included. */
    public boolean isNumber() {
        return content instanceof Double;
    }

    /** The field of a name. */
    public JsonPart of(String field) {
        JsonPart found = fields().get(field);
        return found == null ? nothing(field, place) : found;
    }

    /** The fields by name, in the document's order. */
    @SuppressWarnings("unchecked")
    public Map<String, JsonPart> fields() {
        if (content == Nothing.NULL) {
            return Map.of();
        }
        if (content instanceof Map) {
            return (Map<String, JsonPart>) content;
        }
        throw unexpected("an object");
    }

    /** The items of an array. */
    @SuppressWarnings("unchecked")
    public List<JsonPart> items() {
        if (content == Nothing.NULL) {
            return List.of();
        }
        if (content instanceof double[] numbers) {
            return Arrays.stream(numbers)
                    .mapToObj(value -> new JsonPart(name, value, place))
                    .toList();
        }
        if (content instanceof List) {
            return (List<JsonPart>) content;
        }
        throw unexpected("an array");
    }

    /** The item of an array, or nothing beyond its end. */
    public JsonPart item(int index) {
        if (content instanceof double[] numbers && index < numbers.length) {
            return new JsonPart(name, numbers[index], place);
        }
        return content instanceof List && index < items().size() ? items().get(index) : nothing(name, place);
    }

    /** The number; NaN where there is none, or a text that says so. */
    public double number() {
        if (content instanceof Double number) {
            return number;
        }
        if (content == Nothing.NULL || isWordForNone()) {
            return Double.NaN;
        }
        throw unexpected("a number");
    }

    private boolean isWordForNone() {
        return content instanceof String && List.of("", "NaN", "nan", "?").contains(content);
    }

    /** The numbers of an array, null among them as NaN. */
    public double[] numbers() {
        if (content instanceof double[] numbers) {
            return numbers.clone();
        }
        List<JsonPart> items = items();
        return IntStream.range(0, items.size())
                .mapToDouble(index -> items.get(index).number())
                .toArray();
    }

    /** The text, or a number or truth value as one; empty where there is none. */
    public String text() {
        if (content instanceof String text) {
            return text;
        }
        if (content instanceof Double number) {
            double value = number;
            return value == Math.rint(value) && Math.abs(value) < LARGEST_EXACT
                    ? Long.toString((long) value)
                    : Double.toString(value);
        }
        if (content == Nothing.NULL) {
            return "";
        }
        throw unexpected("a text");
    }

    /** A rejection of the value. */
    public DocumentException refuse(ProblemCode problem, String sentence) {
        return new DocumentException(problem, sentence, place);
    }

    private DocumentException unexpected(String expected) {
        String is = content instanceof Map
                ? "an object"
                : isArray() ? "an array" : content instanceof Double ? "a number" : "a text";
        return refuse(ProblemCode.INVALID_FIELD, Place.printable(name) + " is " + is + ", expected " + expected);
    }
}
