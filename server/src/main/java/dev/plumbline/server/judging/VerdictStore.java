package dev.plumbline.server.judging;

import dev.plumbline.analysis.format.threshold.ThresholdJson;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.analysis.verdict.Reason;
import dev.plumbline.analysis.verdict.SeriesVerdict;
import dev.plumbline.server.change.ObservedDifference;
import dev.plumbline.server.database.Columns;
import dev.plumbline.server.database.JsonText;
import dev.plumbline.server.judging.JudgingResult.JudgedSeries;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The verdicts of one run. */
final class VerdictStore {

    private final Handle handle;
    private final long projectId;
    private final long runId;

    VerdictStore(Handle handle, long projectId, long runId) {
        this.handle = handle;
        this.projectId = projectId;
        this.runId = runId;
    }

    /**
     * Puts a result in the place of an earlier one and marks the run as judged.
     *
     * @param observed what was observed otherwise in the last run of the suite's baseline
     */
    void replace(JudgingResult result, List<ObservedDifference> observed) throws SQLException {
        try (PreparedStatement statement =
                handle.getConnection().prepareStatement("delete from verdict where project_id = ? and run_id = ?")) {
            statement.setLong(1, projectId);
            statement.setLong(2, runId);
            statement.executeUpdate();
        }
        insert(result);
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
                update run set judged_at = now(), summary = ?::jsonb where project_id = ? and run_id = ?
                """)) {
            statement.setString(1, summary(result, observed));
            statement.setLong(2, projectId);
            statement.setLong(3, runId);
            statement.executeUpdate();
        }
    }

    private void insert(JudgingResult result) throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
                insert into verdict (project_id, run_id, series_id, outcome, method, candidate, candidate_forks,
                    baseline, baseline_runs, baseline_forks, baseline_first_run_id, baseline_last_run_id,
                    ratio, ratio_low, ratio_high, p_value, adjusted_p_value,
                    smallest_detectable_change, forks_needed, reasons,
                    rule, lower_limit, upper_limit)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, 0), nullif(?, 0), ?, ?, ?, ?, ?, ?, nullif(?, 0), ?,
                    nullif(?, '')::jsonb, ?, ?)
                """)) {
            for (JudgedSeries judged : result.verdicts()) {
                bind(statement, judged);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private void bind(PreparedStatement statement, JudgedSeries judged) throws SQLException {
        SeriesVerdict verdict = judged.verdict();
        statement.setLong(1, projectId);
        statement.setLong(2, runId);
        statement.setLong(3, judged.seriesId());
        statement.setString(4, verdict.outcome().label());
        statement.setString(5, verdict.method().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        statement.setDouble(6, verdict.candidate());
        statement.setInt(7, verdict.candidateForks());
        Columns.setNumber(statement, 8, verdict.baseline());
        statement.setInt(9, verdict.baselineRuns());
        statement.setInt(10, verdict.baselineForks());
        statement.setLong(11, judged.baselineFirstRun());
        statement.setLong(12, judged.baselineLastRun());
        Columns.setNumber(statement, 13, verdict.ratio());
        Columns.setNumber(statement, 14, verdict.ratioLow());
        Columns.setNumber(statement, 15, verdict.ratioHigh());
        Columns.setNumber(statement, 16, verdict.pValue());
        Columns.setNumber(statement, 17, verdict.adjustedPValue());
        Columns.setNumber(statement, 18, verdict.smallestDetectableChange());
        statement.setInt(19, verdict.forksNeeded());
        statement.setArray(
                20,
                handle.getConnection()
                        .createArrayOf(
                                "text",
                                verdict.reasons().stream().map(Reason::code).toArray()));
        statement.setString(21, judged.rule().map(ThresholdJson::write).orElse(""));
        Columns.setNumber(statement, 22, verdict.limits().lower());
        Columns.setNumber(statement, 23, verdict.limits().upper());
    }

    private static String summary(JudgingResult result, List<ObservedDifference> observed) {
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        for (JudgedSeries judged : result.verdicts()) {
            counts.merge(judged.verdict().outcome(), 1, Integer::sum);
        }
        return JsonText.write(generator -> {
            generator.writeStartObject();
            for (Outcome outcome : Outcome.values()) {
                generator.writeNumberField(outcome.label(), counts.getOrDefault(outcome, 0));
            }
            generator.writeNumberField("comparisons", result.comparisons());
            if (result.summary().known()) {
                generator.writeObjectFieldStart("geometricMean");
                generator.writeNumberField("ratio", result.summary().ratio());
                generator.writeNumberField("low", result.summary().low());
                generator.writeNumberField("high", result.summary().high());
                generator.writeEndObject();
            } else {
                generator.writeNullField("geometricMean");
            }
            SuiteJson.write(generator, result.suite().verdict(), observed);
            generator.writeEndObject();
        });
    }
}
