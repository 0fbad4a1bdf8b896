package dev.plumbline.server.history;

import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * The line of first parents behind a commit, as far as first-parent logs show it, followed for at most {@value #LONGEST} commits. What
 * only quarantined uploads say counts only for commits that no other upload names.
 */
public final class Ancestry {

    /** The largest number of commits that are followed. */
    public static final int LONGEST = 2_000;

    private static final RowMapper<Place> PLACE = ConstructorMapper.of(Place.class);

    private final Handle handle;
    private final long projectId;
    private final String head;

    public Ancestry(Handle handle, long projectId, String head) {
        this.handle = handle;
        this.projectId = projectId;
        this.head = head;
    }

    /**
     * A commit of the line.
     *
     * @param sha the commit
     * @param depth how many commits it lies behind the head, 0 for the head itself
     * @param position its place on the branch in question
     */
    public record Place(String sha, int depth, long position) {}

    /** The first commit of the line that has a place on a branch; empty if none is known. */
    public Optional<Place> firstOn(long branchId) {
        return handle.createQuery("""
            with recursive line (sha, depth, position) as (
                select cast(:head as text), 0, (
                    select position from branch_commit where project_id = :projectId and branch_id = :branchId and sha = :head)
                union all
                select commit.first_parent, line.depth + 1, (
                    select position
                    from branch_commit
                    where project_id = :projectId and branch_id = :branchId and sha = commit.first_parent)
                from line
                    join commit on commit.project_id = :projectId and commit.sha = line.sha
                where line.position is null and commit.first_parent is not null and line.depth < :longest
                    and (not commit.quarantined or exists (
                        select from commit as head
                        where head.project_id = :projectId and head.sha = :head and head.quarantined)))
            select sha, depth, position from line where position is not null
            """)
                .bind("head", head)
                .bind("projectId", projectId)
                .bind("branchId", branchId)
                .bind("longest", LONGEST)
                .map(PLACE)
                .findFirst();
    }

    /**
     * The first commit that the line shares with the line of a branch of which only measured commits have a place.
     *
     * @return the commit, without a place
     */
    public Optional<Place> firstBehindTipOf(long branchId) {
        return handle.createQuery("""
            with recursive tip (sha, depth) as (
                (select sha, 0 from branch_commit where project_id = :projectId and branch_id = :branchId
                 order by position desc limit 1)
                union all
                select commit.first_parent, tip.depth + 1
                from tip
                    join commit on commit.project_id = :projectId and commit.sha = tip.sha
                where commit.first_parent is not null and tip.depth < :longest),
            line (sha, depth) as (
                select cast(:head as text), 0
                union all
                select commit.first_parent, line.depth + 1
                from line
                    join commit on commit.project_id = :projectId and commit.sha = line.sha
                where commit.first_parent is not null and line.depth < :longest)
            select line.sha, line.depth, 0 as position from line join tip using (sha) order by line.depth limit 1
            """)
                .bind("head", head)
                .bind("projectId", projectId)
                .bind("branchId", branchId)
                .bind("longest", LONGEST)
                .map(PLACE)
                .findFirst();
    }

    /** How many commits an ancestor lies behind the head; empty if it is not on the line. */
    public OptionalInt depthOf(String ancestor) {
        return handle.createQuery("""
            with recursive line (sha, depth) as (
                select cast(:head as text), 0
                union all
                select commit.first_parent, line.depth + 1
                from line
                    join commit on commit.project_id = :projectId and commit.sha = line.sha
                where line.sha <> :ancestor and commit.first_parent is not null and line.depth < :longest)
            select depth from line where sha = :ancestor
            """)
                .bind("head", head)
                .bind("projectId", projectId)
                .bind("ancestor", ancestor)
                .bind("longest", LONGEST)
                .map((row, context) -> OptionalInt.of(row.getInt("depth")))
                .findFirst()
                .orElse(OptionalInt.empty());
    }
}
