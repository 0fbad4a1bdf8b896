package dev.plumbline.analysis.format.json;

import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes values of a document into memory, a result at a time, and no more of them than a result may have. */
public final class JsonParts {

    private static final int MOST_PARTS = 250_000;
    private static final int MOST_CHARACTERS = 1 << 23;

    private final JsonCursor cursor;
    private final ReadLimits limits;
    private int parts;
    private long characters;
    private long numbers;

    public JsonParts(JsonCursor cursor, ReadLimits limits) {
        this.cursor = cursor;
        this.limits = limits;
    }

    /** Forgets how much was read: what was is no longer needed. */
    public void renew() {
        parts = 0;
        characters = 0;
        numbers = 0;
    }

    /**
     * The value at the cursor, which is then at its end.
     *
     * @param name what it is called in messages
     */
    public JsonPart read(String name) throws IOException {
        if (++parts > MOST_PARTS) {
            throw tooMuch("values");
        }
        if (cursor.at(JsonToken.START_OBJECT)) {
            Map<String, JsonPart> fields = fields();
            return new JsonPart(name, fields, cursor.place());
        }
        if (cursor.at(JsonToken.START_ARRAY)) {
            Object items = items(name);
            return new JsonPart(name, items, cursor.place());
        }
        return new JsonPart(name, scalar(name), cursor.place());
    }

    private Object scalar(String name) throws IOException {
        if (cursor.atNumber()) {
            return cursor.number(name);
        }
        if (cursor.at(JsonToken.VALUE_NULL)) {
            return JsonPart.Nothing.NULL;
        }
        String text = cursor.scalar(name, limits.maxTextLength());
        characters += text.length();
        if (characters > MOST_CHARACTERS) {
            throw tooMuch("text");
        }
        return text;
    }

    private Map<String, JsonPart> fields() throws IOException {
        Map<String, JsonPart> fields = new LinkedHashMap<>();
        while (cursor.nextField()) {
            String name = cursor.storable("the name of a field", cursor.name(), limits.maxTextLength());
            characters += name.length();
            if (fields.put(name, read(name)) != null) {
                throw cursor.refuse(
                        ProblemCode.DUPLICATE_FIELD, Place.printable(name) + " is there twice; write it once");
            }
        }
        return fields;
    }

    /** The numbers of an array that has nothing else, or its items. */
    private Object items(String name) throws IOException {
        double[] values = new double[8];
        int size = 0;
        while (cursor.next() != JsonToken.END_ARRAY) {
            if (!cursor.atNumber()) {
                return items(name, Arrays.copyOf(values, size));
            }
            if (++numbers > limits.maxValues()) {
                throw tooMuch("numbers");
            }
            values = size == values.length ? Arrays.copyOf(values, 2 * size) : values;
            values[size++] = cursor.number(name);
        }
        return Arrays.copyOf(values, size);
    }

    private List<JsonPart> items(String name, double[] before) throws IOException {
        List<JsonPart> items = new ArrayList<>();
        for (double value : before) {
            items.add(new JsonPart(name, value, cursor.place()));
        }
        parts += before.length;
        do {
            items.add(read(name));
        } while (cursor.next() != JsonToken.END_ARRAY);
        return items;
    }

    private RuntimeException tooMuch(String what) {
        return cursor.refuse(
                ProblemCode.TOO_MANY_VALUES, "one result has more " + what + " than are read; upload it in parts");
    }
}
