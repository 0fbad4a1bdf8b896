package dev.plumbline.server.audit;

import dev.plumbline.analysis.audit.Finding;
import dev.plumbline.analysis.audit.ObservedMachine;
import dev.plumbline.analysis.audit.RunSetup;
import dev.plumbline.analysis.audit.SetupComparison;
import dev.plumbline.server.database.JsonText;
import dev.plumbline.server.database.Query;
import dev.plumbline.server.database.StoredText;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Writes what the audit says against one run. */
public final class FindingStore {

    private final Handle handle;
    private final long projectId;
    private final long runId;

    public FindingStore(Handle handle, long projectId, long runId) {
        this.handle = handle;
        this.projectId = projectId;
        this.runId = runId;
    }

    /** The findings of the run's own measurement. */
    public void insert(List<Finding> findings) throws SQLException {
        insert(findings, 0);
    }

    /**
     * Compares how the run was measured with how its baseline was, and puts what differs in the place of what was found
     * before. The baseline is the newest run that most of the verdicts were compared with.
     */
    public void compareWithBaseline() throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
                delete from finding where project_id = ? and run_id = ? and baseline_run_id is not null
                """)) {
            statement.setLong(1, projectId);
            statement.setLong(2, runId);
            statement.executeUpdate();
        }
        Optional<Long> baseline = baseline();
        if (baseline.isPresent()) {
            Optional<Measured> candidate = measured(runId);
            Optional<Measured> before = measured(baseline.get());
            if (candidate.isPresent() && before.isPresent()) {
                List<Finding> findings = SetupComparison.of(
                        candidate.get().setup(),
                        candidate.get().machine(),
                        before.get().setup(),
                        before.get().machine(),
                        compared(baseline.get()));
                insert(findings, baseline.get());
            }
        }
    }

    /** How a run was measured, and on what. */
    private record Measured(RunSetup setup, ObservedMachine machine) {}

    private Optional<Long> baseline() throws SQLException {
        return Query.of(handle, """
                        select baseline_last_run_id
                        from verdict
                        where project_id = ? and run_id = ? and baseline_last_run_id is not null
                        group by baseline_last_run_id
                        order by count(*) desc, baseline_last_run_id desc
                        limit 1
                        """).with(projectId).with(runId).first(row -> row.getLong(1));
    }

    /** The keys of the benchmarks that were compared with that run. */
    private List<String> compared(long baseline) throws SQLException {
        return Query.of(handle, """
                        select distinct encode(substring(b.identity from 1 for 8), 'hex') as key
                        from verdict v
                            join series s on s.project_id = v.project_id and s.series_id = v.series_id
                            join benchmark b on b.project_id = s.project_id and b.benchmark_id = s.benchmark_id
                        where v.project_id = ? and v.run_id = ? and v.baseline_last_run_id = ?
                        order by key
                        """).with(projectId).with(runId).with(baseline).list(row -> row.getString("key"));
    }

    /** Empty for a run from before set-ups were kept. */
    private Optional<Measured> measured(long run) throws SQLException {
        return Query.of(handle, """
                        select setup, observed from run where project_id = ? and run_id = ? and setup is not null
                        """)
                .with(projectId)
                .with(run)
                .first(row -> new Measured(
                        SetupJson.read(row.getString("setup")),
                        ObservedMachine.of(JsonText.flat(row.getString("observed")))));
    }

    private void insert(List<Finding> findings, long baseline) throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
                insert into finding (project_id, run_id, code, severity, what, concerned, benchmarks, cases,
                    baseline_run_id)
                values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, nullif(?, 0))
                """)) {
            for (Finding finding : findings) {
                statement.setLong(1, projectId);
                statement.setLong(2, runId);
                statement.setString(3, finding.code().code());
                statement.setString(4, finding.severity().label());
                statement.setString(5, StoredText.clean(finding.what()));
                statement.setInt(6, finding.concerned());
                statement.setInt(7, finding.benchmarks());
                statement.setString(8, FindingJson.cases(finding.cases()));
                statement.setLong(9, baseline);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
