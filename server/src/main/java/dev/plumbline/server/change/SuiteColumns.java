package dev.plumbline.server.change;

import dev.plumbline.analysis.report.verdict.SuiteReport;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.server.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the suite's verdict from the summary of the run {@code r}. */
public final class SuiteColumns {

    public static final String COLUMNS = """
            r.summary -> 'suite' ->> 'outcome' as suite_verdict,
            (r.summary -> 'suite' ->> 'ratio')::double precision as suite_ratio,
            (r.summary -> 'suite' ->> 'low')::double precision as suite_low,
            (r.summary -> 'suite' ->> 'high')::double precision as suite_high,
            (r.summary -> 'suite' ->> 'expectedLow')::double precision as suite_expected_low,
            (r.summary -> 'suite' ->> 'expectedHigh')::double precision as suite_expected_high,
            (r.summary -> 'suite' ->> 'baselineRuns')::int as suite_baseline_runs,
            (r.summary -> 'suite' ->> 'moved')::int as suite_moved,
            (r.summary -> 'suite' ->> 'series')::int as suite_series,
            (r.summary -> 'suite' ->> 'takenOut')::boolean as suite_taken_out,
            array(select o ->> 'field' from jsonb_array_elements(r.summary -> 'suite' -> 'observed') o) as differs,
            array(select o ->> 'before' from jsonb_array_elements(r.summary -> 'suite' -> 'observed') o)
                as differs_before,
            array(select o ->> 'after' from jsonb_array_elements(r.summary -> 'suite' -> 'observed') o)
                as differs_after
            """;

    private SuiteColumns() {}

    public static SuiteReport of(ResultSet row) throws SQLException {
        String label = Columns.text(row, "suite_verdict");
        if (label.isEmpty()) {
            return SuiteReport.NONE;
        }
        return new SuiteReport(
                Arrays.stream(Outcome.values())
                        .filter(outcome -> outcome.label().equals(label))
                        .findFirst()
                        .orElse(Outcome.INCONCLUSIVE),
                Columns.number(row, "suite_ratio"),
                Columns.number(row, "suite_low"),
                Columns.number(row, "suite_high"),
                Columns.number(row, "suite_expected_low"),
                Columns.number(row, "suite_expected_high"),
                row.getInt("suite_baseline_runs"),
                row.getInt("suite_moved"),
                row.getInt("suite_series"),
                row.getBoolean("suite_taken_out"),
                differences(row));
    }

    /** Of a row with the arrays {@code differs}, {@code differs_before} and {@code differs_after}. */
    public static List<SuiteReport.Difference> differences(ResultSet row) throws SQLException {
        List<SuiteReport.Difference> differences = new ArrayList<>();
        for (ObservedDifference difference : ObservedDifference.of(row)) {
            differences.add(new SuiteReport.Difference(difference.field(), difference.before(), difference.after()));
        }
        return differences;
    }
}
