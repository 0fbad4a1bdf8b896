package dev.plumbline.server.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Work on one connection that gives nothing back. */
@FunctionalInterface
public interface SqlAction {

    void apply(Connection connection) throws SQLException;
}
