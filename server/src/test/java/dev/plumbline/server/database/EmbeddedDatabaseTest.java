package dev.plumbline.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    @Test
    void keepsItsDataAndLosesNothingThatItCommitted(@TempDir Path folder) throws Exception {
        try (EmbeddedDatabase first = EmbeddedDatabase.start(folder)) {
            assertThat(text(first, "show fsync")).isEqualTo("on");
            assertThat(text(first, "show synchronous_commit")).isEqualTo("on");
            assertThat(text(first, "show full_page_writes")).isEqualTo("on");
            assertThat(text(first, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(text(first, "show server_encoding")).isEqualTo("UTF8");
            execute(first, "create table kept as select 'it stayed' as text");

            assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("is in use by another Plumbline (process "
                            + ProcessHandle.current().pid() + ")")
                    .hasMessageContaining("PLUMBLINE_DATA");
            assertThatThrownBy(() -> DriverManager.getConnection(
                            first.settings(4).url(), first.settings(4).user(), "guessed"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))))
                .isEqualTo("rw-------");

        // A number that belongs to a process that has nothing to do with PostgreSQL, as after a restarted container.
        Files.writeString(
                folder.resolve("cluster").resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n");
        try (EmbeddedDatabase second = EmbeddedDatabase.start(folder)) {
            assertThat(text(second, "select text from kept")).isEqualTo("it stayed");
        }
    }

    @Test
    void startsAgainWhenItWasKilled(@TempDir Path folder) throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            execute(database, "create table kept as select 'it stayed' as text");
            long killed = process(folder);

            ProcessHandle.of(killed).orElseThrow().destroyForcibly();

            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .untilAsserted(() ->
                            assertThat(text(database, "select text from kept")).isEqualTo("it stayed"));
            assertThat(process(folder)).isNotEqualTo(killed);
            assertThat(database.lost()).isFalse();
        }
    }

    @Test
    void saysThatItIsLostWhenItCantBeStartedAgain() {
        AtomicInteger starts = new AtomicInteger();
        AtomicBoolean room = new AtomicBoolean();
        AtomicBoolean running = new AtomicBoolean();
        try (Supervisor supervisor = new Supervisor("It", Duration.ofMillis(1), running::get, () -> {
            starts.incrementAndGet();
            if (!room.get()) {
                throw new IllegalStateException("no room");
            }
            running.set(true);
        })) {
            await().until(supervisor::lost);
            assertThat(starts).hasValueGreaterThanOrEqualTo(5);

            room.set(true);

            await().until(() -> !supervisor.lost());
            assertThat(running).isTrue();
        }
    }

    private static long process(Path folder) throws IOException {
        return Long.parseLong(Files.readAllLines(folder.resolve("cluster").resolve("postmaster.pid"))
                .getFirst());
    }

    private static String text(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = open(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = open(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection open(EmbeddedDatabase database) throws SQLException {
        DatabaseSettings settings = database.settings(4);
        return DriverManager.getConnection(settings.url(), settings.user(), settings.password());
    }
}
