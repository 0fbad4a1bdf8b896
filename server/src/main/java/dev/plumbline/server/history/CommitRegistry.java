package dev.plumbline.server.history;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What is known of commits: each upload's log may add to it, and never takes away. What only quarantined uploads told is nobody's word:
 * it gives way to what a trusted one tells, and never adds to that.
 */
public final class CommitRegistry {

    private final Handle handle;
    private final long projectId;

    public CommitRegistry(Handle handle, long projectId) {
        this.handle = handle;
        this.projectId = projectId;
    }

    /**
     * Records commits, in the order of their hashes, so that two uploads of the same log never wait for each other.
     *
     * @param quarantined whether the log is of a quarantined upload
     */
    public void record(List<CommitInfo> log, boolean quarantined) throws SQLException {
        List<CommitInfo> commits =
                log.stream().sorted(Comparator.comparing(CommitInfo::sha)).toList();
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
            insert into commit (project_id, sha, first_parent, committed_at, author, subject, quarantined)
            select distinct on (sha) ?, sha, parent, committed_at, nullif(author, ''), nullif(subject, ''), ?
            from unnest(?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::text[])
                as log (sha, parent, committed_at, author, subject)
            order by sha
            on conflict (project_id, sha) do update set
                first_parent = case when commit.quarantined and not excluded.quarantined
                    then excluded.first_parent else coalesce(commit.first_parent, excluded.first_parent) end,
                committed_at = case when commit.quarantined and not excluded.quarantined
                    then excluded.committed_at else coalesce(commit.committed_at, excluded.committed_at) end,
                author = case when commit.quarantined and not excluded.quarantined
                    then excluded.author else coalesce(commit.author, excluded.author) end,
                subject = case when commit.quarantined and not excluded.quarantined
                    then excluded.subject else coalesce(commit.subject, excluded.subject) end,
                quarantined = commit.quarantined and excluded.quarantined
            where (commit.quarantined and not excluded.quarantined)
                or (commit.quarantined or not excluded.quarantined)
                and ((commit.first_parent is null and excluded.first_parent is not null)
                    or (commit.committed_at is null and excluded.committed_at is not null)
                    or (commit.author is null and excluded.author is not null)
                    or (commit.subject is null and excluded.subject is not null))
            """)) {
            statement.setLong(1, projectId);
            statement.setBoolean(2, quarantined);
            texts(statement, 3, commits, CommitInfo::sha);
            texts(statement, 4, commits, commit -> commit.parent().orElse(null));
            texts(
                    statement,
                    5,
                    commits,
                    commit -> commit.committedAt().map(Object::toString).orElse(null));
            texts(statement, 6, commits, CommitInfo::author);
            texts(statement, 7, commits, CommitInfo::subject);
            statement.executeUpdate();
        }
    }

    private void texts(
            PreparedStatement statement,
            int index,
            List<CommitInfo> commits,
            Function<CommitInfo, @Nullable String> field)
            throws SQLException {
        statement.setArray(
                index,
                handle.getConnection()
                        .createArrayOf("text", commits.stream().map(field).toArray()));
    }
}
