package dev.plumbline.server.pullrequest;

import dev.plumbline.server.database.Columns;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.PageOf;
import dev.plumbline.server.database.Query;
import dev.plumbline.server.database.StoredText;
import dev.plumbline.server.queue.Jobs;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The pull requests of projects. Uploads make them known, and the forge's webhooks tell more; where both say something, the forge is
 * right. One that got another head or another base branch, or was opened again, is judged again.
 */
public final class PullRequests {

    /** The most open pull requests that are looked at when the base branch moves, those heard of last first. */
    public static final int MOST_OPEN = 200;

    private static final String COLUMNS = """
        number, state, head_sha, base_branch, title, author, head_repository, opened_at, updated_at
        """;

    private final Database database;

    public PullRequests(Database database) {
        this.database = database;
    }

    /** One pull request, empty where nobody told of it. */
    public Optional<PullRequest> find(long projectId, int number) {
        return database.read(handle -> find(handle, projectId, number));
    }

    static Optional<PullRequest> find(Handle handle, long projectId, int number) throws SQLException {
        return Query.of(handle, "select " + COLUMNS + "from pull_request where project_id = ? and number = ?")
                .with(projectId)
                .with(number)
                .first(PullRequests::read);
    }

    /** The open ones, at most {@value #MOST_OPEN}, the one heard of last first. */
    public List<PullRequest> open(long projectId) {
        return database.read(handle -> Query.of(handle, "select " + COLUMNS + """
            from pull_request
            where project_id = ? and state = 'open'
            order by updated_at desc, number desc
            limit ?
            """)
                .with(projectId)
                .with(MOST_OPEN)
                .list(PullRequests::read));
    }

    /** All of them, open or not, the one heard of last first. */
    public List<PullRequest> list(long projectId, PageOf part) {
        return database.read(handle -> Query.of(handle, "select " + COLUMNS + """
            from pull_request
            where project_id = ?
            order by updated_at desc, number desc
            offset ? limit ?
            """)
                .with(projectId)
                .with(part.offset())
                .with(part.limit())
                .list(PullRequests::read));
    }

    /**
     * Takes in what the forge says.
     *
     * @return whether runs are judged again because of it, so that a worker should look
     */
    public boolean changed(long projectId, PullRequestNews news) {
        return database.transaction(handle -> changed(handle, projectId, news));
    }

    static boolean changed(Handle handle, long projectId, PullRequestNews news) throws SQLException {
        Optional<PullRequest> before = locked(handle, projectId, news.number());
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
            insert into pull_request (project_id, number, state, forge_head_sha, forge_base_branch, title, author,
                head_repository)
            values (?, ?, ?, nullif(?, ''), nullif(?, ''), nullif(?, ''), nullif(?, ''), nullif(?, ''))
            on conflict (project_id, number) do update set
                state = excluded.state,
                forge_head_sha = coalesce(excluded.forge_head_sha, pull_request.forge_head_sha),
                forge_base_branch = coalesce(excluded.forge_base_branch, pull_request.forge_base_branch),
                title = coalesce(excluded.title, pull_request.title),
                author = coalesce(excluded.author, pull_request.author),
                head_repository = coalesce(excluded.head_repository, pull_request.head_repository),
                updated_at = now()
            """)) {
            statement.setLong(1, projectId);
            statement.setInt(2, news.number());
            statement.setString(3, news.state().label());
            statement.setString(4, news.headSha());
            statement.setString(5, news.baseBranch());
            statement.setString(6, StoredText.clean(news.title()));
            statement.setString(7, StoredText.clean(news.author()));
            statement.setString(8, StoredText.clean(news.headRepository()));
            statement.executeUpdate();
        }
        return judgeMoved(handle, projectId, news.number(), before);
    }

    /** Takes in what an upload says: the commit that it measured is the head, where the forge has not said another. */
    public static void uploaded(Handle handle, long projectId, int number, String sha, Optional<String> baseBranch)
            throws SQLException {
        Optional<PullRequest> before = locked(handle, projectId, number);
        try (PreparedStatement statement = handle.getConnection().prepareStatement("""
            insert into pull_request (project_id, number, uploaded_head_sha, uploaded_base_branch)
            values (?, ?, ?, nullif(?, ''))
            on conflict (project_id, number) do update set
                uploaded_head_sha = excluded.uploaded_head_sha,
                uploaded_base_branch = coalesce(excluded.uploaded_base_branch, pull_request.uploaded_base_branch),
                updated_at = now()
            """)) {
            statement.setLong(1, projectId);
            statement.setInt(2, number);
            statement.setString(3, sha);
            statement.setString(4, baseBranch.orElse(""));
            statement.executeUpdate();
        }
        judgeMoved(handle, projectId, number, before);
    }

    private static boolean judgeMoved(Handle handle, long projectId, int number, Optional<PullRequest> before)
            throws SQLException {
        PullRequest after = find(handle, projectId, number).orElseThrow();
        if (before.isEmpty() || after.state() != PullRequest.State.OPEN) {
            return false;
        }
        boolean another = before.get().state() != PullRequest.State.OPEN
                || !before.get().baseBranch().equals(after.baseBranch());
        if (!another && before.get().headSha().equals(after.headSha())) {
            return false;
        }
        List<Long> runs = newestRuns(handle, projectId, number, !another);
        for (long run : runs) {
            Jobs.enqueue(handle, projectId, Jobs.JUDGE, run);
        }
        return !runs.isEmpty();
    }

    /**
     * The newest run in each environment, the head's before others, in ascending order.
     *
     * @param headOnly whether environments that the head was not measured in are left out
     */
    private static List<Long> newestRuns(Handle handle, long projectId, int number, boolean headOnly)
            throws SQLException {
        return Query.of(handle, """
            select run_id
            from (
                select distinct on (run.environment_id)
                    run.run_id, run.sha is not distinct from pull_request.head_sha as of_head
                from branch
                    join run on run.project_id = branch.project_id and run.branch_id = branch.branch_id
                    join pull_request on pull_request.project_id = branch.project_id
                        and pull_request.number = branch.pull_request
                where branch.project_id = ? and branch.pull_request = ? and run.role = 'measurement'
                order by run.environment_id, of_head desc, run.trust = 'quarantined', run.run_id desc) as newest
            where of_head or not ?
            order by run_id
            """).with(projectId).with(number).with(headOnly).list(row -> row.getLong("run_id"));
    }

    private static Optional<PullRequest> locked(Handle handle, long projectId, int number) throws SQLException {
        return Query.of(
                        handle,
                        "select " + COLUMNS + "from pull_request where project_id = ? and number = ? for update")
                .with(projectId)
                .with(number)
                .first(PullRequests::read);
    }

    private static PullRequest read(ResultSet row) throws SQLException {
        return new PullRequest(
                row.getInt("number"),
                PullRequest.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getString("head_sha")),
                Optional.ofNullable(row.getString("base_branch")),
                Columns.text(row, "title"),
                Columns.text(row, "author"),
                Columns.text(row, "head_repository"),
                Columns.instant(row, "opened_at").orElseThrow(),
                Columns.instant(row, "updated_at").orElseThrow());
    }
}
