package dev.plumbline.server.database;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** One select statement with its parameters, given in the order of their question marks. */
public final class Query {

    private final Handle handle;
    private final String sql;
    private final List<Object> parameters = new ArrayList<>();

    private Query(Handle handle, String sql) {
        this.handle = handle;
        this.sql = sql;
    }

    public static Query of(Handle handle, String sql) {
        return new Query(handle, sql);
    }

    /** The next parameter, a number, text or truth value. */
    public Query with(Object parameter) {
        parameters.add(parameter);
        return this;
    }

    /** The next parameters. */
    public Query withEach(List<Object> several) {
        parameters.addAll(several);
        return this;
    }

    /** The next parameter, an array of {@code bigint}. */
    public Query withAll(List<Long> parameter) throws SQLException {
        parameters.add(handle.getConnection().createArrayOf("bigint", parameter.toArray()));
        return this;
    }

    /** All rows. */
    public <T> List<T> list(RowReader<T> reader) throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            List<T> result = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    result.add(reader.read(rows));
                }
            }
            return List.copyOf(result);
        }
    }

    /** The first row, empty when there is none. */
    public <T> Optional<T> first(RowReader<T> reader) throws SQLException {
        return list(reader).stream().findFirst();
    }

    /** Makes a value of the current row. */
    @FunctionalInterface
    public interface RowReader<T> {

        T read(ResultSet row) throws SQLException;
    }
}
