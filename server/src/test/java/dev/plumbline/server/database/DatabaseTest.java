package dev.plumbline.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What transactions see and may do. */
class DatabaseTest {

    private static Database database;

    @BeforeAll
    static void open() {
        database = TestDatabase.open();
        database.execute(handle -> handle.execute("create table note (text text)"));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void allQueriesOfAReadSeeOneSnapshot() {
        long before = database.read(handle -> notes(handle));

        long after = database.read(handle -> {
            assertThat(notes(handle)).isEqualTo(before);
            database.execute(other -> other.execute("insert into note values ('meanwhile')"));
            return notes(handle);
        });

        assertThat(after).isEqualTo(before);
        assertThat(database.<Long>read(DatabaseTest::notes)).isEqualTo(before + 1);
    }

    @Test
    void aReadWritesNothing() {
        assertThatThrownBy(() -> database.read(handle -> handle.execute("insert into note values ('no')")))
                .isInstanceOf(StoreException.class)
                .cause()
                .hasMessageContaining("read-only transaction");
    }

    @Test
    void aTransactionAfterAReadMayWriteAndSeesWhatOthersCommit() {
        database.read(DatabaseTest::notes);

        database.execute(handle -> {
            assertThat(level(handle)).isEqualTo("read committed");
            handle.execute("insert into note values ('yes')");
        });
        assertThat(database.read(DatabaseTest::level)).isEqualTo("repeatable read");
    }

    @Test
    void aTransactionThatPostgresqlAbortsForAnotherIsRunAgain() {
        AtomicInteger attempts = new AtomicInteger();

        database.execute(handle -> {
            handle.execute("insert into note values ('again')");
            if (attempts.incrementAndGet() < 3) {
                handle.execute("do $$ begin raise exception 'deadlock' using errcode = '40P01'; end $$");
            }
        });

        assertThat(attempts).hasValue(3);
        assertThat(database.<Long>read(handle -> handle.createQuery("select count(*) from note where text = 'again'")
                        .mapTo(Long.class)
                        .one()))
                .isEqualTo(1);
    }

    @Test
    void arraysOfNumbersAreReadInTheirBinaryForm() {
        String query =
                "select array_send(numbers) from (values (1, array[1.5, -0.1, 'NaN', 'infinity', 5e-324]::float8[]),"
                        + " (2, array[]::float8[])) as given (place, numbers) order by place";
        assertThat(database.<List<double[]>>read(handle -> handle.createQuery(query)
                        .map((row, context) -> Columns.sentNumbers(row, 1))
                        .list()))
                .containsExactly(
                        new double[] {1.5, -0.1, Double.NaN, Double.POSITIVE_INFINITY, Double.MIN_VALUE},
                        new double[0]);
    }

    private static long notes(Handle handle) {
        return handle.createQuery("select count(*) from note").mapTo(Long.class).one();
    }

    private static String level(Handle handle) {
        return handle.createQuery("show transaction_isolation")
                .mapTo(String.class)
                .one();
    }
}
