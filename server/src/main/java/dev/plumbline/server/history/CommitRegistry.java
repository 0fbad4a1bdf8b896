package dev.plumbline.server.history;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What is known about commits: each upload's log may add to it, and never removes anything. What only quarantined uploads say isn't trusted:
 * it is replaced by what a trusted one says, and never adds to that.
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
    public void record(List<CommitInfo> log, boolean quarantined) {
        List<CommitInfo> commits =
                log.stream().sorted(Comparator.comparing(CommitInfo::sha)).toList();
        handle.createUpdate("""
            insert into commit (project_id, sha, first_parent, committed_at, author, subject, quarantined)
            select distinct on (sha) :projectId, sha, parent, committed_at, nullif(author, ''), nullif(subject, ''),
                :quarantined
            from unnest(cast(:shas as text[]), cast(:parents as text[]), cast(:times as timestamptz[]),
                cast(:authors as text[]), cast(:subjects as text[]))
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
            """)
                .bind("projectId", projectId)
                .bind("quarantined", quarantined)
                .bindArray("shas", String.class, texts(commits, CommitInfo::sha))
                .bindArray(
                        "parents",
                        String.class,
                        texts(commits, commit -> commit.parent().orElse(null)))
                .bindArray(
                        "times",
                        String.class,
                        texts(
                                commits,
                                commit -> commit.committedAt()
                                        .map(Object::toString)
                                        .orElse(null)))
                .bindArray("authors", String.class, texts(commits, CommitInfo::author))
                .bindArray("subjects", String.class, texts(commits, CommitInfo::subject))
                .execute();
    }

    private static List<@Nullable String> texts(
            List<CommitInfo> commits, Function<CommitInfo, @Nullable String> field) {
        return commits.stream().<@Nullable String>map(field).toList();
    }
}
