package dev.plumbline.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is known of commits: each upload's log may add to it, and never takes away. */
final class CommitRegistry {

    private final Connection connection;
    private final long projectId;

    CommitRegistry(Connection connection, long projectId) {
        this.connection = connection;
        this.projectId = projectId;
    }

    /** Records commits, in the order of their hashes, so that two uploads of the same log never wait for each other. */
    void record(List<CommitInfo> log) throws SQLException {
        List<CommitInfo> commits =
                log.stream().sorted(Comparator.comparing(CommitInfo::sha)).toList();
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into commit (project_id, sha, first_parent, committed_at, author, subject)
                select distinct on (sha) ?, sha, parent, committed_at, nullif(author, ''), nullif(subject, '')
                from unnest(?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::text[])
                    as log (sha, parent, committed_at, author, subject)
                order by sha
                on conflict (project_id, sha) do update set
                    first_parent = coalesce(commit.first_parent, excluded.first_parent),
                    committed_at = coalesce(commit.committed_at, excluded.committed_at),
                    author = coalesce(commit.author, excluded.author),
                    subject = coalesce(commit.subject, excluded.subject)
                where (commit.first_parent is null and excluded.first_parent is not null)
                    or (commit.committed_at is null and excluded.committed_at is not null)
                    or (commit.author is null and excluded.author is not null)
                    or (commit.subject is null and excluded.subject is not null)
                """)) {
            statement.setLong(1, projectId);
            texts(statement, 2, commits, CommitInfo::sha);
            texts(statement, 3, commits, commit -> commit.parent().orElse(null));
            texts(
                    statement,
                    4,
                    commits,
                    commit -> commit.committedAt().map(Object::toString).orElse(null));
            texts(statement, 5, commits, CommitInfo::author);
            texts(statement, 6, commits, CommitInfo::subject);
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
                connection.createArrayOf("text", commits.stream().map(field).toArray()));
    }
}
