package dev.plumbline.server.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.plumbline.server.json.JsonColumn;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.statement.StatementExceptions.MessageRendering;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jspecify.annotations.Nullable;

/** The pool of connections, which runs transactions. */
public final class Database implements AutoCloseable {

    /** Serialization failure, deadlock: PostgreSQL aborted this transaction so that another could continue. */
    private static final Set<String> WORTH_ANOTHER_TRY = Set.of("40001", "40P01");

    private static final int TRIES = 4;

    private final HikariDataSource pool;
    private final Jdbi jdbi;

    private Database(HikariDataSource pool) {
        this.pool = pool;
        this.jdbi = Jdbi.create(pool).installPlugin(new PostgresPlugin()).installPlugin(new UnknownNumbers());
        jdbi.registerColumnMapper(JsonColumn.class, (row, column, context) -> {
            String text = row.getString(column);
            return text == null ? null : new JsonColumn(text);
        });
        // The statements are complete as they stand: no template is filled in.
        jdbi.getConfig(SqlStatements.class).setTemplateEngine(TemplateEngine.NOP);
        // Parameters may be secrets, and secrets don't belong in a log.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(MessageRendering.NONE);
    }

    /**
     * Opens a pool.
     *
     * @throws StoreException {@code database-unreachable} when no connection is available
     */
    public static Database open(DatabaseSettings settings, MeterRegistry meters) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("plumbline");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(settings.poolSize());
        config.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setMetricRegistry(meters);
        config.addDataSourceProperty("ApplicationName", "plumbline");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        try {
            return new Database(new HikariDataSource(config));
        } catch (RuntimeException e) {
            throw new StoreException(
                    "database-unreachable",
                    "No connection to " + settings.url() + " as " + settings.user()
                            + ": check the address, the user and the password, and that the database is running",
                    e);
        }
    }

    /** The pool, for the migrations. */
    public DataSource dataSource() {
        return pool;
    }

    /** A connection outside the pool, in auto-commit mode; the caller closes it. */
    public Connection unpooled() throws SQLException {
        return DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
    }

    /**
     * Runs the work in one transaction and commits it. If PostgreSQL requires it (serialization failure, deadlock) the
     * work is run again from its beginning, so it must have no effects except through the handle.
     *
     * @throws StoreException {@code database-failed}, {@code database-unreachable}, or what the work throws
     */
    public <T> T transaction(Function<Handle, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work, false);
            } catch (JdbiException e) {
                if (attempt == TRIES || !WORTH_ANOTHER_TRY.contains(state(e))) {
                    throw failure("The database rejected a transaction", e);
                }
            }
        }
    }

    /** Runs work that gives nothing back in one transaction, as {@link #transaction} does. */
    public void execute(Consumer<Handle> work) {
        transaction(handle -> {
            work.accept(handle);
            return true;
        });
    }

    /** Runs the work in one read-only transaction with one snapshot for all its queries. */
    public <T> T read(Function<Handle, T> work) {
        try {
            return once(work, true);
        } catch (JdbiException e) {
            throw failure("The database rejected a query", e);
        }
    }

    /** {@code database-unreachable} when there is no connection or the server stops, which passes; {@code database-full} when it lacks room. */
    private static StoreException failure(String message, Exception failure) {
        String state = state(failure);
        boolean unreachable = refusal(failure) instanceof SQLTransientConnectionException
                || state.startsWith("08")
                || state.startsWith("57P");
        // Class 53: no disk space, memory or connections are left.
        String code =
                unreachable ? "database-unreachable" : state.startsWith("53") ? "database-full" : "database-failed";
        return new StoreException(code, message, failure);
    }

    /** The SQLSTATE of what PostgreSQL or the pool said; empty if neither said anything. */
    private static String state(Exception failure) {
        SQLException refusal = refusal(failure);
        return refusal == null || refusal.getSQLState() == null ? "" : refusal.getSQLState();
    }

    private static @Nullable SQLException refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refusal) {
                return refusal;
            }
        }
        return null;
    }

    private <T> T once(Function<Handle, T> work, boolean readOnly) {
        try (Handle handle = jdbi.open()) {
            handle.setReadOnly(readOnly);
            return handle.inTransaction(transaction -> {
                // Jdbi would ask for the level before it sets it, and again afterwards: six round trips.
                if (readOnly) {
                    transaction.execute("set transaction isolation level repeatable read");
                }
                return work.apply(transaction);
            });
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
