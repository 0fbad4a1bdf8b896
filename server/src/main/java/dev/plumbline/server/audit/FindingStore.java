package dev.plumbline.server.audit;

import dev.plumbline.analysis.audit.AuditCode;
import dev.plumbline.analysis.audit.Finding;
import dev.plumbline.analysis.audit.ObservedMachine;
import dev.plumbline.analysis.audit.RunSetup;
import dev.plumbline.analysis.audit.SetupComparison;
import dev.plumbline.analysis.model.Metric;
import dev.plumbline.server.database.StoredJson;
import dev.plumbline.server.database.StoredText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Writes the audit's findings about one run. */
public final class FindingStore {

    /** What a part says of itself alone, and isn't so any more when other parts have the other forks. */
    private static final List<AuditCode> OF_ONE_FORK = List.of(AuditCode.ONE_FORK, AuditCode.ONE_PROCESS);

    private final Handle handle;
    private final long projectId;
    private final long runId;

    public FindingStore(Handle handle, long projectId, long runId) {
        this.handle = handle;
        this.projectId = projectId;
        this.runId = runId;
    }

    /** The findings of the run's own measurement. */
    public void insert(List<Finding> findings) {
        insert(findings, 0);
    }

    /**
     * Adds the findings of a further part of the run to those of the parts before.
     *
     * @param benchmarks how many results the run has now
     */
    public void add(List<Finding> findings, int benchmarks) {
        Map<String, StoredPart> before = parts();
        handle.createUpdate("""
            delete from finding where project_id = :projectId and run_id = :runId and baseline_run_id is null
            """)
                .bind("projectId", projectId)
                .bind("runId", runId)
                .execute();
        Map<String, StoredPart> all = new LinkedHashMap<>(before);
        findings.forEach(finding -> all.merge(finding.code().code(), StoredPart.of(finding), StoredPart::and));
        if (!hasSingleForks()) {
            OF_ONE_FORK.forEach(code -> all.remove(code.code()));
        }
        write(all.values().stream().map(part -> part.of(benchmarks)).toList(), 0);
    }

    /** Whether a benchmark of the run has but one fork, now that the forks of all parts are pooled. */
    private boolean hasSingleForks() {
        return handle.createQuery("""
            select exists (
                select from point p
                    join series s on s.project_id = p.project_id and s.series_id = p.series_id
                where p.project_id = :projectId and p.run_id = :runId and s.metric = :score
                    and cardinality(p.forks) = 1)
            """)
                .bind("projectId", projectId)
                .bind("runId", runId)
                .bind("score", Metric.SCORE)
                .mapTo(Boolean.class)
                .one();
    }

    private Map<String, StoredPart> parts() {
        return handle.createQuery("""
            select code, severity, what, concerned, benchmarks, cases
            from finding
            where project_id = :projectId and run_id = :runId and baseline_run_id is null
            """)
                .bind("projectId", projectId)
                .bind("runId", runId)
                .reduceResultSet(new LinkedHashMap<>(), (parts, row, context) -> {
                    parts.put(row.getString("code"), StoredPart.of(row));
                    return parts;
                });
    }

    /**
     * Compares how the run was measured with how its baseline was, and replaces the earlier findings with the
     * differences. The baseline is the newest run that most of the verdicts were compared with.
     */
    public void compareWithBaseline() {
        handle.createUpdate("""
            delete from finding where project_id = :projectId and run_id = :runId and baseline_run_id is not null
            """)
                .bind("projectId", projectId)
                .bind("runId", runId)
                .execute();
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

    private Optional<Long> baseline() {
        return handle.createQuery("""
            select baseline_last_run_id
            from verdict
            where project_id = :projectId and run_id = :runId and baseline_last_run_id is not null
            group by baseline_last_run_id
            order by count(*) desc, baseline_last_run_id desc
            limit 1
            """)
                .bind("projectId", projectId)
                .bind("runId", runId)
                .mapTo(Long.class)
                .findOne();
    }

    /** The keys of the benchmarks that were compared with that run. */
    private List<String> compared(long baseline) {
        return handle.createQuery("""
            select distinct encode(substring(b.identity from 1 for 8), 'hex') as key
            from verdict v
                join series s on s.project_id = v.project_id and s.series_id = v.series_id
                join benchmark b on b.project_id = s.project_id and b.benchmark_id = s.benchmark_id
            where v.project_id = :projectId and v.run_id = :runId and v.baseline_last_run_id = :baseline
            order by key
            """)
                .bind("projectId", projectId)
                .bind("runId", runId)
                .bind("baseline", baseline)
                .mapTo(String.class)
                .list();
    }

    /** Empty for a run from before set-ups were kept. */
    private Optional<Measured> measured(long run) {
        return handle.createQuery("""
            select setup, observed from run where project_id = :projectId and run_id = :runId and setup is not null
            """)
                .bind("projectId", projectId)
                .bind("runId", run)
                .map((row, context) -> new Measured(
                        SetupJson.read(row.getString("setup")),
                        ObservedMachine.of(StoredJson.flat(row.getString("observed")))))
                .findOne();
    }

    private void insert(List<Finding> findings, long baseline) {
        write(findings.stream().map(StoredPart::of).toList(), baseline);
    }

    private void write(List<StoredPart> findings, long baseline) {
        if (findings.isEmpty()) {
            return;
        }
        handle.createUpdate("""
            insert into finding (project_id, run_id, code, severity, what, concerned, benchmarks, cases,
                baseline_run_id)
            select :projectId, :runId, code, severity, what, concerned, benchmarks, cast(cases as jsonb),
                nullif(:baseline, 0)
            from unnest(:codes, :severities, :whats, :concerned, :benchmarks, :cases)
                as found (code, severity, what, concerned, benchmarks, cases)
            """)
                .bind("projectId", projectId)
                .bind("runId", runId)
                .bind("baseline", baseline)
                .bindArray("codes", String.class, each(findings, StoredPart::code))
                .bindArray("severities", String.class, each(findings, StoredPart::severity))
                .bindArray("whats", String.class, each(findings, part -> StoredText.clean(part.what())))
                .bindArray("concerned", Integer.class, each(findings, StoredPart::concerned))
                .bindArray("benchmarks", Integer.class, each(findings, StoredPart::benchmarks))
                .bindArray("cases", String.class, each(findings, part -> FindingJson.text(part.cases())))
                .execute();
    }

    private static <T> List<T> each(List<StoredPart> findings, Function<StoredPart, T> part) {
        return findings.stream().map(part).toList();
    }
}
