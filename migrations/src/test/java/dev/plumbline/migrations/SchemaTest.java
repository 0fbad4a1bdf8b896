package dev.plumbline.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.migrations.SchemaException.Reason;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SchemaTest {
    private static Databases databases;

    @BeforeAll
    static void startPostgres() throws IOException {
        databases = new Databases();
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        databases.close();
    }

    @Test
    void appliesEveryMigrationToAnEmptyDatabase() throws SQLException {
        DataSource database = databases.empty();

        List<AppliedMigration> applied = Schema.migrate(database);

        assertThat(applied).first().isEqualTo(new AppliedMigration("1", "schema"));
        assertThat(Databases.rows(database, "select count(*) from run")).containsExactly("0");
    }

    @Test
    void appliesNothingTheSecondTime() throws SQLException {
        DataSource database = databases.empty();
        Schema.migrate(database);
        Databases.execute(database, "insert into project (slug, name) values ('acme', 'Acme')");

        assertThat(Schema.migrate(database)).isEmpty();
        assertThat(Databases.rows(database, "select slug from project")).containsExactly("acme");
    }

    @Test
    void twoStartsAtOnceApplyEachMigrationOnce() throws Exception {
        DataSource database = databases.empty();
        int starts = 2;
        CyclicBarrier together = new CyclicBarrier(starts);
        Callable<List<AppliedMigration>> start = () -> {
            together.await();
            return Schema.migrate(database);
        };

        List<AppliedMigration> applied = new ArrayList<>();
        try (ExecutorService servers = Executors.newFixedThreadPool(starts)) {
            for (Future<List<AppliedMigration>> server : servers.invokeAll(List.of(start, start))) {
                applied.addAll(server.get());
            }
        }

        assertThat(applied).doesNotHaveDuplicates().contains(new AppliedMigration("1", "schema"));
        assertThat(Schema.migrate(database)).isEmpty();
    }

    @Test
    void refusesADatabaseMadeFromOtherSql() throws SQLException {
        DataSource database = databases.empty();
        Schema.migrate(database);
        Databases.execute(database, "update flyway_schema_history set checksum = 42 where version = '1'");

        assertThatExceptionOfType(SchemaException.class)
                .isThrownBy(() -> Schema.migrate(database))
                .withMessageContaining("another migration 1 (schema): applied with checksum 42")
                .withMessageEndingWith("Nothing was changed.")
                .extracting(SchemaException::reason)
                .isEqualTo(Reason.CHANGED_MIGRATION);
        assertThat(Databases.rows(database, "select checksum from flyway_schema_history where version = '1'"))
                .as("never repaired")
                .containsExactly("42");
    }

    @Test
    void refusesADatabaseThatANewerProgramHasMigrated() throws SQLException {
        DataSource database = databases.empty();
        Schema.migrate(database);
        String newestKnown = newestVersion(database);
        record(database, "9000", "a later idea", true);

        assertThatExceptionOfType(SchemaException.class)
                .isThrownBy(() -> Schema.migrate(database))
                .withMessageContaining(
                        "migration 9000 (a later idea), but this program knows versions only up to " + newestKnown)
                .extracting(SchemaException::reason)
                .isEqualTo(Reason.NEWER_DATABASE);
    }

    @Test
    void refusesADatabaseWithAMigrationThatItDoesNotCarry() throws SQLException {
        DataSource database = databases.empty();
        Schema.migrate(database);
        record(database, "0.5", "a private idea", true);

        assertThatExceptionOfType(SchemaException.class)
                .isThrownBy(() -> Schema.migrate(database))
                .withMessageContaining("has migration 0.5 (a private idea), which this program doesn't contain")
                .extracting(SchemaException::reason)
                .isEqualTo(Reason.CHANGED_MIGRATION);
    }

    @Test
    void refusesADatabaseOfSomethingElse() throws SQLException {
        DataSource database = databases.empty();
        Databases.execute(database, "create table somebody_elses (id integer)");

        assertThatExceptionOfType(SchemaException.class)
                .isThrownBy(() -> Schema.migrate(database))
                .withMessageContaining("is not Plumbline's")
                .extracting(SchemaException::reason)
                .isEqualTo(Reason.FOREIGN_DATABASE);
        assertThat(Databases.rows(database, "select tablename from pg_tables where schemaname = 'public'"))
                .containsExactly("somebody_elses");
    }

    private static String newestVersion(DataSource database) throws SQLException {
        return Databases.rows(
                        database, "select version from flyway_schema_history order by installed_rank desc limit 1")
                .getFirst();
    }

    private static void record(DataSource database, String version, String description, boolean success)
            throws SQLException {
        Databases.execute(database, """
                insert into flyway_schema_history
                    (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                values (9000, '%s', '%s', 'SQL', 'V%s__other.sql', 7, 'somebody', 1, %s)""".formatted(version, description, version, success));
    }
}
