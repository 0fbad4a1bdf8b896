package dev.plumbline.server.report;

import dev.plumbline.analysis.model.BenchmarkId;
import dev.plumbline.analysis.report.change.BenchmarkChange;
import dev.plumbline.analysis.report.missing.Absence;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.judging.AbsentBenchmarks;
import dev.plumbline.server.judging.Removals;
import dev.plumbline.server.pullrequest.KnownPullRequest;
import dev.plumbline.server.pullrequest.PullRequestDeliveries;
import dev.plumbline.server.pullrequest.PullRequests;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;

/** What people accept about the runs of pull requests: benchmarks that are missing there were removed deliberately. */
public final class AcceptedRemovals {

    private final Database database;
    private final PullRequests pullRequests;
    private final ReportQueries reports;

    public AcceptedRemovals(Database database) {
        this.database = database;
        this.pullRequests = new PullRequests(database);
        this.reports = new ReportQueries(database);
    }

    /**
     * Accepts that benchmarks are missing from the newest runs of a pull request. Its comment and check are brought up to date. A benchmark
     * that isn't missing there is left out.
     *
     * @param environment the environment's label; empty: wherever they are missing
     * @param keys the benchmarks, see {@link BenchmarkId#key}
     * @param by who says so
     * @return how many were accepted, in all environments together; empty if there is no such pull request
     */
    public OptionalInt accept(
            long projectId, int number, Optional<String> environment, Collection<String> keys, String by) {
        Optional<String> head = pullRequests.find(projectId, number).flatMap(KnownPullRequest::headSha);
        if (head.isEmpty()) {
            return OptionalInt.empty();
        }
        int accepted = 0;
        for (StoredReport.Run run : reports.load(projectId, head.get(), ReportScope.ofPullRequest(number))
                .runs()) {
            if (environment.isEmpty() || environment.get().equals(run.environment())) {
                List<String> missing = BenchmarkChange.absences(run.benchmarks()).stream()
                        .filter(absence -> absence instanceof Absence.Missing)
                        .map(absence -> absence.benchmark().key())
                        .filter(keys::contains)
                        .toList();
                accepted += accept(projectId, number, run.id(), missing, by);
            }
        }
        return OptionalInt.of(accepted);
    }

    private int accept(long projectId, int number, long run, List<String> keys, String by) {
        if (keys.isEmpty()) {
            return 0;
        }
        return database.transaction(handle -> {
            List<Long> benchmarks = benchmarks(handle, projectId, keys);
            new Removals(handle, projectId).accept(environment(handle, projectId, run), number, benchmarks, by);
            AbsentBenchmarks.count(handle, projectId, run);
            PullRequestDeliveries.runChanged(handle, projectId, run);
            return benchmarks.size();
        });
    }

    private static List<Long> benchmarks(Handle handle, long projectId, List<String> keys) {
        return handle.createQuery("""
            select benchmark_id
            from benchmark
            where project_id = :projectId
                and identity = any (array(select sha256(convert_to(key, 'UTF8')) from unnest(:keys) as wanted (key)))
            """)
                .bind("projectId", projectId)
                .bindArray("keys", String.class, keys)
                .mapTo(Long.class)
                .list();
    }

    private static long environment(Handle handle, long projectId, long run) {
        return handle.createQuery("select environment_id from run where project_id = :projectId and run_id = :runId")
                .bind("projectId", projectId)
                .bind("runId", run)
                .mapTo(Long.class)
                .one();
    }
}
