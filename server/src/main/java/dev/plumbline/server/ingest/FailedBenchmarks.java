package dev.plumbline.server.ingest;

import dev.plumbline.analysis.model.BenchmarkId;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The benchmarks of a document whose score is no finite number. They have no point, so a row says that they were there. */
final class FailedBenchmarks {

    private FailedBenchmarks() {}

    /**
     * Stores them for a run, beside those that its other documents list.
     *
     * @param parsed the document that lists them
     */
    static void insert(Handle handle, long projectId, long runId, ParsedDocument parsed) {
        Map<String, BenchmarkId> failed = parsed.failed();
        if (failed.isEmpty()) {
            return;
        }
        Map<String, Long> benchmarks = new BenchmarkRegistry(handle, projectId, parsed.measuredBy()).resolve(failed);
        handle.createUpdate("""
            insert into failure (project_id, run_id, benchmark_id)
            select :projectId, :runId, benchmark_id
            from unnest(:benchmarks) as new (benchmark_id)
            on conflict do nothing
            """)
                .bind("projectId", projectId)
                .bind("runId", runId)
                .bindArray("benchmarks", Long.class, benchmarks.values())
                .execute();
    }
}
