package dev.plumbline.server.history;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/**
 * The order of one branch's commits. A commit gets its place between the nearest relatives that already have one,
 * known from the first-parent log; among commits that no log relates, the commit time decides. Positions are whole
 * numbers with gaps; where a gap is used up, the branch is renumbered.
 */
public final class BranchOrder {

    /** The gap that a new position leaves: 2^20, so that 20 halvings fit before the branch is renumbered. */
    static final long GAP = 1L << 20;

    private final Handle handle;
    private final long projectId;
    private final long branchId;

    public BranchOrder(Handle handle, long projectId, long branchId) {
        this.handle = handle;
        this.projectId = projectId;
        this.branchId = branchId;
    }

    /**
     * Gives every commit of a chain its place. The caller holds the branch's row lock.
     *
     * @param chain commits related by first parent, oldest first; those that have a place keep it
     * @return whether the newest of them had none
     */
    public boolean place(List<CommitInfo> chain) {
        Placed placed = placed(chain);
        boolean fresh = !placed.positions().containsKey(chain.getLast().sha());
        place(chain, placed.positions(), placed.last());
        return fresh;
    }

    private void place(List<CommitInfo> chain, Map<String, Long> placed, OptionalLong end) {
        if (placed.size() == chain.size()) {
            return;
        }
        if (end.isEmpty()) {
            append(chain, 0);
            return;
        }
        long last = end.getAsLong();
        for (int i = 0; i < chain.size(); i++) {
            CommitInfo commit = chain.get(i);
            if (placed.containsKey(commit.sha())) {
                continue;
            }
            OptionalLong after = i == 0
                    ? OptionalLong.empty()
                    : OptionalLong.of(requireNonNull(placed.get(chain.get(i - 1).sha())));
            if (after.isPresent()
                    && after.getAsLong() == last
                    && laterPlaced(chain, i, placed).isEmpty()) {
                append(chain.subList(i, chain.size()), last);
                return;
            }
            OptionalLong before = firstBeyond(after, laterPlaced(chain, i, placed), commit.committedAt());
            if (before.isEmpty()) {
                last += GAP;
                placed.put(commit.sha(), insert(commit, last));
                continue;
            }
            OptionalLong position = between(before.getAsLong());
            if (position.isEmpty()) {
                renumber();
                Placed renumbered = placed(chain);
                place(chain, renumbered.positions(), renumbered.last());
                return;
            }
            placed.put(commit.sha(), insert(commit, position.getAsLong()));
        }
    }

    /**
     * Gives the newest commit of a chain its place, behind those of the chain that have one. The caller holds the branch's row lock.
     *
     * @param chain commits related by first parent, oldest first
     * @return whether it had none
     */
    public boolean placeNewest(List<CommitInfo> chain) {
        Placed placed = placed(chain);
        String newest = chain.getLast().sha();
        boolean fresh = !placed.positions().containsKey(newest);
        List<CommitInfo> measured = chain.stream()
                .filter(commit ->
                        commit.sha().equals(newest) || placed.positions().containsKey(commit.sha()))
                .toList();
        place(measured, placed.positions(), placed.last());
        return fresh;
    }

    /** The position of the next commit of the chain that is placed. */
    private static OptionalLong laterPlaced(List<CommitInfo> chain, int index, Map<String, Long> placed) {
        for (CommitInfo later : chain.subList(index + 1, chain.size())) {
            Long position = placed.get(later.sha());
            if (position != null) {
                return OptionalLong.of(position);
            }
        }
        return OptionalLong.empty();
    }

    /**
     * What has a place already.
     *
     * @param positions of the commits of a chain
     * @param last the branch's last position; empty while it has none
     */
    private record Placed(Map<String, Long> positions, OptionalLong last) {}

    private Placed placed(List<CommitInfo> chain) {
        return handle.createQuery("""
            select sha, position
            from branch_commit
            where project_id = :projectId and branch_id = :branchId and sha = any (:shas)
            union all
            select null, max(position) from branch_commit where project_id = :projectId and branch_id = :branchId
            """)
                .bind("projectId", projectId)
                .bind("branchId", branchId)
                .bindArray("shas", String.class, shas(chain))
                .reduceResultSet(new Placed(new HashMap<>(), OptionalLong.empty()), (placed, row, context) -> {
                    long position = row.getLong(2);
                    if (row.wasNull()) {
                        return placed;
                    }
                    String sha = row.getString(1);
                    if (sha == null) {
                        return new Placed(placed.positions(), OptionalLong.of(position));
                    }
                    placed.positions().put(sha, position);
                    return placed;
                });
    }

    private static List<String> shas(List<CommitInfo> commits) {
        return commits.stream().map(CommitInfo::sha).toList();
    }

    /**
     * The first position behind {@code after} that is a later relative or committed later than {@code time}; empty when
     * the commit belongs at the end.
     */
    private OptionalLong firstBeyond(OptionalLong after, OptionalLong relative, Optional<Instant> time) {
        return handle.createQuery("""
            select min(position)
            from branch_commit
                join commit using (project_id, sha)
            where project_id = :projectId and branch_id = :branchId and position > :after
                and (position = :relative or committed_at > coalesce(cast(:time as timestamptz), now()))
            """)
                .bind("projectId", projectId)
                .bind("branchId", branchId)
                .bind("after", after.orElse(Long.MIN_VALUE))
                .bind("relative", relative)
                .bind("time", time)
                .mapTo(OptionalLong.class)
                .one();
    }

    /** A free position right before an occupied one; empty when there is no room. */
    private OptionalLong between(long before) {
        long previous = handle.createQuery("""
            select max(position)
            from branch_commit
            where project_id = :projectId and branch_id = :branchId and position < :before
            """)
                .bind("projectId", projectId)
                .bind("branchId", branchId)
                .bind("before", before)
                .mapTo(OptionalLong.class)
                .one()
                .orElse(before - 2 * GAP);
        long middle = Math.floorDiv(previous + before, 2);
        return middle == previous ? OptionalLong.empty() : OptionalLong.of(middle);
    }

    private void append(List<CommitInfo> commits, long after) {
        handle.createUpdate("""
            insert into branch_commit (project_id, branch_id, sha, position)
            select :projectId, :branchId, sha, :after + ordinality * :gap
            from unnest(cast(:shas as text[])) with ordinality as log (sha, ordinality)
            """)
                .bind("projectId", projectId)
                .bind("branchId", branchId)
                .bind("after", after)
                .bind("gap", GAP)
                .bindArray("shas", String.class, shas(commits))
                .execute();
    }

    private long insert(CommitInfo commit, long position) {
        handle.createUpdate("""
            insert into branch_commit (project_id, branch_id, sha, position)
            values (:projectId, :branchId, :sha, :position)
            """)
                .bind("projectId", projectId)
                .bind("branchId", branchId)
                .bind("sha", commit.sha())
                .bind("position", position)
                .execute();
        return position;
    }

    private void renumber() {
        handle.createUpdate("""
            update branch_commit
            set position = numbered.rank * :gap
            from (
                select sha, row_number() over (order by position) as rank
                from branch_commit
                where project_id = :projectId and branch_id = :branchId) as numbered
            where project_id = :projectId and branch_id = :branchId and branch_commit.sha = numbered.sha
            """)
                .bind("gap", GAP)
                .bind("projectId", projectId)
                .bind("branchId", branchId)
                .execute();
    }
}
