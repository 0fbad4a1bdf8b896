package dev.plumbline.server.judging;

import dev.plumbline.analysis.format.threshold.ThresholdJson;
import dev.plumbline.analysis.threshold.Limits;
import dev.plumbline.analysis.threshold.ThresholdRule;
import dev.plumbline.analysis.verdict.Effect;
import dev.plumbline.analysis.verdict.Evidence;
import dev.plumbline.analysis.verdict.Level;
import dev.plumbline.analysis.verdict.Method;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.analysis.verdict.Remedy;
import dev.plumbline.analysis.verdict.StatedReason;
import dev.plumbline.analysis.verdict.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads what {@link VerdictStore} wrote about a series. */
public final class VerdictColumns {

    /** What {@link #of} and {@link #rule} read, of {@code verdict v}. */
    public static final String COLUMNS = """
        v.outcome, v.method, v.candidate, v.candidate_runs, v.candidate_forks,
            v.baseline, v.baseline_runs, v.baseline_forks, v.ratio, v.ratio_low, v.ratio_high,
            v.p_value, v.adjusted_p_value, v.smallest_detectable_change,
            v.forks_needed, v.iterations_needed, v.longer_forks, v.reasons, v.rule, v.lower_limit, v.upper_limit
        """;

    private VerdictColumns() {}

    /** The verdict of a row with {@link #COLUMNS}; how many runs an older one's candidate has is not known and 0. */
    public static Verdict of(ResultSet row) throws SQLException {
        return new Verdict(
                Outcome.ofLabel(row.getString("outcome")).orElse(Outcome.INCONCLUSIVE),
                Method.ofLabel(row.getString("method")).orElse(Method.NONE),
                new Level(row.getDouble("candidate"), row.getInt("candidate_runs"), row.getInt("candidate_forks")),
                new Level(number(row, "baseline"), row.getInt("baseline_runs"), row.getInt("baseline_forks")),
                new Effect(number(row, "ratio"), number(row, "ratio_low"), number(row, "ratio_high")),
                new Evidence(
                        number(row, "p_value"),
                        number(row, "adjusted_p_value"),
                        number(row, "smallest_detectable_change")),
                new Remedy(row.getInt("forks_needed"), row.getInt("iterations_needed"), row.getBoolean("longer_forks")),
                reasons(row),
                new Limits(Double.NaN, number(row, "lower_limit"), number(row, "upper_limit")));
    }

    /** The project's rule that applied; empty: the default test, unchanged. */
    public static Optional<ThresholdRule> rule(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("rule")).map(ThresholdJson::readRule);
    }

    private static List<StatedReason> reasons(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("reasons").getArray())
                .flatMap(code -> StatedReason.ofCode(code).stream())
                .toList();
    }

    private static double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }
}
