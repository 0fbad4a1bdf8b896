package dev.plumbline.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class KilledMigrationTest {

    private static final String BEFORE = "18";

    @Test
    void aProcessThatDiesAtAnyMomentLeavesWhatTheNextStartGoesOnFrom() throws IOException, SQLException {
        try (Databases databases = new Databases()) {
            DataSource database = databases.empty();
            Flyway.configure().dataSource(database).target(BEFORE).load().migrate();
            List<String> history = history(database);
            List<AppliedMigration> applied = List.of();
            int kills = 0;

            while (applied.isEmpty()) {
                assertThat(history(database)).as("after %d kills", kills).isEqualTo(history);
                DyingProcess process = new DyingProcess(kills);
                try {
                    applied = Schema.migrate(process.source(database));
                } catch (RuntimeException failure) {
                    assertThat(process.isDead())
                            .as("after %d kills: %s", kills, failure)
                            .isTrue();
                    kills++;
                }
            }

            // The lock, each statement of the migrations, their rows and the commit.
            assertThat(kills).isGreaterThan(10);
            assertThat(applied).extracting(AppliedMigration::version).startsWith("20");
            assertThat(Schema.migrate(database)).isEmpty();
        }
    }

    private static List<String> history(DataSource database) throws SQLException {
        return Databases.rows(database, "select version from flyway_schema_history order by installed_rank");
    }

    /** A process whose connections all end after a number of writing statements and commits. */
    private static final class DyingProcess {

        /** What Flyway and the migrations change the database by; it asks by executeQuery. */
        private static final Set<String> WRITING = Set.of("execute", "executeUpdate", "executeBatch", "commit");

        private final int most;
        private final List<Connection> connections = new ArrayList<>();
        private int calls;

        DyingProcess(int most) {
            this.most = most;
        }

        boolean isDead() {
            return calls > most;
        }

        DataSource source(DataSource database) {
            return watched(DataSource.class, database);
        }

        private <T> T watched(Class<T> type, T target) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        if (WRITING.contains(method.getName())) {
                            call();
                        }
                        try {
                            return result(method.invoke(target, arguments));
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }));
        }

        private Object result(Object plain) {
            return switch (plain) {
                case Connection connection -> {
                    connections.add(connection);
                    yield watched(Connection.class, connection);
                }
                case PreparedStatement statement -> watched(PreparedStatement.class, statement);
                case Statement statement -> watched(Statement.class, statement);
                case null -> null;
                default -> plain;
            };
        }

        private void call() throws SQLException {
            if (calls++ == most) {
                for (Connection connection : connections) {
                    connection.abort(Runnable::run);
                }
            }
            if (isDead()) {
                throw new SQLException("the process is dead");
            }
        }
    }
}
