package dev.plumbline.server.database;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows as the API gives them out, for JSON and CSV alike: the statement names the columns.
 *
 * @param columns the columns' names
 * @param rows for each row a cell for each column: null, a number, a truth value, a text, a time, a list of texts or
 *     numbers, or {@link Json}
 */
public record Table(List<String> columns, List<List<@Nullable Object>> rows) {

    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * A cell with a JSON value.
     *
     * @param text its text
     */
    public record Json(String text) {}

    /** The first rows. */
    public Table first(int count) {
        return rows.size() <= count ? this : new Table(columns, rows.subList(0, count));
    }

    /** Where a column stands. */
    public int column(String name) {
        int index = columns.indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("no column " + name + " among " + columns);
        }
        return index;
    }
}
