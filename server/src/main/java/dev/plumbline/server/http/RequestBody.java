package dev.plumbline.server.http;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.plumbline.analysis.format.document.JsonFault;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The JSON object in the body of a request, read as a record. A component that isn't {@code Optional} is required; a text
 * without characters counts as missing. Every complaint names the field and what it takes.
 *
 * @param fields the object
 */
public record RequestBody(ObjectNode fields) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new RequestValues())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .build();

    /**
     * The object that a text contains; one without fields if there is no text.
     *
     * @throws ProblemException {@code invalid-json} when it isn't a JSON object, or names a field twice
     */
    public static RequestBody of(Buffer text) {
        if (text.length() == 0) {
            return new RequestBody(JsonNodeFactory.instance.objectNode());
        }
        try {
            if (MAPPER.readTree(text.getBytes()) instanceof ObjectNode fields) {
                return new RequestBody(fields);
            }
        } catch (JsonProcessingException e) {
            throw new ProblemException(
                    ProblemKind.INVALID_JSON, "Expected one JSON object: " + JsonFault.sentence(e) + place(e) + ".");
        } catch (IOException e) {
            throw new ProblemException(ProblemKind.INVALID_JSON, "Expected one JSON object in UTF-8.");
        }
        throw new ProblemException(ProblemKind.INVALID_JSON, "Expected one JSON object.");
    }

    /**
     * The object as a record.
     *
     * @throws ProblemException {@code invalid-json} when a field is missing, unknown or of another type
     */
    public <T extends Record> T as(Class<T> type) {
        try {
            return MAPPER.treeToValue(fields, type);
        } catch (UnrecognizedPropertyException e) {
            throw invalid(path(e.getPath()), "is unknown: the fields are " + known(e));
        } catch (JsonMappingException e) {
            throw invalid(path(e.getPath()), complaint(e.getPath(), type));
        } catch (JsonProcessingException e) {
            throw new ProblemException(ProblemKind.INVALID_JSON, JsonFault.sentence(e) + ".");
        }
    }

    /** The complaint about a field. */
    public static ProblemException invalid(String field, String expected) {
        return new ProblemException(ProblemKind.INVALID_JSON, "The field '" + field + "' " + expected + ".");
    }

    private String complaint(List<JsonMappingException.Reference> path, Class<?> type) {
        JsonNode value = fields;
        JavaType expected = MAPPER.constructType(type);
        for (JsonMappingException.Reference step : path) {
            value = step.getFieldName() == null ? value.path(step.getIndex()) : value.path(step.getFieldName());
            expected = expected(expected, step);
        }
        boolean missing = value.isMissingNode()
                || value.isNull()
                || (value.isTextual() && value.textValue().isEmpty());
        return missing ? "is missing" : "takes " + taken(expected);
    }

    private static JavaType expected(JavaType type, JsonMappingException.Reference step) {
        JavaType content = type.isReferenceType() ? type.getContentType() : type;
        if (step.getFieldName() == null) {
            return content.isContainerType() ? content.getContentType() : content;
        }
        RecordComponent[] components = content.getRawClass().getRecordComponents();
        return components == null
                ? content
                : Arrays.stream(components)
                        .filter(component -> component.getName().equals(step.getFieldName()))
                        .findFirst()
                        .map(component -> MAPPER.constructType(component.getGenericType()))
                        .orElse(content);
    }

    private static String taken(JavaType type) {
        JavaType content = type.isReferenceType() ? type.getContentType() : type;
        Class<?> raw = content.getRawClass();
        if (raw == String.class) {
            return "a text without NUL";
        }
        if (raw == Instant.class) {
            return TimeText.EXPECTED;
        }
        if (raw == Boolean.class) {
            return "true or false";
        }
        if (raw == Double.class) {
            return "a number";
        }
        if (Set.of(Integer.class, int.class, Long.class, long.class).contains(raw)) {
            return "a whole number";
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return content.getContentType().hasRawClass(String.class) ? "an array of texts" : "an array of objects";
        }
        return "an object";
    }

    private static String path(List<JsonMappingException.Reference> path) {
        return path.stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String known(UnrecognizedPropertyException e) {
        return Optional.ofNullable(e.getKnownPropertyIds()).orElse(List.of()).stream()
                .map(String::valueOf)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : ", in line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }
}
