package dev.plumbline.server.report;

import dev.plumbline.server.database.Columns;
import dev.plumbline.server.database.Query;
import dev.plumbline.server.history.SeriesIdentity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Reads the verdicts of one run with their series, what moved first, the worst of it first. */
final class RunVerdicts {

    private static final String COLUMNS = """
        v.outcome, v.method, v.candidate, v.candidate_forks, v.baseline, v.baseline_runs,
            v.baseline_forks, v.ratio, v.ratio_low, v.ratio_high, v.p_value, v.adjusted_p_value,
            v.smallest_detectable_change, v.forks_needed, v.reasons,
            v.rule, v.lower_limit, v.upper_limit,
            first_run.sha as first_sha, last_run.sha as last_sha,
            s.series_id, s.benchmark_id, s.metric, s.unit, s.direction, b.name, b.mode, b.threads,
            array(select e.key from jsonb_each_text(b.params) e order by e.key) as param_names,
            array(select e.value from jsonb_each_text(b.params) e order by e.key) as param_values
        """;

    private static final String FROM = """
        from verdict v
            join series s on s.project_id = v.project_id and s.series_id = v.series_id
            join benchmark b on b.project_id = s.project_id and b.benchmark_id = s.benchmark_id
            left join run first_run
                on first_run.project_id = v.project_id and first_run.run_id = v.baseline_first_run_id
            left join run last_run
                on last_run.project_id = v.project_id and last_run.run_id = v.baseline_last_run_id
        """;

    private static final String ORDER = """
        order by array_position(array['regressed', 'improved', 'inconclusive', 'unchanged'], v.outcome),
            case when s.direction = 'LOWER_IS_BETTER' then v.ratio else 1 / nullif(v.ratio, 0) end desc nulls last,
            b.name, s.series_id
        """;

    private RunVerdicts() {}

    /** A verdict, and how many match in all. */
    record Counted(RunDetails.Verdict verdict, long total) {}

    static List<Counted> read(Handle handle, long projectId, long runId, String outcome, int page) throws SQLException {
        return Query.of(
                        handle,
                        "select count(*) over () as total, " + COLUMNS + FROM
                                + "where v.project_id = ? and v.run_id = ? and (? = '' or v.outcome = ?) " + ORDER
                                + "limit ? offset ?")
                .with(projectId)
                .with(runId)
                .with(outcome)
                .with(outcome)
                .with(RunDetailsQueries.PAGE_SIZE)
                .with((long) (page - 1) * RunDetailsQueries.PAGE_SIZE)
                .list(row -> new Counted(verdict(row), row.getLong("total")));
    }

    /** All verdicts of some runs, by run. */
    static Map<Long, List<RunDetails.Verdict>> all(Handle handle, long projectId, List<Long> runs) throws SQLException {
        Map<Long, List<RunDetails.Verdict>> verdicts = new HashMap<>();
        Query.of(
                        handle,
                        "select v.run_id, " + COLUMNS + FROM + "where v.project_id = ? and v.run_id = any (?) " + ORDER)
                .with(projectId)
                .withAll(runs)
                .list(row -> Map.entry(row.getLong("run_id"), verdict(row)))
                .forEach(entry -> verdicts.computeIfAbsent(entry.getKey(), run -> new ArrayList<>())
                        .add(entry.getValue()));
        return verdicts;
    }

    private static RunDetails.Verdict verdict(ResultSet row) throws SQLException {
        return new RunDetails.Verdict(
                SeriesIdentity.of(row),
                row.getString("outcome"),
                row.getString("method"),
                row.getDouble("candidate"),
                row.getInt("candidate_forks"),
                Columns.number(row, "baseline"),
                row.getInt("baseline_runs"),
                row.getInt("baseline_forks"),
                Columns.text(row, "first_sha"),
                Columns.text(row, "last_sha"),
                Columns.number(row, "ratio"),
                Columns.number(row, "ratio_low"),
                Columns.number(row, "ratio_high"),
                Columns.number(row, "p_value"),
                Columns.number(row, "adjusted_p_value"),
                Columns.number(row, "smallest_detectable_change"),
                row.getInt("forks_needed"),
                Columns.texts(row, "reasons"),
                Columns.text(row, "rule"),
                Columns.number(row, "lower_limit"),
                Columns.number(row, "upper_limit"));
    }
}
