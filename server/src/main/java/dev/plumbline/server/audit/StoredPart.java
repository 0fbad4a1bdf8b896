package dev.plumbline.server.audit;

import dev.plumbline.analysis.audit.AuditCode;
import dev.plumbline.analysis.audit.Finding;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A row of the table {@code finding}: what one upload of a run, or several together, gave reason to say.
 *
 * @param code which reason
 * @param severity how bad it is
 * @param what in one sentence
 * @param concerned how many benchmarks it concerns
 * @param benchmarks how many were examined
 * @param cases some of those that it concerns
 */
record StoredPart(String code, String severity, String what, int concerned, int benchmarks, List<FindingJson> cases) {

    static StoredPart of(Finding finding) {
        return new StoredPart(
                finding.code().code(),
                finding.severity().label(),
                finding.what(),
                finding.concerned(),
                finding.benchmarks(),
                finding.cases().stream().map(FindingJson::of).toList());
    }

    static StoredPart of(ResultSet row) throws SQLException {
        return new StoredPart(
                row.getString("code"),
                row.getString("severity"),
                row.getString("what"),
                row.getInt("concerned"),
                row.getInt("benchmarks"),
                FindingJson.read(row.getString("cases")));
    }

    /** The finding of two parts of a run. What only one of them says of all its benchmarks is said at each benchmark. */
    StoredPart and(StoredPart later) {
        boolean alike = what.equals(later.what);
        return new StoredPart(
                code,
                severity,
                alike ? what : title(),
                concerned + later.concerned,
                benchmarks + later.benchmarks,
                Stream.concat(cases(alike).stream(), later.cases(alike).stream())
                        .limit(Finding.MOST_CASES)
                        .toList());
    }

    /** The same in a run of so many benchmarks. */
    StoredPart of(int all) {
        return new StoredPart(code, severity, what, concerned, all, cases);
    }

    private String title() {
        return AuditCode.ofCode(code).map(AuditCode::title).orElse(what);
    }

    private List<FindingJson> cases(boolean alike) {
        String common = what.startsWith(title() + ": ") ? what.substring(title().length() + 2) : "";
        return alike || common.isEmpty()
                ? cases
                : cases.stream().map(one -> one.detailed(common)).toList();
    }
}
