package dev.plumbline.server.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.plumbline.analysis.audit.Severity;
import dev.plumbline.analysis.model.RunStatus;
import dev.plumbline.analysis.model.RunTrust;
import dev.plumbline.analysis.report.missing.MissingBenchmarks;
import dev.plumbline.server.database.Columns;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.PageOf;
import dev.plumbline.server.ingest.RunRole;
import dev.plumbline.server.json.JsonColumn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Runs and their verdicts, as the API lists them. */
public final class RunTables {

    private static final String RUN = """
        select r.run_id as id, b.name as branch, b.pull_request, r.sha as commit, c.committed_at, c.author, c.subject,
            e.label as environment, r.uploaded_at, r.started_at, r.uploads, r.result_count as results,
            coalesce((select string_agg(distinct u.format, ', ' order by u.format)
                from upload u
                where u.project_id = r.project_id and u.run_id = r.run_id), '') as format,
            coalesce((select string_agg(distinct coalesce(s ->> 'harness', 'jmh'), ', ' order by coalesce(s ->> 'harness', 'jmh'))
                from jsonb_array_elements(r.setup -> 'setups') as s), '') as harness,
            %s as status,
            r.judged_at, r.summary, r.absent, r.observed, r.ci, r.trust, r.role, r.pair_run_id as paired_with, r.baseline,
            (select coalesce(jsonb_agg(note order by u.upload_id), '[]')
             from upload u cross join lateral jsonb_array_elements(u.notes) as note
             where u.project_id = r.project_id and u.run_id = r.run_id) as notes
        from run r
            join branch b on b.project_id = r.project_id and b.branch_id = r.branch_id
            join commit c on c.project_id = r.project_id and c.sha = r.sha
            join environment e on e.project_id = r.project_id and e.environment_id = r.environment_id
        where r.project_id = :projectId
        """.formatted(RunListing.STATUS);

    private final Database database;

    public RunTables(Database database) {
        this.database = database;
    }

    /**
     * A run.
     *
     * @param pullRequest the forge's number where the branch is the head of a pull request
     * @param status how far it is
     * @param trust on whose word it was taken in
     * @param role what it was measured for
     * @param summary its verdicts in summary; empty until it is judged
     * @param absent how many benchmarks are missing or failed
     * @param observed what was observed of the machine
     * @param ci what is known about the CI job
     * @param uploads how many documents it was uploaded in
     * @param format what these are; several are separated by commas
     * @param harness what measured it; several are separated by commas
     * @param notes what the reader noted about the documents
     * @param pairedWith the run on the other side of a pair
     * @param baseline what it was compared with
     */
    public record Run(
            long id,
            String branch,
            OptionalInt pullRequest,
            String commit,
            Optional<Instant> committedAt,
            Optional<String> author,
            Optional<String> subject,
            String environment,
            Instant uploadedAt,
            Optional<Instant> startedAt,
            int uploads,
            String format,
            String harness,
            int results,
            RunStatus status,
            Optional<Instant> judgedAt,
            @JsonIgnore Optional<JsonColumn> summary,
            @JsonIgnore int absent,
            JsonColumn observed,
            JsonColumn ci,
            JsonColumn notes,
            RunTrust trust,
            RunRole role,
            OptionalLong pairedWith,
            Optional<JsonColumn> baseline) {}

    /**
     * The audit's findings about a run.
     *
     * @param concerned how many benchmarks it concerns
     * @param benchmarks how many the run has
     * @param baselineRun the run that it differs from, where it is a difference
     * @param cases the benchmarks, with what is said about each
     */
    public record Finding(
            String code,
            Severity severity,
            String what,
            int concerned,
            int benchmarks,
            OptionalLong baselineRun,
            JsonColumn cases) {}

    /** The runs, latest upload first. An empty filter selects everything. */
    public List<Run> runs(
            long projectId,
            Optional<String> branch,
            Optional<String> environment,
            Optional<String> commit,
            PageOf part) {
        return database.read(handle -> handle.createQuery(RUN + """
                    and (:branch = '' or b.name = :branch) and (:environment = '' or e.label = :environment)
                    and (:commit = '' or r.sha = :commit)
                order by r.uploaded_at desc, r.run_id desc
                offset :offset limit :limit
                """)
                .bind("projectId", projectId)
                .bind("branch", branch.orElse(""))
                .bind("environment", environment.orElse(""))
                .bind("commit", commit.orElse(""))
                .bindMethods(part)
                .registerColumnMapper(RunStatus.class, Columns.constants(RunStatus::ofLabel))
                .registerColumnMapper(RunTrust.class, Columns.constants(RunTrust::ofLabel))
                .registerColumnMapper(RunRole.class, Columns.constants(RunRole::of))
                .map(ConstructorMapper.of(Run.class))
                .list());
    }

    /** One run. */
    public Optional<Run> run(long projectId, long runId) {
        return database.read(handle -> handle.createQuery(RUN + "    and r.run_id = :runId")
                .bind("projectId", projectId)
                .bind("runId", runId)
                .registerColumnMapper(RunStatus.class, Columns.constants(RunStatus::ofLabel))
                .registerColumnMapper(RunTrust.class, Columns.constants(RunTrust::ofLabel))
                .registerColumnMapper(RunRole.class, Columns.constants(RunRole::of))
                .map(ConstructorMapper.of(Run.class))
                .findOne());
    }

    /** A run's verdicts, worst first. */
    public List<StoredVerdict> verdicts(long projectId, long runId) {
        return database.read(handle -> StoredVerdicts.worstFirst(handle, projectId, runId));
    }

    /** What is missing of what a run was expected to have; nothing before it is judged. */
    public MissingBenchmarks missing(long projectId, long runId) {
        return new ReportQueries(database).missing(projectId, runId);
    }

    /** The audit's findings about a run: the differences from its baseline first, then the worst. */
    public List<Finding> audit(long projectId, long runId) {
        return database.read(handle -> handle.createQuery("""
                select code, severity, what, concerned, benchmarks, baseline_run_id as baseline_run, cases
                from finding
                where project_id = :projectId and run_id = :runId
                order by baseline_run_id is null, array_position(array['invalid', 'serious', 'minor'], severity),
                    concerned desc, code
                """)
                .bind("projectId", projectId)
                .bind("runId", runId)
                .registerColumnMapper(Severity.class, Columns.constants(Severity::ofLabel))
                .map(ConstructorMapper.of(Finding.class))
                .list());
    }
}
