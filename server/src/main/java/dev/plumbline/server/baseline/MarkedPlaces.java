package dev.plumbline.server.baseline;

import dev.plumbline.analysis.threshold.NamePattern;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The marks of a project with their places on the base branch. Two places between which a mark of a benchmark lies are not compared.
 *
 * @param marks the marks
 */
public record MarkedPlaces(List<Mark> marks) {

    public MarkedPlaces {
        marks = List.copyOf(marks);
    }

    /**
     * A mark.
     *
     * @param pattern the benchmarks
     * @param position the place of its commit, which is the first of the new baseline
     */
    public record Mark(NamePattern pattern, long position) {}

    /** Those of a branch, which is the base branch unless there is none. */
    public static MarkedPlaces load(Handle handle, long projectId, long branchId) {
        return new MarkedPlaces(handle.createQuery("""
            select m.pattern, o.position
            from baseline_mark m
                join branch_commit o on o.project_id = m.project_id and o.branch_id = :branchId and o.sha = m.sha
            where m.project_id = :projectId and m.removed_at is null
            """)
                .bind("projectId", projectId)
                .bind("branchId", branchId)
                .map((row, context) -> new Mark(new NamePattern(row.getString("pattern")), row.getLong("position")))
                .list());
    }

    public boolean isEmpty() {
        return marks.isEmpty();
    }

    /** Those of one benchmark. */
    public MarkedPlaces of(String benchmark) {
        return new MarkedPlaces(
                marks.stream().filter(mark -> mark.pattern().matches(benchmark)).toList());
    }

    /** Whether no mark lies between two places. */
    public boolean together(long one, long other) {
        return marks.stream().allMatch(mark -> (one < mark.position()) == (other < mark.position()));
    }
}
