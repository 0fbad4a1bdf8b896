package dev.plumbline.server.report;

import dev.plumbline.analysis.report.verdict.BaselineRange;
import dev.plumbline.analysis.report.verdict.SeriesName;
import dev.plumbline.analysis.report.verdict.SeriesVerdict;
import dev.plumbline.analysis.report.verdict.VerdictRow;
import dev.plumbline.analysis.threshold.ThresholdRule;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.analysis.verdict.Verdict;
import dev.plumbline.server.history.SeriesIdentity;
import dev.plumbline.server.judging.VerdictColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A verdict as it is stored for a run and a series.
 *
 * @param series the series
 * @param verdict what the comparison says
 * @param baseline the runs that it was compared with
 * @param rule the project's rule that applied; empty: the default test, unchanged
 */
public record StoredVerdict(
        SeriesIdentity series, Verdict verdict, BaselineRange baseline, Optional<ThresholdRule> rule) {

    /** What {@link #of} reads from {@link #TABLES}. */
    static final String COLUMNS = VerdictColumns.COLUMNS + ", first_run.sha as first_sha, last_run.sha as last_sha, "
            + SeriesIdentity.COLUMNS;

    /** Verdicts with their series and the ends of their baselines. */
    static final String TABLES = """
        verdict v
            join series s on s.project_id = v.project_id and s.series_id = v.series_id
            join benchmark b on b.project_id = s.project_id and b.benchmark_id = s.benchmark_id
            left join run first_run
                on first_run.project_id = v.project_id and first_run.run_id = v.baseline_first_run_id
            left join run last_run
                on last_run.project_id = v.project_id and last_run.run_id = v.baseline_last_run_id
        """;

    /** Of a row with {@link #COLUMNS}. */
    static StoredVerdict of(ResultSet row) throws SQLException {
        Verdict verdict = VerdictColumns.of(row);
        return new StoredVerdict(
                SeriesIdentity.of(row),
                verdict,
                new BaselineRange(
                        verdict.baseline().runs(),
                        Optional.ofNullable(row.getString("first_sha")).orElse(""),
                        Optional.ofNullable(row.getString("last_sha")).orElse("")),
                VerdictColumns.rule(row));
    }

    /** What was found. */
    public Outcome outcome() {
        return verdict.outcome();
    }

    /** Whether it got worse or better, or changed without being either. */
    public boolean changed() {
        return outcome().changed();
    }

    /** The row of a report. */
    public VerdictRow row() {
        return new VerdictRow(name(), verdict);
    }

    /** The verdict as the API returns it. */
    public SeriesVerdict told() {
        return new SeriesVerdict(series.seriesId(), name(), verdict, baseline, rule);
    }

    private SeriesName name() {
        return new SeriesName(
                series.benchmark(),
                new TreeMap<>(series.params()),
                series.mode(),
                series.threads(),
                series.metric(),
                series.unit(),
                series.direction(),
                series.harness());
    }
}
