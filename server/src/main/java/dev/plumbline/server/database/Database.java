package dev.plumbline.server.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Set;
import javax.sql.DataSource;

/** The pool of connections, and the way to run a transaction on one. */
public final class Database implements AutoCloseable {

    /** Serialization failure, deadlock: PostgreSQL gave up this transaction so that another could go on. */
    private static final Set<String> WORTH_ANOTHER_TRY = Set.of("40001", "40P01");

    private static final int TRIES = 4;

    private final HikariDataSource pool;

    private Database(HikariDataSource pool) {
        this.pool = pool;
    }

    /**
     * Opens a pool.
     *
     * @throws StoreException {@code database-unreachable} when no connection can be had
     */
    public static Database open(DatabaseSettings settings, MeterRegistry meters) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("plumbline");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        config.setMaximumPoolSize(settings.poolSize());
        config.setConnectionTimeout(Duration.ofSeconds(10).toMillis());
        config.setAutoCommit(false);
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
                            + ": check the address, the user and the password, and that the database runs",
                    e);
        }
    }

    /** The pool, for the migrations. */
    public DataSource dataSource() {
        return pool;
    }

    /** A connection that is none of the pool's, in auto-commit mode; the caller closes it. */
    public Connection unpooled() throws SQLException {
        return DriverManager.getConnection(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
    }

    /**
     * Runs the work in one transaction and commits it. Where PostgreSQL asks for it (serialization failure, deadlock) the
     * work is run again from its beginning, so it must have no effect besides the connection's.
     *
     * @throws StoreException {@code database-failed}, {@code database-unreachable}, or what the work throws
     */
    public <T> T transaction(SqlFunction<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work, false);
            } catch (SQLException e) {
                if (attempt == TRIES || !WORTH_ANOTHER_TRY.contains(e.getSQLState())) {
                    throw failure("The database refused a transaction", e);
                }
            }
        }
    }

    /** Runs work that gives nothing back in one transaction, as {@link #transaction} does. */
    public void execute(SqlAction work) {
        transaction(connection -> {
            work.apply(connection);
            return true;
        });
    }

    /** Runs the work in one read-only transaction with one snapshot for all its queries. */
    public <T> T read(SqlFunction<T> work) {
        try {
            return once(work, true);
        } catch (SQLException e) {
            throw failure("The database refused a query", e);
        }
    }

    /** {@code database-unreachable} when there is no connection or the server stops, which passes. */
    private static StoreException failure(String message, SQLException cause) {
        String state = String.valueOf(cause.getSQLState());
        boolean unreachable =
                cause instanceof SQLTransientConnectionException || state.startsWith("08") || state.startsWith("57P");
        return new StoreException(unreachable ? "database-unreachable" : "database-failed", message, cause);
    }

    private <T> T once(SqlFunction<T> work, boolean readOnly) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setReadOnly(readOnly);
            connection.setTransactionIsolation(
                    readOnly ? Connection.TRANSACTION_REPEATABLE_READ : Connection.TRANSACTION_READ_COMMITTED);
            try {
                T result = work.apply(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException | Error e) {
                try {
                    connection.rollback();
                } catch (SQLException rollback) {
                    e.addSuppressed(rollback);
                }
                throw e;
            }
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
