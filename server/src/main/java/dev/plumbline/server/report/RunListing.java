package dev.plumbline.server.report;

import dev.plumbline.server.database.Columns;
import dev.plumbline.server.history.CommitLabel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * A run as lists show it.
 *
 * @param id the run
 * @param commit the measured commit
 * @param branch the branch's name
 * @param environment the environment's label
 * @param uploadedAt when it was uploaded
 * @param status waiting, judged, failed, or paired for the base's side of a pair
 * @param regressed series that got worse, by the latest judgement
 * @param improved series that got better
 * @param inconclusive series of which too little is known
 * @param comparisons series that were compared
 * @param suite regressed or improved where the suite as a whole moved farther than its history explains, else empty
 */
public record RunListing(
        long id,
        CommitLabel commit,
        String branch,
        String environment,
        Instant uploadedAt,
        String status,
        int regressed,
        int improved,
        int inconclusive,
        int comparisons,
        String suite) {

    /** How far the run {@code r} is. */
    public static final String STATUS = """
        case
            when r.role = 'pair-base' then 'paired'
            when r.judged_at is not null then 'judged'
            when exists (
                select from job j
                where j.project_id = r.project_id and j.run_id = r.run_id and j.state = 'dead') then 'failed'
            else 'waiting'
        end
        """;

    /** What {@link #of} reads of the run {@code r} to tell of the suite. */
    public static final String SUITE = """
        case when r.summary -> 'suite' ->> 'outcome' in ('regressed', 'improved')
            then r.summary -> 'suite' ->> 'outcome' else '' end as suite_outcome
        """;

    /** Of a row with the run's, its commit's, branch's and environment's columns and the counts of its summary. */
    public static RunListing of(ResultSet row) throws SQLException {
        return new RunListing(
                row.getLong("run_id"),
                CommitLabel.of(row, ""),
                row.getString("branch"),
                row.getString("environment"),
                Columns.instant(row, "uploaded_at").orElseThrow(),
                row.getString("status"),
                row.getInt("regressed"),
                row.getInt("improved"),
                row.getInt("inconclusive"),
                row.getInt("comparisons"),
                Columns.text(row, "suite_outcome"));
    }
}
