package dev.plumbline.analysis.format.plumbline;

import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.json.JsonCursor;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * The fields of an object, each one known and there once. An unknown one is rejected, since a misspelt field would silently
 * say nothing.
 */
final class KnownFields {

    private final JsonCursor cursor;
    private final String object;
    private final Set<String> known;
    private final Set<String> seen = new HashSet<>();

    /**
     * Of the object that begins at the cursor.
     *
     * @param object what it is called in a sentence
     */
    KnownFields(JsonCursor cursor, String object, Set<String> known) {
        cursor.require(JsonToken.START_OBJECT, object, "an object");
        this.cursor = cursor;
        this.object = object;
        this.known = known;
    }

    /** Moves to the next field's value; false at the end of the object. */
    boolean next() throws IOException {
        if (!cursor.nextField()) {
            return false;
        }
        String name = cursor.name();
        if (!known.contains(name)) {
            throw cursor.refuse(
                    ProblemCode.INVALID_FIELD,
                    object + " has the field '" + Place.printable(name) + "', which is unknown; expected "
                            + String.join(", ", known.stream().sorted().toList()));
        }
        if (!seen.add(name)) {
            throw cursor.refuse(ProblemCode.DUPLICATE_FIELD, object + " has " + name + " twice; keep one");
        }
        return true;
    }

    boolean has(String name) {
        return seen.contains(name);
    }

    /** Rejects an object that lacks a field. */
    void require(String name, String remedy) {
        if (!has(name)) {
            throw cursor.refuse(ProblemCode.MISSING_FIELD, object + " has no " + name + "; " + remedy);
        }
    }
}
