package dev.plumbline.migrations;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * One transaction of one connection that looks like a whole data source. Flyway writes a migration on one connection and its row in the
 * history on another, and commits them one after the other; a process that dies in between leaves a database that no start
 * can go on from. Here each of its connections is the same one, and what it commits waits for the end of all.
 */
final class OneTransaction {

    /** Of the advisory lock that lets one server migrate at a time: "plumblin" in ASCII. */
    private static final long LOCK = 0x706c_756d_626c_696eL;

    private OneTransaction() {}

    /** Does the work and commits it, or rolls everything back if it throws. The connection is as before afterwards. */
    static <T> T on(Connection connection, Function<DataSource, T> work) throws SQLException {
        boolean before = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            try (Statement statement = connection.createStatement()) {
                statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
            }
            T done = work.apply(source(shared(connection)));
            connection.commit();
            return done;
        } finally {
            // After the commit there is nothing left to roll back.
            if (!connection.isClosed()) {
                connection.rollback();
                connection.setAutoCommit(before);
            }
        }
    }

    /** A connection that can neither be closed nor end its transaction. */
    private static Connection shared(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                OneTransaction.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "close", "commit", "setAutoCommit" -> null;
                    case "rollback" -> throw new SQLException("the transaction is rolled back as a whole");
                    default -> {
                        try {
                            yield method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getTargetException();
                        }
                    }
                });
    }

    @SuppressWarnings("ReferenceEquality") // a proxy equals itself alone
    private static DataSource source(Connection shared) {
        return (DataSource) Proxy.newProxyInstance(
                OneTransaction.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getConnection" -> shared;
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> proxy == arguments[0];
                    case "toString" -> "the connection that migrates";
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
