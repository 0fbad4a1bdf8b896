package dev.plumbline.server;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The answers that {@code openapi.json} describes. */
final class DescribedAnswers {

    private final JsonObject document;
    private final OpenApiShapes shapes;
    private final List<Described> paths = new ArrayList<>();

    private record Described(Pattern path, JsonObject operations) {}

    private DescribedAnswers(JsonObject document) {
        this.document = document;
        this.shapes = new OpenApiShapes(document);
        JsonObject described = document.getJsonObject("paths");
        // A path with fewer parameters is the better match.
        described.fieldNames().stream()
                .sorted(Comparator.comparingLong(
                        path -> path.chars().filter(one -> one == '{').count()))
                .forEach(path -> paths.add(new Described(
                        Pattern.compile(path.replace(".", "\\.").replaceAll("\\{\\w+}", "[^/]+")),
                        described.getJsonObject(path))));
    }

    static DescribedAnswers load() {
        try (InputStream in = Objects.requireNonNull(DescribedAnswers.class.getResourceAsStream("/openapi.json"))) {
            return new DescribedAnswers(new JsonObject(Buffer.buffer(in.readAllBytes())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What of an answer is not as it is described; nothing of what is no operation of the API. */
    List<String> complaints(String method, String path, int status, String contentType, String body) {
        Optional<JsonObject> operation = paths.stream()
                .filter(described -> described.path().matcher(path).matches())
                .findFirst()
                .map(described -> described.operations().getJsonObject(method.toLowerCase(Locale.ROOT)));
        if (operation.isEmpty()) {
            return List.of();
        }
        JsonObject responses = operation.get().getJsonObject("responses");
        String key = responses.containsKey(String.valueOf(status)) ? String.valueOf(status) : "default";
        if (!responses.containsKey(key)) {
            return List.of(method + " " + path + " answers " + status + ", which isn't described");
        }
        JsonObject content = resolved(responses.getJsonObject(key)).getJsonObject("content", new JsonObject());
        String type = contentType.replaceAll(";.*", "");
        // 304 has a type and no body.
        if (!type.endsWith("json") || body.isEmpty()) {
            return List.of();
        }
        if (!content.containsKey(type)) {
            return List.of(method + " " + path + " answers " + status + " as " + type + ", which isn't described");
        }
        JsonObject schema = content.getJsonObject(type).getJsonObject("schema", new JsonObject());
        return shapes.complaints(schema, new JsonObject(body), method + " " + path);
    }

    private JsonObject resolved(JsonObject response) {
        String reference = response.getString("$ref", "");
        return reference.isEmpty()
                ? response
                : document.getJsonObject("components")
                        .getJsonObject("responses")
                        .getJsonObject(reference.replaceAll(".*/", ""));
    }
}
