package dev.plumbline.server.database;

import java.sql.SQLException;
import org.jdbi.v3.core.Handle;

/** Work on one connection that gives nothing back. */
@FunctionalInterface
public interface SqlAction {

    void apply(Handle handle) throws SQLException;
}
