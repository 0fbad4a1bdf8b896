package dev.plumbline.server.database;

import java.sql.Connection;
import java.sql.SQLException;

/** Work on one connection that gives nothing back. */
@FunctionalInterface
public interface SqlAction {

    void apply(Connection connection) throws SQLException;
}
