package dev.plumbline.server.history;

import dev.plumbline.analysis.threshold.NamePattern;
import dev.plumbline.server.database.Columns;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** What people said about a series: where it begins anew, and under which names it was measured. */
final class SeriesRemarks {

    private SeriesRemarks() {}

    /** The new baselines of the branch that are about the series' benchmark; of several at one run the newest. */
    static List<SeriesHistory.Baseline> baselines(Handle handle, HistoryScope scope, long seriesId) {
        record Marked(String pattern, String benchmark, long run, String note) {}
        List<Marked> marked = handle.createQuery("""
            select m.pattern, b.name, first.run_id, m.note
            from baseline_mark m
                join branch_commit o
                    on o.project_id = m.project_id and o.branch_id = :branchId and o.sha = m.sha
                join series s on s.project_id = m.project_id and s.series_id = :seriesId
                join benchmark b on b.project_id = s.project_id and b.benchmark_id = s.benchmark_id
                cross join lateral (
                    select p.run_id, ro.position
                    from point p
                        join run r on r.project_id = p.project_id and r.run_id = p.run_id
                        join branch_commit ro
                            on ro.project_id = r.project_id and ro.branch_id = r.branch_id and ro.sha = r.sha
                    where p.project_id = m.project_id and p.series_id = :seriesId and r.branch_id = :branchId
                        and r.baseline_eligible and ro.position >= o.position
                    order by ro.position, p.run_id
                    limit 1) first
            where m.project_id = :projectId and m.removed_at is null
            order by first.position, first.run_id, m.created_at desc, m.mark_id desc
            """)
                .bind("projectId", scope.projectId())
                .bind("branchId", scope.branchId())
                .bind("seriesId", seriesId)
                .map((row, context) -> new Marked(
                        row.getString("pattern"), row.getString("name"), row.getLong("run_id"), row.getString("note")))
                .list();
        List<SeriesHistory.Baseline> baselines = new ArrayList<>();
        Set<Long> runs = new HashSet<>();
        for (Marked one : marked) {
            if (new NamePattern(one.pattern()).matches(one.benchmark()) && runs.add(one.run())) {
                baselines.add(new SeriesHistory.Baseline(one.run(), one.note()));
            }
        }
        return baselines;
    }

    static List<SeriesHistory.EarlierName> earlierNames(Handle handle, HistoryScope scope, long seriesId) {
        return handle.createQuery("""
            select b.name, max(coalesce(c.committed_at, r.uploaded_at)) as until
            from point p
                join run r on r.project_id = p.project_id and r.run_id = p.run_id
                join commit c on c.project_id = r.project_id and c.sha = r.sha
                join series own on own.project_id = p.project_id and own.series_id = p.measured_as
                join benchmark b on b.project_id = own.project_id and b.benchmark_id = own.benchmark_id
            where p.project_id = :projectId and p.series_id = :seriesId and r.branch_id = :branchId
            group by b.name
            order by until desc, b.name
            """)
                .bind("projectId", scope.projectId())
                .bind("branchId", scope.branchId())
                .bind("seriesId", seriesId)
                .map((row, context) -> new SeriesHistory.EarlierName(
                        row.getString("name"), Columns.instant(row, "until").orElseThrow()))
                .list();
    }
}
