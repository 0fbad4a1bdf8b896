package dev.plumbline.server.database;

import dev.plumbline.migrations.Schema;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** Fresh databases of one real PostgreSQL, which starts with the first of them and lives as long as the tests' JVM. */
public final class TestDatabase {

    private static final String TEMPLATE = "plumbline_template";

    private TestDatabase() {}

    /** The server, started on first use. */
    private static final class Server {

        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .start();
                execute(postgres, "create database " + TEMPLATE);
                Schema.migrate(postgres.getDatabase("postgres", TEMPLATE));
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Settings of a new, migrated and empty database. */
    public static DatabaseSettings settings() {
        String name = "test_" + UUID.randomUUID().toString().replace('-', '_');
        execute(Server.POSTGRES, "create database " + name + " template " + TEMPLATE);
        return new DatabaseSettings(Server.POSTGRES.getJdbcUrl("postgres", name), "postgres", "", 6);
    }

    /** A pool on a new, migrated and empty database. */
    public static Database open() {
        return Database.open(settings(), new SimpleMeterRegistry());
    }

    private static void execute(EmbeddedPostgres postgres, String sql) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
