package dev.plumbline.server.database;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** A select statement whose rows become a {@link Table}, with its parameters in the order of their question marks. */
public final class TableQuery {

    private final String sql;
    private final @Nullable Object[] parameters;

    public TableQuery(String sql, @Nullable Object... parameters) {
        this.sql = sql;
        this.parameters = parameters;
    }

    public Table run(Handle handle) throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return table(rows);
            }
        }
    }

    /** The rows as a table, each column with the name that the statement gives it. */
    public static Table table(ResultSet rows) throws SQLException {
        ResultSetMetaData description = rows.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= description.getColumnCount(); i++) {
            columns.add(description.getColumnLabel(i));
        }
        List<List<@Nullable Object>> cells = new ArrayList<>();
        while (rows.next()) {
            List<@Nullable Object> row = new ArrayList<>();
            for (int i = 1; i <= columns.size(); i++) {
                row.add(cell(rows, i, description.getColumnTypeName(i)));
            }
            cells.add(Collections.unmodifiableList(row));
        }
        return new Table(columns, cells);
    }

    private static @Nullable Object cell(ResultSet row, int index, String type) throws SQLException {
        Object value = switch (type) {
            case "timestamptz" -> row.getObject(index, OffsetDateTime.class);
            case "json", "jsonb" -> row.getString(index);
            case "_text", "_float8" -> row.getArray(index);
            default -> row.getObject(index);
        };
        return switch (value) {
            case null -> null;
            case OffsetDateTime time -> time.toInstant();
            case Array array -> Arrays.asList((Object[]) array.getArray());
            case String text -> type.startsWith("json") ? new Table.Json(text) : text;
            default -> value;
        };
    }
}
