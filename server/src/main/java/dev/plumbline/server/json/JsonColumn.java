package dev.plumbline.server.json;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * The content of a {@code jsonb} column, passed on as it is.
 *
 * @param text its JSON, as PostgreSQL writes it
 */
public record JsonColumn(String text) {

    @JsonValue
    JsonNode value() {
        return Json.tree(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
