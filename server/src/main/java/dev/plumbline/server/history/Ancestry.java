package dev.plumbline.server.history;

import dev.plumbline.server.database.Query;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import org.jdbi.v3.core.Handle;

/**
 * The line of first parents behind a commit, as far as first-parent logs told it, walked for at most {@value #LONGEST} commits. What
 * only quarantined uploads told counts for commits alone that only they told of.
 */
public final class Ancestry {

    /** The most commits that are walked through. */
    public static final int LONGEST = 2_000;

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
     * @param position its place on the branch that was asked about
     */
    public record Place(String sha, int depth, long position) {}

    /** The first commit of the line that has a place on a branch; empty where none is known. */
    public Optional<Place> firstOn(long branchId) throws SQLException {
        return Query.of(handle, """
            with recursive line (sha, depth, position) as (
                select ?::text, 0, (
                    select position from branch_commit where project_id = ? and branch_id = ? and sha = ?)
                union all
                select commit.first_parent, line.depth + 1, (
                    select position
                    from branch_commit
                    where project_id = ? and branch_id = ? and sha = commit.first_parent)
                from line
                    join commit on commit.project_id = ? and commit.sha = line.sha
                where line.position is null and commit.first_parent is not null and line.depth < ?
                    and (not commit.quarantined or exists (
                        select from commit as head
                        where head.project_id = ? and head.sha = ? and head.quarantined)))
            select sha, depth, position from line where position is not null
            """)
                .with(head)
                .with(projectId)
                .with(branchId)
                .with(head)
                .with(projectId)
                .with(branchId)
                .with(projectId)
                .with(LONGEST)
                .with(projectId)
                .with(head)
                .first(row -> new Place(row.getString("sha"), row.getInt("depth"), row.getLong("position")));
    }

    /**
     * The first commit that the line shares with the line of a branch of which only measured commits have a place.
     *
     * @return the commit, without a place
     */
    public Optional<Place> firstBehindTipOf(long branchId) throws SQLException {
        return Query.of(handle, """
            with recursive tip (sha, depth) as (
                (select sha, 0 from branch_commit where project_id = ? and branch_id = ?
                 order by position desc limit 1)
                union all
                select commit.first_parent, tip.depth + 1
                from tip
                    join commit on commit.project_id = ? and commit.sha = tip.sha
                where commit.first_parent is not null and tip.depth < ?),
            line (sha, depth) as (
                select ?::text, 0
                union all
                select commit.first_parent, line.depth + 1
                from line
                    join commit on commit.project_id = ? and commit.sha = line.sha
                where commit.first_parent is not null and line.depth < ?)
            select line.sha, line.depth from line join tip using (sha) order by line.depth limit 1
            """)
                .with(projectId)
                .with(branchId)
                .with(projectId)
                .with(LONGEST)
                .with(head)
                .with(projectId)
                .with(LONGEST)
                .first(row -> new Place(row.getString("sha"), row.getInt("depth"), 0));
    }

    /** How many commits an ancestor lies behind the head; empty where it is not on the line. */
    public OptionalInt depthOf(String ancestor) throws SQLException {
        return Query.of(handle, """
            with recursive line (sha, depth) as (
                select ?::text, 0
                union all
                select commit.first_parent, line.depth + 1
                from line
                    join commit on commit.project_id = ? and commit.sha = line.sha
                where line.sha <> ? and commit.first_parent is not null and line.depth < ?)
            select depth from line where sha = ?
            """)
                .with(head)
                .with(projectId)
                .with(ancestor)
                .with(LONGEST)
                .with(ancestor)
                .first(row -> OptionalInt.of(row.getInt("depth")))
                .orElse(OptionalInt.empty());
    }
}
