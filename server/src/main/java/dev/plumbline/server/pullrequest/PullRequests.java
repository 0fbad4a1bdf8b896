package dev.plumbline.server.pullrequest;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.PageOf;
import dev.plumbline.server.database.StoredText;
import dev.plumbline.server.queue.Jobs;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * The pull requests of projects. Uploads make them known, and the forge's webhooks add to that; if both say something, the forge takes
 * precedence. One that got another head or another base branch, or was reopened, is judged again.
 */
public final class PullRequests {

    /** The most open pull requests that are checked when the base branch moves, latest news first. */
    public static final int MOST_OPEN = 200;

    private static final String COLUMNS = """
        number, state, head_sha, base_branch, coalesce(title, uploaded_title, '') as title,
        coalesce(author, uploaded_author, '') as author,
        coalesce(head_repository, '') as head_repository, opened_at, updated_at
        """;
    private static final RowMapper<KnownPullRequest> PULL_REQUEST = ConstructorMapper.of(KnownPullRequest.class);

    private final Database database;

    public PullRequests(Database database) {
        this.database = database;
    }

    /** One pull request, empty if it isn't known. */
    public Optional<KnownPullRequest> find(long projectId, int number) {
        return database.read(handle -> find(handle, projectId, number));
    }

    static Optional<KnownPullRequest> find(Handle handle, long projectId, int number) {
        return one(handle, projectId, number, "");
    }

    /** The open ones, at most {@value #MOST_OPEN}, latest news first. */
    public List<KnownPullRequest> open(long projectId) {
        return database.read(handle -> handle.createQuery("select " + COLUMNS + """
            from pull_request
            where project_id = :projectId and state = 'open'
            order by updated_at desc, number desc
            limit :limit
            """)
                .bind("projectId", projectId)
                .bind("limit", MOST_OPEN)
                .map(PULL_REQUEST)
                .list());
    }

    /** All of them, open or not, latest news first. */
    public List<KnownPullRequest> list(long projectId, PageOf part) {
        return database.read(handle -> handle.createQuery("select " + COLUMNS + """
            from pull_request
            where project_id = :projectId
            order by updated_at desc, number desc
            offset :offset limit :limit
            """)
                .bind("projectId", projectId)
                .bind("offset", part.offset())
                .bind("limit", part.limit())
                .map(PULL_REQUEST)
                .list());
    }

    /**
     * Records what the forge says.
     *
     * @return whether runs are judged again because of it, so that a worker should look for them
     */
    public boolean changed(long projectId, PullRequestNews news) {
        return database.transaction(handle -> changed(handle, projectId, news));
    }

    static boolean changed(Handle handle, long projectId, PullRequestNews news) {
        Optional<KnownPullRequest> before = locked(handle, projectId, news.number());
        handle.createUpdate("""
            insert into pull_request (project_id, number, state, forge_head_sha, forge_base_branch, title, author,
                head_repository)
            values (:projectId, :number, :state, nullif(:headSha, ''), nullif(:baseBranch, ''), nullif(:title, ''),
                nullif(:author, ''), nullif(:headRepository, ''))
            on conflict (project_id, number) do update set
                state = excluded.state,
                forge_head_sha = coalesce(excluded.forge_head_sha, pull_request.forge_head_sha),
                forge_base_branch = coalesce(excluded.forge_base_branch, pull_request.forge_base_branch),
                title = coalesce(excluded.title, pull_request.title),
                author = coalesce(excluded.author, pull_request.author),
                head_repository = coalesce(excluded.head_repository, pull_request.head_repository),
                updated_at = now()
            """)
                .bind("projectId", projectId)
                .bind("number", news.number())
                .bind("state", news.state().label())
                .bind("headSha", news.headSha())
                .bind("baseBranch", news.baseBranch())
                .bind("title", StoredText.clean(news.title()))
                .bind("author", StoredText.clean(news.author()))
                .bind("headRepository", StoredText.clean(news.headRepository()))
                .execute();
        return judgeMoved(handle, projectId, news.number(), before);
    }

    /**
     * What an upload says of a pull request.
     *
     * @param sha the commit that it measured: the head, unless the forge has named another
     * @param baseBranch the branch that it would be merged into, if it is said
     * @param title its title, empty text if it isn't said
     * @param author who opened it, likewise
     */
    public record Uploaded(String sha, Optional<String> baseBranch, String title, String author) {}

    /** Records what an upload says. */
    public static void uploaded(Handle handle, long projectId, int number, Uploaded said) {
        Optional<KnownPullRequest> before = locked(handle, projectId, number);
        handle.createUpdate("""
            insert into pull_request (project_id, number, uploaded_head_sha, uploaded_base_branch, uploaded_title,
                uploaded_author)
            values (:projectId, :number, :sha, nullif(:baseBranch, ''), nullif(:title, ''), nullif(:author, ''))
            on conflict (project_id, number) do update set
                uploaded_head_sha = excluded.uploaded_head_sha,
                uploaded_base_branch = coalesce(excluded.uploaded_base_branch, pull_request.uploaded_base_branch),
                uploaded_title = coalesce(excluded.uploaded_title, pull_request.uploaded_title),
                uploaded_author = coalesce(excluded.uploaded_author, pull_request.uploaded_author),
                updated_at = now()
            """)
                .bind("projectId", projectId)
                .bind("number", number)
                .bind("sha", said.sha())
                .bind("baseBranch", said.baseBranch().orElse(""))
                .bind("title", StoredText.clean(said.title()))
                .bind("author", StoredText.clean(said.author()))
                .execute();
        judgeMoved(handle, projectId, number, before);
    }

    private static boolean judgeMoved(Handle handle, long projectId, int number, Optional<KnownPullRequest> before) {
        KnownPullRequest after = find(handle, projectId, number).orElseThrow();
        if (before.isEmpty() || after.state() != KnownPullRequest.State.OPEN) {
            return false;
        }
        boolean another = before.get().state() != KnownPullRequest.State.OPEN
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
    private static List<Long> newestRuns(Handle handle, long projectId, int number, boolean headOnly) {
        return handle.createQuery("""
            select run_id
            from (
                select distinct on (run.environment_id)
                    run.run_id, run.sha is not distinct from pull_request.head_sha as of_head
                from branch
                    join run on run.project_id = branch.project_id and run.branch_id = branch.branch_id
                    join pull_request on pull_request.project_id = branch.project_id
                        and pull_request.number = branch.pull_request
                where branch.project_id = :projectId and branch.pull_request = :number and run.role = 'measurement'
                order by run.environment_id, of_head desc, run.trust = 'quarantined', run.run_id desc) as newest
            where of_head or not :headOnly
            order by run_id
            """)
                .bind("projectId", projectId)
                .bind("number", number)
                .bind("headOnly", headOnly)
                .mapTo(Long.class)
                .list();
    }

    private static Optional<KnownPullRequest> locked(Handle handle, long projectId, int number) {
        return one(handle, projectId, number, " for update");
    }

    private static Optional<KnownPullRequest> one(Handle handle, long projectId, int number, String lock) {
        return handle.createQuery("select " + COLUMNS + """
            from pull_request
            where project_id = :projectId and number = :number""" + lock)
                .bind("projectId", projectId)
                .bind("number", number)
                .map(PULL_REQUEST)
                .findOne();
    }
}
