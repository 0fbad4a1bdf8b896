package dev.plumbline.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Stored uploads of one CI run become one run, and nothing that people said is lost. */
class UploadMigrationTest {

    @Test
    void theUploadsOfOneCiRunBecomeOneRun() throws IOException, SQLException {
        try (Databases databases = new Databases()) {
            DataSource database = databases.empty();
            Flyway.configure().dataSource(database).target("13").load().migrate();
            Databases.execute(database, """
                    insert into project (project_id, slug, name) values (1, 'acme', 'Acme');
                    insert into environment (project_id, environment_id, label) values (1, 1, 'lab');
                    insert into branch (project_id, branch_id, name) values (1, 1, 'main');
                    insert into commit (project_id, sha) values (1, 'a'), (1, 'b'), (1, 'c');
                    insert into branch_commit (project_id, branch_id, sha, position)
                    values (1, 1, 'a', 1), (1, 1, 'b', 2), (1, 1, 'c', 3);
                    -- Two files each of the commits a and b from one CI run each, and another attempt of b; a file of c by its key;
                    -- a file without any name; a pair.
                    insert into run (project_id, run_id, branch_id, environment_id, sha, run_key, content_hash, format, result_count,
                        ci, role, pair_run_id, baseline_eligible, judged_at, notes)
                    select 1, n, 1, 1, sha, key, sha256(n::text::bytea), 'jmh-json', n, ci::jsonb, role, pair, pair is null, now(),
                        '[{"code": "c", "message": "m"}]'
                    from (values
                        (1, 'a', 'github-actions/7/1/j/lab/1.json', '{"provider": "github-actions", "runId": "7", "attempt": 1}', 'measurement', null),
                        (2, 'a', 'github-actions/7/1/j/lab/2.json', '{"provider": "github-actions", "runId": "7", "attempt": 1}', 'measurement', null),
                        (3, 'b', 'github-actions/8/1/j/lab/1.json', '{"provider": "github-actions", "runId": "8", "attempt": 1}', 'measurement', null),
                        (4, 'b', 'github-actions/8/1/j/lab/2.json', '{"provider": "github-actions", "runId": "8", "attempt": 1}', 'measurement', null),
                        (5, 'b', 'github-actions/8/2/j/lab/1.json', '{"provider": "github-actions", "runId": "8", "attempt": 2}', 'measurement', null),
                        (6, 'c', 'gitlab-ci/9/0/j/lab/1.json', '{}', 'measurement', null),
                        (7, 'c', 'gitlab-ci/9/0/j/lab/2.json', '{}', 'measurement', null),
                        (8, 'c', E'main\nc\nlab', '{}', 'measurement', null),
                        (9, 'c', 'github-actions/8/1/j/lab/3.json', '{"provider": "github-actions", "runId": "8", "attempt": 1}', 'pair-base', null),
                        (10, 'c', 'github-actions/8/1/j/lab/4.json', '{"provider": "github-actions", "runId": "8", "attempt": 1}', 'measurement', 9))
                        as said (n, sha, key, ci, role, pair);
                    insert into document (project_id, run_id, content, content_length)
                    select 1, n, '\\x00', n from generate_series(1, 10) n;
                    insert into benchmark (project_id, benchmark_id, identity, name, mode, threads)
                    select 1, n, sha256(n::text::bytea), 'b' || n, 'avgt', 1 from generate_series(1, 2) n;
                    insert into series (project_id, series_id, benchmark_id, environment_id, metric, unit, symbol, direction, judged)
                    select 1, n, n, 1, 'score', 's/op', 's/op', 'LOWER_IS_BETTER', true from generate_series(1, 2) n;
                    -- Of a each file has a benchmark of its own; of b both have the first.
                    insert into point (project_id, series_id, run_id, value, forks, iterations)
                    values (1, 1, 1, 1, '{1}', 5), (1, 2, 2, 2, '{2}', 5), (1, 1, 3, 3, '{2,4}', 10), (1, 1, 4, 6, '{6}', 5),
                        (1, 1, 5, 3, '{3}', 5), (1, 1, 6, 3, '{3}', 5), (1, 2, 7, 3, '{3}', 5);
                    insert into verdict (project_id, run_id, series_id, outcome, method, candidate, candidate_forks, baseline_runs,
                        baseline_forks, baseline_first_run_id, baseline_last_run_id)
                    values (1, 4, 1, 'regressed', 't', 1, 1, 1, 1, 1, 2), (1, 6, 1, 'unchanged', 't', 1, 1, 1, 1, 2, 4);
                    insert into regression (project_id, regression_id, environment_id, branch_id, run_id, previous_run_id, worse,
                        state, first_run_id, decision, assignee)
                    values (1, 1, 1, 1, 4, 2, true, 'confirmed', 4, 'acknowledged', 'Ada');
                    insert into regression_event (project_id, regression_id, who, event, to_state, note)
                    values (1, 1, 'Ada', 'acknowledged', 'acknowledged', 'on it');
                    insert into change_point (project_id, series_id, branch_id, run_id, previous_run_id, earliest_run_id,
                        latest_run_id, state, level_before, level_after, ratio, ratio_low, ratio_high, p_value, worse, regression_id)
                    values (1, 1, 1, 4, 2, 3, 5, 'confirmed', 1, 2, 2, 1, 3, 0.001, true, 1),
                        (1, 1, 1, 3, 2, 3, 5, 'suspected', 1, 2, 2, 1, 3, 0.001, true, 1);
                    insert into finding (project_id, run_id, code, severity, what, concerned, benchmarks)
                    values (1, 1, 'one-fork', 'serious', 'w', 1, 1), (1, 2, 'one-fork', 'serious', 'w', 1, 1);
                    insert into notification_rule (project_id, rule_id, name, channel, target, secret, events, environment,
                        benchmark, metric, minimum_effect, enabled)
                    values (1, 1, 'r', 'webhook', 't', 's', '{}', '*', '*', '*', 0, true);
                    insert into announcement (project_id, announcement_id, rule_id, run_id, topic)
                    values (1, 1, 1, 3, 'first'), (1, 2, 1, 4, 'second');
                    insert into announced (project_id, announcement_id, event, regression_id) values (1, 2, 'confirmed', 1);
                    """);

            Schema.migrate(database);

            assertThat(
                            Databases.rows(
                                    database,
                                    "select run_id, sha, coalesce(run_name, '-'), uploads, result_count from run order by run_id"))
                    .containsExactly(
                            "1 a ci/github-actions/7/1 2 3",
                            "3 b ci/github-actions/8/1 2 7",
                            "5 b ci/github-actions/8/2 1 5",
                            "6 c ci/gitlab-ci/9/0 2 13",
                            "8 c - 1 8",
                            "9 c - 1 9",
                            "10 c - 1 10");
            assertThat(Databases.rows(database, """
                            select u.upload_id, u.run_id, d.content_length, jsonb_array_length(u.notes)
                            from upload u join document d using (project_id, upload_id) order by 1"""))
                    .containsExactly(
                            "1 1 1 1",
                            "2 1 2 1",
                            "3 3 3 1",
                            "4 3 4 1",
                            "5 5 5 1",
                            "6 6 6 1",
                            "7 6 7 1",
                            "8 8 8 1",
                            "9 9 9 1",
                            "10 10 10 1");
            assertThat(Databases.rows(
                            database,
                            "select run_id, series_id, value, forks, iterations from point order by run_id, series_id"))
                    .containsExactly(
                            "1 1 1 {1} 5",
                            "1 2 2 {2} 5", "3 1 4 {2,4,6} 15", "5 1 3 {3} 5", "6 1 3 {3} 5", "6 2 3 {3} 5");
            assertThat(Databases.rows(database, """
                            select run_id, previous_run_id, first_run_id, status, assignee from regression""")).containsExactly("3 1 3 acknowledged Ada");
            assertThat(Databases.rows(database, "select note from regression_event where who = 'Ada'"))
                    .containsExactly("on it");
            assertThat(Databases.rows(
                            database,
                            "select run_id, previous_run_id, earliest_run_id, latest_run_id from change_point"))
                    .containsExactly("3 1 3 5");
            assertThat(Databases.rows(
                            database, "select run_id, baseline_first_run_id, baseline_last_run_id from verdict"))
                    .containsExactly("6 1 3");
            assertThat(Databases.rows(database, "select run_id, code from finding"))
                    .containsExactly("1 one-fork");
            assertThat(Databases.rows(
                            database,
                            "select run_id, announcement_id, (select count(*) from announced) from announcement"))
                    .containsExactly("3 1 1");
            assertThat(Databases.rows(database, "select run_id from job order by run_id"))
                    .containsExactly("1", "3", "6");
        }
    }
}
