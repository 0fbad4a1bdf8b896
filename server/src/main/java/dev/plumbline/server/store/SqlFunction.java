package dev.plumbline.server.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Work on one connection. */
@FunctionalInterface
public interface SqlFunction<T extends @Nullable Object> {

    T apply(Connection connection) throws SQLException;
}
