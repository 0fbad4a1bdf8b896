package dev.plumbline.server.report;

import dev.plumbline.analysis.model.RunStatus;
import dev.plumbline.analysis.report.json.RunSummaryJson;
import dev.plumbline.analysis.report.verdict.RunSummary;
import dev.plumbline.server.history.CommitLabel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A run as lists show it.
 *
 * @param id the run
 * @param commit the measured commit
 * @param branch the branch's name
 * @param environment the environment's label
 * @param uploadedAt when it was uploaded
 * @param status how far it has been judged
 * @param summary what the latest judgement says about it as a whole; {@link RunSummary#NONE} if there is none
 * @param absent how many benchmarks are missing or failed in it
 */
public record RunListing(
        long id,
        CommitLabel commit,
        String branch,
        String environment,
        Instant uploadedAt,
        RunStatus status,
        RunSummary summary,
        int absent) {

    /** How far the run {@code r} has been judged. */
    public static final String STATUS = """
        case
            when r.role = 'pair-base' then 'paired'
            when r.judged_at is not null and r.judged_uploads = r.uploads then 'judged'
            when exists (
                select from job j
                where j.project_id = r.project_id and j.run_id = r.run_id and j.state = 'dead') then 'failed'
            else 'waiting'
        end
        """;

    /** Of a row with the run's, its commit's, branch's and environment's columns. */
    public static RunListing of(ResultSet row) throws SQLException {
        return new RunListing(
                row.getLong("run_id"),
                CommitLabel.of(row, ""),
                row.getString("branch"),
                row.getString("environment"),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant(),
                RunStatus.ofLabel(row.getString("status")).orElseThrow(),
                summary(row),
                row.getInt("absent"));
    }

    /** What the column {@code summary} of a run says; {@link RunSummary#NONE} if it wasn't judged. */
    static RunSummary summary(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("summary"))
                .map(RunSummaryJson::parse)
                .orElse(RunSummary.NONE);
    }
}
