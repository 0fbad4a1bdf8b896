package dev.plumbline.server.http;

import dev.plumbline.server.database.Table;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table as JSON: each row an object, its fields named after the columns. */
public final class TableJson {

    private TableJson() {}

    /** All rows. */
    public static JsonArray rows(Table table) {
        JsonArray rows = new JsonArray();
        for (List<? extends @Nullable Object> row : table.rows()) {
            rows.add(object(table.columns(), row));
        }
        return rows;
    }

    /** One row. */
    public static JsonObject object(List<String> columns, List<? extends @Nullable Object> row) {
        JsonObject object = new JsonObject();
        for (int i = 0; i < columns.size(); i++) {
            object.put(columns.get(i), value(row.get(i)));
        }
        return object;
    }

    private static @Nullable Object value(@Nullable Object cell) {
        return switch (cell) {
            case null -> null;
            case Double number -> Double.isFinite(number) ? number : null;
            case Number number -> number;
            case Boolean truth -> truth;
            case List<?> texts -> new JsonArray(List.copyOf(texts));
            case Table.Json json ->
                json.text().startsWith("[") ? new JsonArray(json.text()) : new JsonObject(json.text());
            default -> cell.toString();
        };
    }
}
