package dev.plumbline.server.ingest;

import dev.plumbline.server.database.Database;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.jdbi.v3.core.Handle;

/**
 * A history of sixty commits written straight into the tables, so that every state that a page can show is there: a
 * regression of two benchmarks at commit 41, an improvement at 25, a regression at 12 that 20 fixes, a suspected one of
 * allocation at 52, a pull request with every outcome, and names that try to break out of the page.
 */
public final class SampleHistory {

    /** A text with markup, quotes, a direction override and characters beyond the basic plane. */
    public static final String HOSTILE = "\"><script>alert(1)</script>'&amp;\u202e😀{{7*7}}</title>";

    private static final byte[] DOCUMENT = gzip(HOSTILE);

    /** The number of commits on the base branch, each with one run. */
    public static final int COMMITS = 60;

    private final Database database;

    /** The keys of what was written. */
    public record Keys(long project, long environment, long branch, long pullRequestRun, long waitingRun) {}

    public SampleHistory(Database database) {
        this.database = database;
    }

    /** The hash of a commit. */
    public static String sha(int commit) {
        return "%08x".formatted(0xa1b20000 + commit) + "0".repeat(32);
    }

    /** Writes the history into a new project. */
    public Keys write(String slug, String name, boolean isPublic) {
        return database.transaction(handle -> {
            long project = key(
                    handle,
                    "insert into project (slug, name, visibility) values (?, ?, ?) returning project_id",
                    slug,
                    name,
                    isPublic ? "public" : "private");
            long environment = key(
                    handle,
                    "insert into environment (project_id, label) values (?, ?) returning environment_id",
                    project,
                    "ci-linux-x64");
            long branch = key(
                    handle, "insert into branch (project_id, name) values (?, ?) returning branch_id", project, "main");
            long topic = key(
                    handle,
                    "insert into branch (project_id, name, pull_request) values (?, ?, 12) returning branch_id",
                    project,
                    "topic/" + HOSTILE);
            history(handle, project, environment, branch);
            series(handle, project, environment);
            changes(handle, project, environment, branch);
            latestVerdicts(handle, project);
            long pullRequest = pullRequest(handle, project, environment, topic);
            long waiting = run(handle, project, environment, branch, 60, "again", false);
            return new Keys(project, environment, branch, pullRequest, waiting);
        });
    }

    /** The series of a benchmark's method and a metric. */
    public long series(long project, String method, String metric) {
        return database.read(handle -> key(handle, """
            select s.series_id
            from series s join benchmark b on b.project_id = s.project_id and b.benchmark_id = s.benchmark_id
            where s.project_id = ? and position(? in b.name) > 0 and s.metric = ?
            order by s.series_id limit 1
            """, project, method, metric));
    }

    /** The upload of a run. */
    public long upload(long run) {
        return database.read(handle -> key(handle, "select upload_id from upload where run_id = ?", run));
    }

    /** The first benchmark of a method. */
    public long benchmark(long project, String method) {
        return database.read(handle -> key(
                handle,
                "select min(benchmark_id) from benchmark where project_id = ? and position(? in name) > 0",
                project,
                method));
    }

    /** The key of the regression for the worse that begins at a commit. */
    public long regression(long project, int commit) {
        return database.read(handle -> key(handle, """
            select regression_id
            from regression join run using (project_id, run_id)
            where project_id = ? and worse and sha = ?
            """, project, sha(commit)));
    }

    private static void history(Handle handle, long project, long environment, long branch) {
        for (int commit = 1; commit <= COMMITS; commit++) {
            handle.execute(
                    """
                    insert into commit (project_id, sha, committed_at, author, subject)
                    values (?, ?, timestamptz '2026-09-01T08:00Z' + ? * interval '9 hours', ?, ?)
                    """,
                    project,
                    sha(commit),
                    commit,
                    commit % 3 == 0 ? "Grace Hopper" : "Ada Lovelace",
                    subject(commit));
            handle.execute(
                    "insert into branch_commit (project_id, branch_id, sha, position) values (?, ?, ?, ?)",
                    project,
                    branch,
                    sha(commit),
                    commit * 1_048_576L);
            if (commit != 40) {
                run(handle, project, environment, branch, commit, "first", true);
            }
        }
    }

    private static String subject(int commit) {
        return switch (commit) {
            case 12 -> "Drain through a snapshot of the ring";
            case 20 -> "Drain in place again";
            case 25 -> "Join without an intermediate list";
            case 41 -> "Tokenizer: accept any Unicode white space";
            case 52 -> "Offer boxes its element " + HOSTILE;
            default -> "Change number " + commit;
        };
    }

    private static long run(
            Handle handle, long project, long environment, long branch, int commit, String key, boolean judged) {
        return key(
                handle,
                """
                with stored as (
                insert into run (project_id, branch_id, environment_id, sha, run_name, uploaded_at,
                    started_at, result_count, observed, ci, judged_at, judged_uploads, summary)
                values (?, ?, ?, ?, ?,
                    timestamptz '2026-09-01T09:00Z' + ? * interval '9 hours',
                    timestamptz '2026-09-01T08:30Z' + ? * interval '9 hours', 6,
                    jsonb_build_object('cpu', 'AMD EPYC 7763', 'cores', '8', 'memoryBytes', '33565216768',
                        'os', 'Linux 6.1', 'arch', 'x86_64',
                        'jvm', case when ? < 30 then 'OpenJDK 24' else 'OpenJDK 25' end),
                    '{"provider": "github-actions", "url": "https://ci.example.com/runs/1?a=1&b=2"}',
                    case when ? then now() end,
                    case when ? then 1 else 0 end,
                    case when ? then '{"regressed": 0, "improved": 0, "unchanged": 10, "inconclusive": 2,
                        "comparisons": 12, "geometricMean": {"ratio": 1.004, "low": 0.99, "high": 1.02}}'::jsonb end)
                returning project_id, run_id, sha, run_name, uploaded_at, result_count),
                sent as (
                insert into upload (project_id, run_id, upload_key, content_hash, quarantined, format, uploaded_at, result_count,
                    notes)
                select project_id, run_id, run_name, sha256(convert_to(run_name || sha, 'UTF8')), false, 'jmh-json', uploaded_at,
                    result_count,
                    '[{"code": "unknown-unit", "message": "result 3: unit bogons/op is not known, lower is better by rule"}]'
                from stored
                returning project_id, upload_id, run_id),
                kept as (
                insert into document (project_id, upload_id, content, content_length)
                select project_id, upload_id, ?, ? from sent)
                select run_id from sent
                """,
                project,
                branch,
                environment,
                sha(commit),
                key,
                commit,
                commit,
                commit,
                judged,
                judged,
                judged,
                DOCUMENT,
                HOSTILE.length());
    }

    private static byte[] gzip(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void series(Handle handle, long project, long environment) {
        series(
                handle,
                project,
                environment,
                "dev.acme.text.TokenizerBenchmark.split",
                "{\"size\": \"10\"}",
                "avgt",
                "s/op",
                3.1e-8,
                41,
                99,
                1.30);
        series(
                handle,
                project,
                environment,
                "dev.acme.text.TokenizerBenchmark.split",
                "{\"size\": \"1000\"}",
                "avgt",
                "s/op",
                2.4e-6,
                41,
                99,
                1.34);
        series(
                handle,
                project,
                environment,
                "dev.acme.text.TokenizerBenchmark.join",
                "{}",
                "avgt",
                "s/op",
                8.9e-7,
                25,
                99,
                0.78);
        series(
                handle,
                project,
                environment,
                "dev.acme.collect.RingBufferBenchmark.offer",
                "{}",
                "thrpt",
                "ops/s",
                5.2e7,
                99,
                99,
                1);
        series(
                handle,
                project,
                environment,
                "dev.acme.collect.RingBufferBenchmark.drain",
                "{}",
                "avgt",
                "s/op",
                4.4e-5,
                12,
                20,
                1.21);
        series(
                handle,
                project,
                environment,
                "evil." + HOSTILE + "." + HOSTILE,
                "{\"<b>\": \"'onload=\\\"x\"}",
                "avgt",
                "s/op",
                1.2e-3,
                99,
                99,
                1);
    }

    private static void series(
            Handle handle,
            long project,
            long environment,
            String name,
            String params,
            String mode,
            String unit,
            double level,
            int from,
            int to,
            double ratio) {
        long benchmark = key(handle, """
            insert into benchmark (project_id, identity, name, params, mode, threads)
            values (?, sha256(convert_to(? || ?, 'UTF8')), ?, ?::jsonb, ?, 1) returning benchmark_id
            """, project, name, params, name, params, mode);
        boolean offer = name.endsWith("offer");
        points(handle, project, environment, benchmark, "score", unit, level, from, to, ratio, 0.012);
        points(
                handle,
                project,
                environment,
                benchmark,
                "gc.alloc.rate.norm",
                "B/op",
                128,
                offer ? 52 : 99,
                99,
                1.125,
                1e-6);
    }

    private static void points(
            Handle handle,
            long project,
            long environment,
            long benchmark,
            String metric,
            String unit,
            double level,
            int from,
            int to,
            double ratio,
            double noise) {
        long series = key(
                handle,
                """
                insert into series (project_id, benchmark_id, environment_id, metric, unit, symbol, direction, judged)
                values (?, ?, ?, ?, ?, ?, ?, true) returning series_id
                """,
                project,
                benchmark,
                environment,
                metric,
                unit,
                unit,
                unit.equals("ops/s") ? "HIGHER_IS_BETTER" : "LOWER_IS_BETTER");
        handle.execute("""
            insert into point (project_id, series_id, run_id, value, forks, iterations)
            select r.project_id, ?, r.run_id, middle.level,
                array(select middle.level * (1 + ? * 0.5 * sin(fork * 2.1 + place.commit)) from generate_series(1, 3) fork), 15
            from run r
                join branch_commit bc on bc.project_id = r.project_id and bc.branch_id = r.branch_id and bc.sha = r.sha
                cross join lateral (select bc.position / 1048576 as commit) as place
                cross join lateral (
                    select ?::double precision * case when place.commit >= ? and place.commit < ? then ? else 1 end
                        * (1 + ? * sin(place.commit * 7.31 + ?)) as level) as middle
            where r.project_id = ?
            """, series, noise, level, from, to, ratio, noise, series, project);
    }

    private static void changes(Handle handle, long project, long environment, long branch) {
        regression(handle, project, environment, branch, 12, 11, true, "fixed", 20);
        regression(handle, project, environment, branch, 20, 19, false, "confirmed", 0);
        regression(handle, project, environment, branch, 25, 24, false, "confirmed", 0);
        regression(handle, project, environment, branch, 41, 39, true, "confirmed", 0);
        regression(handle, project, environment, branch, 52, 51, true, "suspected", 0);
        handle.execute(
                "update regression set confirmed_at = now() where project_id = ? and state <> 'suspected'", project);
        change(handle, project, "drain", "score", 12, 11, "confirmed", 1.21, true);
        change(handle, project, "drain", "score", 20, 19, "confirmed", 1 / 1.21, false);
        change(handle, project, "join", "score", 25, 24, "confirmed", 0.78, false);
        change(handle, project, "split", "score", 41, 39, "confirmed", 1.34, true);
        change(handle, project, "offer", "gc.alloc.rate.norm", 52, 51, "suspected", 1.125, true);
    }

    private static void regression(
            Handle handle,
            long project,
            long environment,
            long branch,
            int commit,
            int previous,
            boolean worse,
            String state,
            int fixed) {
        handle.execute("""
            insert into regression (project_id, environment_id, branch_id, first_run_id, run_id, previous_run_id, worse, state, fixed_run_id)
            select r.project_id, r.environment_id, r.branch_id, r.run_id, r.run_id, p.run_id, ?, ?,
                (select f.run_id from run f where f.project_id = r.project_id and f.sha = ? and f.run_name = 'first')
            from run r join run p on p.project_id = r.project_id and p.sha = ? and p.run_name = 'first'
            where r.project_id = ? and r.environment_id = ? and r.branch_id = ? and r.sha = ? and r.run_name = 'first'
            """, worse, state, sha(fixed), sha(previous), project, environment, branch, sha(commit));
    }

    private static void change(
            Handle handle,
            long project,
            String method,
            String metric,
            int commit,
            int previous,
            String state,
            double ratio,
            boolean worse) {
        handle.execute(
                """
                insert into change_point (project_id, series_id, branch_id, run_id, previous_run_id, earliest_run_id,
                    latest_run_id, state, level_before, level_after, ratio, ratio_low, ratio_high, p_value, worse, regression_id)
                select r.project_id, s.series_id, r.branch_id, r.run_id, p.run_id, r.run_id, r.run_id, ?, old.value, old.value * ?, ?, ?, ?, 1e-9, g.worse,
                    g.regression_id
                from run r
                    join run p on p.project_id = r.project_id and p.sha = ? and p.run_name = 'first'
                    join regression g on g.project_id = r.project_id and g.run_id = r.run_id and g.worse = ?
                    join series s on s.project_id = r.project_id and s.metric = ?
                    join benchmark b on b.project_id = s.project_id and b.benchmark_id = s.benchmark_id
                    join point old on old.project_id = r.project_id and old.series_id = s.series_id
                        and old.run_id = p.run_id
                where r.project_id = ? and r.sha = ? and r.run_name = 'first' and b.name like '%.' || ?
                """,
                state,
                ratio,
                ratio,
                ratio * 0.98,
                ratio * 1.02,
                sha(previous),
                worse,
                metric,
                project,
                sha(commit),
                method);
    }

    private static void latestVerdicts(Handle handle, long project) {
        handle.execute("""
            insert into verdict (project_id, run_id, series_id, outcome, method, candidate, candidate_forks, baseline,
                baseline_runs, baseline_forks, ratio, ratio_low, ratio_high, p_value, adjusted_p_value)
            select p.project_id, p.run_id, p.series_id,
                case when p.series_id % 5 = 0 then 'inconclusive' else 'unchanged' end, 'moderated-t', p.value, 3,
                p.value, 18, 54, 1.004, 0.99, 1.018, 0.6, 0.9
            from run r join point p on p.project_id = r.project_id and p.run_id = r.run_id
            where r.project_id = ? and r.sha = ? and r.run_name = 'first'
            """, project, sha(COMMITS));
    }

    private static long pullRequest(Handle handle, long project, long environment, long topic) {
        handle.execute(
                "insert into commit (project_id, sha, author, subject) values (?, ?, 'Barbara Liskov', ?)",
                project,
                sha(999),
                "Try a faster tokenizer " + HOSTILE);
        handle.execute(
                "insert into branch_commit (project_id, branch_id, sha, position) values (?, ?, ?, 1)",
                project,
                topic,
                sha(999));
        handle.execute("""
            insert into pull_request (project_id, number, uploaded_head_sha, title, author)
            values (?, 12, ?, ?, 'Barbara Liskov')
            """, project, sha(999), "Try a faster tokenizer " + HOSTILE);
        long run = run(handle, project, environment, topic, 999, "pull", true);
        handle.execute("""
            insert into point (project_id, series_id, run_id, value, forks, iterations)
            select project_id, series_id, ?, 1e-6, array[1e-6, 1.01e-6, 0.99e-6], 15 from series where project_id = ?
            """, run, project);
        handle.execute("""
            insert into verdict (project_id, run_id, series_id, outcome, method, candidate, candidate_forks, baseline,
                baseline_runs, baseline_forks, baseline_first_run_id, baseline_last_run_id, ratio, ratio_low, ratio_high,
                p_value, adjusted_p_value, smallest_detectable_change, forks_needed, reasons)
            select s.project_id, ?, s.series_id, kind.outcome, 'moderated-t', 1e-6 * kind.ratio, 3, 1e-6, 20, 60,
                (select min(run_id) from run where project_id = s.project_id),
                (select max(run_id) from run where project_id = s.project_id),
                kind.ratio, kind.ratio * 0.96, kind.ratio * 1.04, kind.p, least(1, kind.p * 4), 0.08, kind.forks, kind.reasons
            from (select *, row_number() over (order by series_id) as place from series where project_id = ?) s
                join (values (0, 'regressed', 1.27, 0.00002, null, '{}'::text[]), (1, 'improved', 0.81, 0.0004, null, '{}'),
                    (2, 'inconclusive', 1.05, 0.09, 7, '{one-fork,no-such-reason}'), (3, 'unchanged', 1.003, 0.8, null, '{}'),
                    (4, 'regressed', 4.4, 0.00000001, null, '{}')) as kind (number, outcome, ratio, p, forks, reasons)
                    on kind.number = s.place % 5
            """, run, project);
        handle.execute("""
            update run set summary = (
                select jsonb_build_object(
                    'regressed', count(*) filter (where outcome = 'regressed'),
                    'improved', count(*) filter (where outcome = 'improved'),
                    'unchanged', count(*) filter (where outcome = 'unchanged'),
                    'inconclusive', count(*) filter (where outcome = 'inconclusive'),
                    'comparisons', count(*),
                    'geometricMean', jsonb_build_object('ratio', 1.08, 'low', 1.02, 'high', 1.15))
                from verdict where project_id = ? and run_id = ?)
            where project_id = ? and run_id = ?
            """, project, run, project, run);
        findings(handle, project, run);
        return run;
    }

    private static void findings(Handle handle, long project, long run) {
        handle.execute("""
            insert into finding (project_id, run_id, code, severity, what, concerned, benchmarks, cases, baseline_run_id)
            select ?, ?, code, severity, what, concerned, 6, cases::jsonb,
                case when differs then (select max(run_id) from run where project_id = ? and run_id < ?) end
            from (values
                ('jdk-differs', 'serious', 'A different Java release from the baseline''s: 24.0.2+12 → 25.0.1+8-LTS', 6, '[]', true),
                ('fork-count-differs', 'minor', 'Another number of forks than the baseline''s: 5 → 3', 2, '[]', true),
                ('compiler-limited', 'invalid', 'The optimising compiler was disabled: -XX:TieredStopAtLevel=1', 6,
                    '[{"benchmark": "dev.acme.text.TokenizerBenchmark.split", "params": {}, "mode": "avgt", "threads": 1,
                       "detail": "", "numbers": {}}]', false),
                ('still-warming-up', 'serious', 'The forks were still warming up', 2,
                    '[{"benchmark": "dev.acme.text.TokenizerBenchmark.split", "params": {"size": "10"}, "mode": "avgt", "threads": 1,
                       "detail": "the first 2 of 5 iterations lie 50 % above the rest, the score 18 % above", "numbers": {"before": 2}},
                      {"benchmark": "dev.acme.text.TokenizerBenchmark.join", "params": {}, "mode": "avgt", "threads": 1,
                       "detail": "the first of 5 iterations lies 31 % above the rest, the score 6.0 % above", "numbers": {"before": 1}}]',
                    false),
                ('short-warm-up', 'minor', 'Less than 5 s of warm-up: 3 × 500 ms', 6, '[]', false),
                ('unknown-agent', 'minor', 'An agent was attached: -javaagent:' || ?, 6, '[]', false))
                as f (code, severity, what, concerned, cases, differs)
            """, project, run, project, run, HOSTILE);
    }

    private static long key(Handle handle, String sql, Object... parameters) {
        return handle.select(sql, parameters).mapTo(Long.class).first();
    }
}
