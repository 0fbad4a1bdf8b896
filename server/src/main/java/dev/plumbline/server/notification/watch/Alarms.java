package dev.plumbline.server.notification.watch;

import dev.plumbline.analysis.text.Namesakes;
import dev.plumbline.server.database.Columns;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.judging.AbsentBenchmarks;
import dev.plumbline.server.judging.Removals;
import dev.plumbline.server.pullrequest.PullRequestDeliveries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The alarms of all projects. */
public final class Alarms {

    private static final String SELECT = """
        select a.alarm_id, a.kind, a.since, a.opened_at, a.ended_at, a.watch_id, a.benchmark_id,
            coalesce(e.label, w.environment) as environment,
            coalesce(nullif(w.branch, ''), p.base_branch) as branch,
            w.every_seconds, w.grace_seconds, b.name, b.mode, b.threads,
            exists (select from benchmark o
                where o.project_id = b.project_id and o.name = b.name and o.params = b.params
                    and o.mode <> b.mode) as other_modes,
            exists (select from benchmark o
                where o.project_id = b.project_id and o.name = b.name and o.params = b.params
                    and o.threads <> b.threads) as other_threads,
            array(select x.key from jsonb_each_text(b.params) x order by x.key) as param_names,
            array(select x.value from jsonb_each_text(b.params) x order by x.key) as param_values,
            r.run_id, r.sha, r.uploaded_at, a.failed, without.sha as missing_sha
        from alarm a
            join project p on p.project_id = a.project_id
            left join watch w on w.project_id = a.project_id and w.watch_id = a.watch_id
            left join environment e on e.project_id = a.project_id and e.environment_id = a.environment_id
            left join benchmark b on b.project_id = a.project_id and b.benchmark_id = a.benchmark_id
            left join run r on r.project_id = a.project_id and r.run_id = a.run_id
            left join run without on without.project_id = a.project_id and without.run_id = a.missing_run_id
        where a.project_id = :projectId
        """;

    private final Database database;

    public Alarms(Database database) {
        this.database = database;
    }

    /**
     * The open alarms of a project, latest first.
     *
     * @param most how many at most
     */
    public List<Alarm> open(long projectId, int most) {
        return database.read(
                handle -> handle.createQuery(SELECT + " and a.ended_at is null order by a.alarm_id desc limit :most")
                        .bind("projectId", projectId)
                        .bind("most", most)
                        .map((row, context) -> Alarms.alarm(row))
                        .list());
    }

    /** The alarms of these keys, oldest first. */
    public static List<Alarm> of(Handle handle, long projectId, List<Long> ids) {
        return handle.createQuery(SELECT + " and a.alarm_id = any (:ids) order by a.alarm_id")
                .bind("projectId", projectId)
                .bindArray("ids", Long.class, ids)
                .map((row, context) -> Alarms.alarm(row))
                .list();
    }

    /**
     * Accepts that benchmarks are gone deliberately: their alarms end, and the base branch isn't expected to have them until it has them
     * again. A benchmark that failed isn't gone.
     *
     * @param ids the alarms
     * @param by who says so
     * @return how many of them are open and about a benchmark that is missing
     */
    public int accept(long projectId, List<Long> ids, String by) {
        return database.transaction(handle -> {
            Map<Long, List<Long>> benchmarks = handle
                    .createQuery("""
                        update alarm set ended_at = now()
                        where project_id = :projectId and alarm_id = any (:ids) and kind = 'vanished' and not failed
                            and ended_at is null
                        returning environment_id, benchmark_id
                        """)
                    .bind("projectId", projectId)
                    .bindArray("ids", Long.class, ids)
                    .map((row, context) -> Map.entry(row.getLong("environment_id"), row.getLong("benchmark_id")))
                    .list()
                    .stream()
                    .collect(Collectors.groupingBy(
                            Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
            Removals removals = new Removals(handle, projectId);
            benchmarks.forEach((environment, gone) -> {
                removals.accept(environment, Removals.BASE_BRANCH, gone, by);
                AbsentBenchmarks.countNewest(handle, projectId, environment);
            });
            PullRequestDeliveries.allOpen(handle, projectId);
            return benchmarks.values().stream().mapToInt(List::size).sum();
        });
    }

    private static Alarm alarm(ResultSet row) throws SQLException {
        boolean run = row.getString("kind").equals("overdue");
        return new Alarm(
                row.getLong("alarm_id"),
                row.getString("environment"),
                row.getString("branch"),
                run
                        ? new Alarm.Missing.Run(
                                row.getLong("watch_id"),
                                Duration.ofSeconds(row.getLong("every_seconds")),
                                Duration.ofSeconds(row.getLong("grace_seconds")))
                        : new Alarm.Missing.Benchmark(
                                row.getLong("benchmark_id"),
                                row.getString("name"),
                                Columns.map(row, "param_names", "param_values"),
                                row.getString("mode"),
                                row.getInt("threads"),
                                new Namesakes(row.getBoolean("other_modes"), row.getBoolean("other_threads")),
                                row.getBoolean("failed"),
                                Optional.ofNullable(row.getString("missing_sha"))),
                lastRun(row),
                Columns.instant(row, "since").orElseThrow(),
                Columns.instant(row, "opened_at").orElseThrow(),
                Columns.instant(row, "ended_at"));
    }

    private static Optional<Alarm.LastRun> lastRun(ResultSet row) throws SQLException {
        return Columns.key(row, "run_id").isEmpty()
                ? Optional.empty()
                : Optional.of(new Alarm.LastRun(
                        row.getLong("run_id"),
                        row.getString("sha"),
                        Columns.instant(row, "uploaded_at").orElseThrow()));
    }
}
