package dev.plumbline.server;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.DatabaseSettings;
import dev.plumbline.server.database.EmbeddedDatabase;
import dev.plumbline.server.http.Readiness;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;

/** The way to the database that the settings name. */
final class Databases {

    private Databases() {}

    /** For the server: an external database, or the embedded one, which is started and belongs to this process. */
    static Database open(Settings settings, MeterRegistry meters, Readiness readiness, ClosingStack closing) {
        DatabaseSettings address = external(settings).orElseGet(() -> {
            EmbeddedDatabase embedded = started(settings, closing);
            readiness.dependOn(embedded::lost);
            return embedded.settings(settings.poolSize());
        });
        return opened(address, meters, closing);
    }

    /** For a command next to the server: like {@link #open}, but an embedded database that already runs is shared. */
    static Database share(Settings settings, MeterRegistry meters, ClosingStack closing) {
        DatabaseSettings address = external(settings)
                .or(() -> EmbeddedDatabase.running(settings.data(), settings.poolSize()))
                .orElseGet(() -> started(settings, closing).settings(settings.poolSize()));
        return opened(address, meters, closing);
    }

    private static Database opened(DatabaseSettings address, MeterRegistry meters, ClosingStack closing) {
        Database database = Database.open(address, meters);
        closing.push("the connection pool", database);
        return database;
    }

    private static Optional<DatabaseSettings> external(Settings settings) {
        return settings.database()
                .map(external -> new DatabaseSettings(
                        external.url(), external.user(), external.password(), settings.poolSize()));
    }

    private static EmbeddedDatabase started(Settings settings, ClosingStack closing) {
        EmbeddedDatabase embedded = EmbeddedDatabase.start(settings.data());
        closing.push("the embedded PostgreSQL", embedded);
        return embedded;
    }
}
