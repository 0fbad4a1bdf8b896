package dev.plumbline.server.audit;

import dev.plumbline.analysis.audit.AuditCode;
import dev.plumbline.analysis.audit.Finding;
import dev.plumbline.analysis.audit.Severity;
import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.model.Mode;
import dev.plumbline.analysis.text.BenchmarkLabels;
import dev.plumbline.server.database.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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
     * @param benchmark which
     * @param label its name, unambiguous among the project's benchmarks
     * @param detail the details; empty if the finding says everything
     */
    public record Case(BenchmarkId benchmark, String label, String detail) {}

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
        return labelled(handle, projectId, stored(handle, projectId, runId));
    }

    /** The same with the shortest names that are unambiguous. */
    private static List<StoredFinding> labelled(Handle handle, long projectId, List<StoredFinding> findings) {
        List<BenchmarkId> named = findings.stream()
                .flatMap(finding -> finding.cases.stream())
                .map(Case::benchmark)
                .toList();
        if (named.isEmpty()) {
            return findings;
        }
        List<BenchmarkId> alike = new ArrayList<>(named);
        alike.addAll(handle.createQuery("""
            select name, mode, threads,
                array(select e.key from jsonb_each_text(params) e order by e.key) as param_names,
                array(select e.value from jsonb_each_text(params) e order by e.key) as param_values
            from benchmark
            where project_id = :projectId and name = any (:names)
            """)
                .bind("projectId", projectId)
                .bindArray(
                        "names",
                        String.class,
                        named.stream().map(BenchmarkId::name).distinct().toList())
                .map((row, context) -> new BenchmarkId(
                        row.getString("name"),
                        Columns.map(row, "param_names", "param_values"),
                        Mode.ofLabel(row.getString("mode")).orElse(Mode.AVERAGE_TIME),
                        row.getInt("threads")))
                .list());
        BenchmarkLabels labels = new BenchmarkLabels(alike);
        return findings.stream().map(finding -> finding.labelled(labels)).toList();
    }

    private StoredFinding labelled(BenchmarkLabels labels) {
        return new StoredFinding(
                code,
                what,
                concerned,
                benchmarks,
                baselineRun,
                cases.stream()
                        .map(each -> new Case(each.benchmark(), labels.label(each.benchmark()), each.detail()))
                        .toList());
    }

    private static List<StoredFinding> stored(Handle handle, long projectId, long runId) {
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
