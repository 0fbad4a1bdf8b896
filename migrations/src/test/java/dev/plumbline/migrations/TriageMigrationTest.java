package dev.plumbline.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Regressions that were found before people could decide on them keep what the detector said. */
class TriageMigrationTest {

    @Test
    void earlierRegressionsHaveAPlaceAStatusAndAHistory() throws IOException, SQLException {
        try (Databases databases = new Databases()) {
            DataSource database = databases.empty();
            Flyway.configure().dataSource(database).target("8").load().migrate();
            Databases.execute(database, """
                    insert into project (project_id, slug, name) values (1, 'acme', 'Acme');
                    insert into environment (project_id, environment_id, label) values (1, 1, 'lab');
                    insert into branch (project_id, branch_id, name) values (1, 1, 'main');
                    insert into commit (project_id, sha) values (1, 'a'), (1, 'b'), (1, 'c');
                    insert into branch_commit (project_id, branch_id, sha, position)
                    values (1, 1, 'a', 1), (1, 1, 'b', 2), (1, 1, 'c', 3);
                    insert into run (project_id, run_id, branch_id, environment_id, sha, run_key, content_hash, format, result_count)
                    select 1, n, 1, 1, substr('abc', n, 1), n::text, sha256(n::text::bytea), 'jmh', 1
                    from generate_series(1, 3) n;
                    insert into regression (project_id, environment_id, branch_id, run_id, previous_run_id, worse, state)
                    values (1, 1, 1, 2, 1, true, 'confirmed'), (1, 1, 1, 3, 2, true, 'suspected');
                    """);

            Schema.migrate(database);

            assertThat(Databases.rows(
                            database,
                            "select first_run_id, status, confirmed_at is not null from regression order by run_id"))
                    .containsExactly("2 confirmed t", "3 suspected f");
            assertThat(Databases.rows(
                            database, "select regression_id, event, to_state from regression_event order by event_id"))
                    .containsExactly("1 opened suspected", "2 opened suspected", "1 confirmed confirmed");
        }
    }
}
