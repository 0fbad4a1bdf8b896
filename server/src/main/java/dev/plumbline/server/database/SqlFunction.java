package dev.plumbline.server.database;

import java.sql.SQLException;
import org.jdbi.v3.core.Handle;

/** Work on one connection. */
@FunctionalInterface
public interface SqlFunction<T> {

    T apply(Handle handle) throws SQLException;
}
