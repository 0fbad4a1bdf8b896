package dev.plumbline.server.report;

import dev.plumbline.server.database.Columns;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.history.BranchName;
import dev.plumbline.server.history.CommitLabel;
import dev.plumbline.server.history.DrawnRuns;
import dev.plumbline.server.judging.Baseline;
import dev.plumbline.server.judging.Baselines;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;

/** Reads what single runs say about a series. */
public final class SeriesInRunQueries {

    private static final String RUN = """
        select r.run_id, b.branch_id, b.name as branch, b.pull_request, r.uploaded_at,
            c.sha, c.subject, c.author, c.committed_at, coalesce(p.measured_as, p.series_id) as measured_as
        from point p
            join run r on r.project_id = p.project_id and r.run_id = p.run_id
            join branch b on b.project_id = r.project_id and b.branch_id = r.branch_id
            join branch_commit bc on bc.project_id = r.project_id and bc.branch_id = r.branch_id and bc.sha = r.sha
            join commit c on c.project_id = r.project_id and c.sha = r.sha
        where p.project_id = :projectId and p.series_id = :seriesId and %s
        order by bc.position desc, r.run_id desc
        limit 1
        """;

    private final Database database;

    public SeriesInRunQueries(Database database) {
        this.database = database;
    }

    /** A series in a run; empty if there is no such run or it has no value of the series. */
    public Optional<SeriesInRun> of(long projectId, long seriesId, long runId) {
        return database.read(handle -> handle.createQuery(RUN.formatted("r.run_id = :runId"))
                .bind("projectId", projectId)
                .bind("seriesId", seriesId)
                .bind("runId", runId)
                .map((row, context) -> read(handle, projectId, seriesId, row))
                .findFirst());
    }

    /**
     * A series in the newest run of a branch; empty if there is no such branch or it has no value of the series.
     *
     * @param branch the name, or {@code pull/12} for the head of a pull request
     */
    public Optional<SeriesInRun> newest(long projectId, long seriesId, String branch) {
        return database.read(handle -> handle.createQuery(RUN.formatted("""
                        (b.pull_request is null and b.name = :branch or b.pull_request = :pullRequest) and
                        """ + DrawnRuns.CONDITION))
                .bind("projectId", projectId)
                .bind("seriesId", seriesId)
                .bind("branch", branch)
                .bind("pullRequest", BranchName.pullRequest(branch))
                .map((row, context) -> read(handle, projectId, seriesId, row))
                .findFirst());
    }

    private static SeriesInRun read(Handle handle, long projectId, long seriesId, ResultSet row) throws SQLException {
        long runId = row.getLong("run_id");
        int number = row.getInt("pull_request");
        Optional<Baseline> baseline = Baselines.of(handle, projectId, runId);
        List<Value> values = values(handle, projectId, seriesId, runId, baseline);
        List<Double> forks = new ArrayList<>();
        values.forEach(value -> value.forks().forEach(forks::add));
        return new SeriesInRun(
                runId,
                row.getLong("branch_id"),
                row.getString("branch"),
                number == 0 ? OptionalInt.empty() : OptionalInt.of(number),
                CommitLabel.of(row, ""),
                Columns.instant(row, "uploaded_at").orElseThrow(),
                values.stream().mapToDouble(Value::value).average().orElse(Double.NaN),
                forks,
                baseline,
                verdict(handle, projectId, seriesId, row.getLong("measured_as"), runId));
    }

    private record Value(double value, List<Double> forks) {}

    /** The values of the runs that were judged together. */
    private static List<Value> values(
            Handle handle, long projectId, long seriesId, long runId, Optional<Baseline> baseline) {
        List<Long> runs = new ArrayList<>(baseline.map(Baseline::candidates).orElse(List.of()));
        runs.add(runId);
        return handle.createQuery("""
            select value, forks from point
            where project_id = :projectId and series_id = :seriesId and run_id = any (:runs)
            order by run_id
            """)
                .bind("projectId", projectId)
                .bind("seriesId", seriesId)
                .bindArray("runs", Long.class, runs)
                .map((row, context) -> new Value(row.getDouble("value"), boxed(Columns.numbers(row, "forks"))))
                .list();
    }

    private static List<Double> boxed(double[] numbers) {
        List<Double> boxed = new ArrayList<>();
        for (double number : numbers) {
            boxed.add(number);
        }
        return boxed;
    }

    /** A verdict from before a rename belongs to the series of the old name. */
    private static Optional<StoredVerdict> verdict(
            Handle handle, long projectId, long seriesId, long measuredAs, long runId) {
        return handle.createQuery("select " + StoredVerdict.COLUMNS + " from " + StoredVerdict.TABLES + """
                where v.project_id = :projectId and v.run_id = :runId and v.series_id in (:seriesId, :measuredAs)
                order by v.series_id = :seriesId desc
                limit 1
                """)
                .bind("projectId", projectId)
                .bind("runId", runId)
                .bind("seriesId", seriesId)
                .bind("measuredAs", measuredAs)
                .map((row, context) -> StoredVerdict.of(row))
                .findFirst();
    }
}
