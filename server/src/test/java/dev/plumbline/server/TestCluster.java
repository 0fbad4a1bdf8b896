package dev.plumbline.server;

import dev.plumbline.migrations.Schema;
import dev.plumbline.server.store.DatabaseSettings;
import dev.plumbline.server.store.EmbeddedDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.postgresql.ds.PGSimpleDataSource;

/** The one PostgreSQL of a test run, with a migrated template that each test class gets a copy of. */
final class TestCluster implements AutoCloseable {

    private static final String TEMPLATE = "plumbline_template";

    private final EmbeddedDatabase embedded;

    private TestCluster() {
        this.embedded = EmbeddedDatabase.start(Path.of("target", "test-postgresql").toAbsolutePath());
        execute("drop database if exists " + TEMPLATE);
        execute("create database " + TEMPLATE);
        PGSimpleDataSource template = new PGSimpleDataSource();
        template.setUrl(urlOf(TEMPLATE));
        template.setUser(address().user());
        template.setPassword(address().password());
        Schema.migrate(template);
    }

    /** The cluster of this test run, started by the first class that asks for it. */
    static TestCluster of(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(TestCluster.class))
                .computeIfAbsent("cluster", key -> new TestCluster(), TestCluster.class);
    }

    /** A fresh migrated database. */
    DatabaseSettings createDatabase() {
        String name = "test_" + UUID.randomUUID().toString().replace('-', '_');
        execute("create database " + name + " template " + TEMPLATE);
        return new DatabaseSettings(urlOf(name), address().user(), address().password(), 4);
    }

    /** Removes a database that nobody uses any more. */
    void drop(DatabaseSettings database) {
        execute("drop database if exists " + database.url().replaceAll(".*/", "") + " with (force)");
    }

    @Override
    public void close() {
        embedded.close();
    }

    private DatabaseSettings address() {
        return embedded.settings(4);
    }

    private String urlOf(String database) {
        return address().url().replaceAll("[^/]*$", database);
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(
                        address().url(), address().user(), address().password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
