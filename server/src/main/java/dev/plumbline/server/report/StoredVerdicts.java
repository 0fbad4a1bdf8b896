package dev.plumbline.server.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Reads the verdicts of runs with their series. */
final class StoredVerdicts {

    /** What moved first, and of that the worst first. */
    private static final String ORDER = """
        order by array_position(array['regressed', 'improved', 'changed', 'inconclusive', 'unchanged'], v.outcome),
            case when s.direction = 'HIGHER_IS_BETTER' then 1 / nullif(v.ratio, 0) else v.ratio end desc nulls last,
            b.name, s.series_id
        """;

    private StoredVerdicts() {}

    private record OfRun(long run, StoredVerdict verdict) {}

    /** All verdicts of some runs, by run. */
    static Map<Long, List<StoredVerdict>> all(Handle handle, long projectId, List<Long> runs) {
        return handle
                .createQuery("select v.run_id, " + StoredVerdict.COLUMNS + " from " + StoredVerdict.TABLES
                        + "where v.project_id = :projectId and v.run_id = any (:runs) " + ORDER)
                .bind("projectId", projectId)
                .bindArray("runs", Long.class, runs)
                .map((row, context) -> new OfRun(row.getLong("run_id"), StoredVerdict.of(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(OfRun::run, Collectors.mapping(OfRun::verdict, Collectors.toList())));
    }

    /** The verdicts of one run as the API lists them: what regressed first, then what can't be told; the largest change first. */
    static List<StoredVerdict> worstFirst(Handle handle, long projectId, long runId) {
        return handle.createQuery("select " + StoredVerdict.COLUMNS + " from " + StoredVerdict.TABLES + """
                    where v.project_id = :projectId and v.run_id = :runId
                    order by array_position(array['regressed', 'changed', 'inconclusive', 'improved', 'unchanged'], v.outcome),
                        abs(ln(nullif(greatest(v.ratio, 0), 0))) desc nulls last, b.name, s.metric, v.series_id
                    """)
                .bind("projectId", projectId)
                .bind("runId", runId)
                .map((row, context) -> StoredVerdict.of(row))
                .list();
    }
}
