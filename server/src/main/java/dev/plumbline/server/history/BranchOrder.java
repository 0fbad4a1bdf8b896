package dev.plumbline.server.history;

import static java.util.Objects.requireNonNull;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/**
 * The order of one branch's commits. A commit takes its place between the nearest relatives that are placed already,
 * known from the first-parent log; among commits that no log relates, the commit time decides. Positions are whole
 * numbers with gaps; where a gap is used up, the branch is numbered anew.
 */
public final class BranchOrder {

    /** The gap that a new position leaves: 2^20, so that 20 halvings fit before the branch is numbered anew. */
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
     * @param chain commits related by first parent, oldest first; those placed already stay where they are
     */
    public void place(List<CommitInfo> chain) throws SQLException {
        Map<String, Long> placed = placed(chain);
        if (placed.size() == chain.size()) {
            return;
        }
        if (placed.isEmpty() && last().isEmpty()) {
            append(chain, 0);
            return;
        }
        for (int i = 0; i < chain.size(); i++) {
            CommitInfo commit = chain.get(i);
            if (placed.containsKey(commit.sha())) {
                continue;
            }
            OptionalLong after = i == 0
                    ? OptionalLong.empty()
                    : OptionalLong.of(requireNonNull(placed.get(chain.get(i - 1).sha())));
            OptionalLong last = last();
            if (after.isPresent()
                    && after.equals(last)
                    && laterPlaced(chain, i, placed).isEmpty()) {
                append(chain.subList(i, chain.size()), after.getAsLong());
                return;
            }
            OptionalLong before = firstBeyond(after, laterPlaced(chain, i, placed), commit.committedAt());
            if (before.isEmpty()) {
                placed.put(commit.sha(), insert(commit, last.orElse(0) + GAP));
                continue;
            }
            OptionalLong position = between(before.getAsLong());
            if (position.isEmpty()) {
                renumber();
                place(chain);
                return;
            }
            placed.put(commit.sha(), insert(commit, position.getAsLong()));
        }
    }

    /**
     * Gives the newest commit of a chain its place, behind those of the chain that have one. The caller holds the branch's row lock.
     *
     * @param chain commits related by first parent, oldest first
     */
    public void placeNewest(List<CommitInfo> chain) throws SQLException {
        Map<String, Long> placed = placed(chain);
        String newest = chain.getLast().sha();
        place(chain.stream()
                .filter(commit -> commit.sha().equals(newest) || placed.containsKey(commit.sha()))
                .toList());
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

    private Map<String, Long> placed(List<CommitInfo> chain) throws SQLException {
        Map<String, Long> placed = new HashMap<>();
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
            select sha, position from branch_commit where project_id = ? and branch_id = ? and sha = any (?)
            """)) {
            statement.setLong(1, projectId);
            statement.setLong(2, branchId);
            statement.setArray(
                    3,
                    handle.getConnection()
                            .createArrayOf(
                                    "text", chain.stream().map(CommitInfo::sha).toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    placed.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return placed;
    }

    private OptionalLong last() throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
            select max(position) from branch_commit where project_id = ? and branch_id = ?
            """)) {
            statement.setLong(1, projectId);
            statement.setLong(2, branchId);
            return position(statement);
        }
    }

    /**
     * The first position behind {@code after} that is a later relative or committed later than {@code time}; empty when
     * the commit belongs at the end.
     */
    private OptionalLong firstBeyond(OptionalLong after, OptionalLong relative, Optional<Instant> time)
            throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
            select min(position)
            from branch_commit
                join commit using (project_id, sha)
            where project_id = ? and branch_id = ? and position > ?
                and (position = ? or committed_at > ?)
            """)) {
            statement.setLong(1, projectId);
            statement.setLong(2, branchId);
            statement.setLong(3, after.orElse(Long.MIN_VALUE));
            statement.setLong(4, relative.orElse(Long.MIN_VALUE));
            statement.setObject(5, time.map(BranchOrder::timestamp).orElse(OffsetDateTime.now(ZoneOffset.UTC)));
            return position(statement);
        }
    }

    /** A free position right before an occupied one; empty when there is no room. */
    private OptionalLong between(long before) throws SQLException {
        long previous;
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
            select max(position) from branch_commit where project_id = ? and branch_id = ? and position < ?
            """)) {
            statement.setLong(1, projectId);
            statement.setLong(2, branchId);
            statement.setLong(3, before);
            previous = position(statement).orElse(before - 2 * GAP);
        }
        long middle = Math.floorDiv(previous + before, 2);
        return middle == previous ? OptionalLong.empty() : OptionalLong.of(middle);
    }

    private static OptionalLong position(PreparedStatement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            long position = rows.getLong(1);
            return rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(position);
        }
    }

    private void append(List<CommitInfo> commits, long after) throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
            insert into branch_commit (project_id, branch_id, sha, position)
            select ?, ?, sha, ? + ordinality * ? from unnest(?) with ordinality as log (sha, ordinality)
            """)) {
            statement.setLong(1, projectId);
            statement.setLong(2, branchId);
            statement.setLong(3, after);
            statement.setLong(4, GAP);
            List<String> shas = new ArrayList<>();
            commits.forEach(commit -> shas.add(commit.sha()));
            statement.setArray(5, handle.getConnection().createArrayOf("text", shas.toArray()));
            statement.executeUpdate();
        }
    }

    private long insert(CommitInfo commit, long position) throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
            insert into branch_commit (project_id, branch_id, sha, position) values (?, ?, ?, ?)
            """)) {
            statement.setLong(1, projectId);
            statement.setLong(2, branchId);
            statement.setString(3, commit.sha());
            statement.setLong(4, position);
            statement.executeUpdate();
        }
        return position;
    }

    private void renumber() throws SQLException {
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
            update branch_commit
            set position = numbered.rank * ?
            from (
                select sha, row_number() over (order by position) as rank
                from branch_commit
                where project_id = ? and branch_id = ?) as numbered
            where project_id = ? and branch_id = ? and branch_commit.sha = numbered.sha
            """)) {
            statement.setLong(1, GAP);
            statement.setLong(2, projectId);
            statement.setLong(3, branchId);
            statement.setLong(4, projectId);
            statement.setLong(5, branchId);
            statement.executeUpdate();
        }
    }

    public static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
