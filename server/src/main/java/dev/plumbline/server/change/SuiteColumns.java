package dev.plumbline.server.change;

import dev.plumbline.analysis.report.verdict.SuiteReport;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What was observed along with a movement of the suite, as reports have it. */
public final class SuiteColumns {

    private SuiteColumns() {}

    /** Of a row with the arrays {@code differs}, {@code differs_before} and {@code differs_after}. */
    public static List<SuiteReport.Difference> differences(ResultSet row) throws SQLException {
        List<SuiteReport.Difference> differences = new ArrayList<>();
        for (ObservedDifference difference : ObservedDifference.of(row)) {
            differences.add(new SuiteReport.Difference(difference.field(), difference.before(), difference.after()));
        }
        return differences;
    }
}
