package dev.plumbline.migrations;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A real PostgreSQL server that hands out one new, empty database after another. */
final class Databases implements AutoCloseable {
    private final EmbeddedPostgres server;
    private int made;

    Databases() throws IOException {
        server = EmbeddedPostgres.builder().start();
    }

    DataSource empty() throws SQLException {
        made++;
        String name = "database_" + made;
        execute(server.getPostgresDatabase(), "create database " + name);
        return server.getDatabase("postgres", name);
    }

    static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The rows of a query, the columns of each joined by a blank. */
    static List<String> rows(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> row = new ArrayList<>(columns);
                for (int column = 1; column <= columns; column++) {
                    row.add(result.getString(column));
                }
                rows.add(String.join(" ", row));
            }
            return rows;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
