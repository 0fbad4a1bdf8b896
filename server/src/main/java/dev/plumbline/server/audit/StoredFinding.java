package dev.plumbline.server.audit;

import dev.plumbline.analysis.audit.AuditCode;
import dev.plumbline.analysis.audit.Finding;
import dev.plumbline.analysis.audit.Severity;
import dev.plumbline.server.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * A reason to distrust a run, as the page of the run shows it.
 *
 * @param code which reason
 * @param what in one sentence
 * @param concerned how many benchmarks it concerns, 0 if it is about the run as a whole
 * @param benchmarks how many were examined
 * @param baselineRun the run that this one differs from, if the reason is a difference
 * @param cases the worst of the benchmarks it concerns, at most {@value #NAMED}
 */
public record StoredFinding(
        AuditCode code, String what, int concerned, int benchmarks, Optional<Long> baselineRun, List<Case> cases) {

    private static final int NAMED = 10;

    public StoredFinding {
        cases = List.copyOf(cases);
    }

    /**
     * A benchmark that the finding concerns.
     *
     * @param benchmark class and method
     * @param params parameter values by name
     * @param detail the details; empty if the finding says everything
     */
    public record Case(String benchmark, Map<String, String> params, String detail) {

        public Case {
            params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
        }
    }

    /** How bad it is. */
    public Severity severity() {
        return code.severity();
    }

    /** Where it applies, in words. */
    public String where() {
        return finding().where();
    }

    /** Whether it concerns all benchmarks in the same way, so that naming some would say nothing. */
    public boolean alike() {
        return finding().everywhere()
                && cases.stream().allMatch(each -> each.detail().isEmpty());
    }

    private Finding finding() {
        return new Finding(code, what, concerned, benchmarks, List.of());
    }

    /** The findings of a run: the differences from its baseline first, then the worst. */
    public static List<StoredFinding> of(Handle handle, long projectId, long runId) {
        return handle
                .createQuery("""
            select code, what, concerned, benchmarks, baseline_run_id, cases
            from finding
            where project_id = :projectId and run_id = :runId
            order by baseline_run_id is null, array_position(array['invalid', 'serious', 'minor'], severity),
                concerned desc, code
            """)
                .bind("projectId", projectId)
                .bind("runId", runId)
                .map((row, context) -> StoredFinding.of(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Empty for a code that this version does not know. */
    private static Optional<StoredFinding> of(ResultSet row) throws SQLException {
        Optional<AuditCode> code = AuditCode.ofCode(row.getString("code"));
        if (code.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new StoredFinding(
                code.get(),
                row.getString("what"),
                row.getInt("concerned"),
                row.getInt("benchmarks"),
                Columns.key(row, "baseline_run_id"),
                FindingJson.first(row.getString("cases"), NAMED)));
    }
}
