package dev.plumbline.migrations;

import dev.plumbline.migrations.SchemaException.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/**
 * The schema that this program needs. It applies what is missing, under a lock, so that any number of servers may
 * start at once; it refuses a database whose history is not its own, and never repairs one.
 */
public final class Schema {
    private static final Set<MigrationState> AHEAD_OF_THE_PROGRAM =
            Set.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);
    private static final Set<MigrationState> UNKNOWN_TO_THE_PROGRAM =
            Set.of(MigrationState.MISSING_SUCCESS, MigrationState.MISSING_FAILED);

    private Schema() {}

    /**
     * Brings the database to the newest version that this program knows.
     *
     * @return the migrations applied by this call, oldest first; empty when there was nothing to do
     * @throws SchemaException when the database was migrated from other SQL or by a newer program, holds something
     *     else, or a migration fails; all missing migrations and their rows in the history are one transaction, so a failed one, or a process
     *     that dies at any moment, leaves the database as it was
     */
    public static List<AppliedMigration> migrate(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return OneTransaction.on(connection, Schema::migrateOn);
        } catch (SQLException failure) {
            throw new SchemaException(
                    Reason.FAILED_MIGRATION, "The schema could not be applied: " + failure.getMessage(), failure);
        }
    }

    private static List<AppliedMigration> migrateOn(DataSource transaction) {
        Flyway flyway = Flyway.configure(Schema.class.getClassLoader())
                .dataSource(transaction)
                .locations("classpath:db/migration")
                .failOnMissingLocations(true)
                .placeholderReplacement(false)
                .load();
        try {
            refuseAnotherHistory(flyway.info().all());
            return flyway.migrate().migrations.stream()
                    .map(migration -> new AppliedMigration(migration.version, migration.description))
                    .toList();
        } catch (FlywayException failure) {
            throw refusal(failure);
        }
    }

    private static void refuseAnotherHistory(MigrationInfo[] history) {
        refuseANewerDatabase(history);
        for (MigrationInfo migration : history) {
            if (UNKNOWN_TO_THE_PROGRAM.contains(migration.getState())) {
                throw new SchemaException(
                        Reason.CHANGED_MIGRATION,
                        "The database has %s, which this program doesn't contain: another build of Plumbline created it. "
                                        .formatted(name(migration))
                                + "Start that build, or restore a backup. Nothing was changed.",
                        null);
            }
            if (migration.getState() == MigrationState.FAILED) {
                throw new SchemaException(
                        Reason.FAILED_MIGRATION,
                        "An earlier attempt at %s is recorded as failed. ".formatted(name(migration))
                                + "Restore the backup made before that upgrade and start again. Nothing was changed.",
                        null);
            }
            if (!migration.isChecksumMatching()) {
                throw new SchemaException(
                        Reason.CHANGED_MIGRATION,
                        "The database was made from another %s: applied with checksum %s, but this program contains %s. "
                                        .formatted(
                                                name(migration),
                                                migration.getAppliedChecksum(),
                                                migration.getResolvedChecksum())
                                + "A migration never changes once it is released. "
                                + "Start the build that made the database, or restore a backup. Nothing was changed.",
                        null);
            }
        }
    }

    private static void refuseANewerDatabase(MigrationInfo[] history) {
        String ahead = Arrays.stream(history)
                .filter(migration -> AHEAD_OF_THE_PROGRAM.contains(migration.getState()))
                .map(Schema::name)
                .collect(Collectors.joining(", "));
        if (ahead.isEmpty()) {
            return;
        }
        String newestKnown = Arrays.stream(history)
                .filter(migration -> !AHEAD_OF_THE_PROGRAM.contains(migration.getState()))
                .filter(MigrationInfo::isVersioned)
                .map(MigrationInfo::getVersion)
                .max(Comparator.naturalOrder())
                .map(Object::toString)
                .orElse("0");
        throw new SchemaException(
                Reason.NEWER_DATABASE,
                "A newer Plumbline has migrated this database: it has %s, but this program knows versions only up to %s. "
                                .formatted(ahead, newestKnown)
                        + "Start that version of Plumbline or a later one. Nothing was changed.",
                null);
    }

    private static SchemaException refusal(FlywayException failure) {
        if (failure.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE) {
            return new SchemaException(
                    Reason.FOREIGN_DATABASE,
                    "The database is not empty and is not Plumbline's. "
                            + "Name an empty database or an empty schema. Nothing was changed.",
                    failure);
        }
        return new SchemaException(
                Reason.FAILED_MIGRATION, "The schema could not be applied: " + failure.getMessage(), failure);
    }

    private static String name(MigrationInfo migration) {
        return "migration %s (%s)".formatted(migration.getVersion(), migration.getDescription());
    }
}
