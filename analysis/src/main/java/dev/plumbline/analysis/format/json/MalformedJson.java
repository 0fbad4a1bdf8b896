package dev.plumbline.analysis.format.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import dev.plumbline.analysis.format.document.DocumentException;
import dev.plumbline.analysis.format.document.JsonFault;
import dev.plumbline.analysis.format.document.Place;
import dev.plumbline.analysis.format.document.ProblemCode;
import dev.plumbline.analysis.format.document.ReadLimits;

/** Turns a failure of the JSON parser into a rejection with a sentence. */
final class MalformedJson {

    private MalformedJson() {}

    /** The rejection for a failure of the parser. */
    static DocumentException refusal(JsonProcessingException failure, JsonCursor cursor, ReadLimits limits) {
        JsonLocation location = failure.getLocation();
        Place place = location == null ? cursor.place() : cursor.place(location);
        DocumentException refusal;
        if (failure instanceof StreamConstraintsException) {
            refusal = cursor.nesting() > limits.maxNesting()
                    ? new DocumentException(
                            ProblemCode.NESTING_TOO_DEEP,
                            "more than " + limits.maxNesting() + " arrays and objects are open, expected far fewer",
                            place)
                    : new DocumentException(
                            ProblemCode.TEXT_TOO_LONG,
                            "a text, name or number is longer than allowed; shorten it",
                            place);
        } else if (failure instanceof JsonEOFException) {
            refusal = new DocumentException(
                    ProblemCode.TRUNCATED_DOCUMENT,
                    "the document ends in the middle; upload the whole file, after the benchmarks have finished",
                    place);
        } else if (failure.getOriginalMessage().startsWith("Invalid UTF-8")) {
            refusal = new DocumentException(
                    ProblemCode.NOT_UTF_8,
                    "the bytes aren't UTF-8; convert the file (JMH writes UTF-8 with -Dfile.encoding=UTF-8)",
                    place);
        } else {
            refusal = new DocumentException(
                    ProblemCode.NOT_JSON, "this isn't JSON: " + JsonFault.sentence(failure), place);
        }
        refusal.initCause(failure);
        return refusal;
    }
}
