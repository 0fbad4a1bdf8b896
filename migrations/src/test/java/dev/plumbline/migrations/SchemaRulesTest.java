package dev.plumbline.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What must hold for every table, so that the schema distributes by {@code project_id} without a change. */
class SchemaRulesTest {
    /** The tables of a project: all but the global ones and Flyway's own. */
    private static final String PROJECT_TABLES = """
            (select c.oid, c.relname
             from pg_class c
             where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
               and c.relname not in ('project', 'instance_token', 'flyway_schema_history'))
            """;

    private static Databases databases;
    private static DataSource database;

    @BeforeAll
    static void migrate() throws IOException, SQLException {
        databases = new Databases();
        database = databases.empty();
        Schema.migrate(database);
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        databases.close();
    }

    @Test
    void thereAreTablesToHoldTheRulesAgainst() throws SQLException {
        assertThat(breaches("select t.relname from %s t")).contains("run", "series", "point", "verdict");
    }

    @Test
    void everyPrimaryKeyBeginsWithTheProject() throws SQLException {
        assertThat(breaches("""
                        select t.relname
                        from %s t
                        where not exists (
                            select from pg_constraint p
                            join pg_attribute a on a.attrelid = p.conrelid and a.attnum = p.conkey[1]
                            where p.conrelid = t.oid and p.contype = 'p' and a.attname = 'project_id')
                        """)).isEmpty();
    }

    @Test
    void everyForeignKeyCarriesTheProject() throws SQLException {
        assertThat(breaches("""
                        select t.relname, f.conname
                        from pg_constraint f
                        join %s t on t.oid = f.conrelid
                        where f.contype = 'f' and not exists (
                            select from pg_attribute a
                            where a.attrelid = t.oid and a.attnum = any(f.conkey) and a.attname = 'project_id')
                        """)).isEmpty();
    }

    @Test
    void everyUniqueIndexCarriesTheProject() throws SQLException {
        assertThat(breaches("""
                        select t.relname, i.indexrelid::regclass
                        from pg_index i
                        join %s t on t.oid = i.indrelid
                        where i.indisunique and not exists (
                            select from pg_attribute a
                            where a.attrelid = t.oid and a.attnum = any(i.indkey) and a.attname = 'project_id')
                        """)).isEmpty();
    }

    @Test
    void everyTimeCarriesItsZone() throws SQLException {
        assertThat(breaches("""
                        select t.relname, a.attname
                        from pg_attribute a
                        join %s t on t.oid = a.attrelid
                        where a.atttypid = 'timestamp without time zone'::regtype
                        """)).isEmpty();
    }

    @Test
    void thereAreNoTriggers() throws SQLException {
        assertThat(breaches("""
                        select t.relname, g.tgname
                        from pg_trigger g
                        join %s t on t.oid = g.tgrelid
                        where not g.tgisinternal
                        """)).isEmpty();
    }

    private static List<String> breaches(String query) throws SQLException {
        return Databases.rows(database, query.formatted(PROJECT_TABLES));
    }
}
