package dev.plumbline.server.baseline;

import dev.plumbline.server.database.Columns;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.StoreException;
import dev.plumbline.server.database.UnicodeText;
import dev.plumbline.server.queue.Jobs;
import dev.plumbline.server.regression.Triage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The new baselines that people marked on a project's base branch. */
public final class BaselineMarks {

    /** The longest pattern, in characters. */
    public static final int LONGEST_PATTERN = 1_000;

    /** The longest note, in characters. */
    public static final int LONGEST_NOTE = 500;

    private static final int SHORTEST_HASH = 7;

    /** A change point with so many later measured commits is frozen. */
    private static final int SETTLED_AFTER = 75;

    private final Database database;
    private final Triage triage;

    /**
     * The marks.
     *
     * @param triage decides on the regressions that a mark explains
     */
    public BaselineMarks(Database database, Triage triage) {
        this.database = database;
        this.triage = triage;
    }

    /** The marks of a project, latest first. */
    public List<BaselineMark> all(long projectId) {
        return database.read(handle -> handle.createQuery("""
                select mark_id, sha, pattern, note, created_at, created_by
                from baseline_mark
                where project_id = :projectId and removed_at is null
                order by created_at desc, mark_id desc
                """)
                .bind("projectId", projectId)
                .map((row, context) -> mark(row))
                .list());
    }

    /**
     * Marks a commit. No change point of the benchmarks is left there, the regressions that are open and of which it tells are expected with its
     * note, and the newest runs are judged again.
     *
     * @param commit the hash of a commit of the base branch, or its beginning
     * @param pattern the benchmarks
     * @param note why
     * @param who who marks it
     * @throws StoreException {@code invalid-baseline} when the base branch has no such commit, or no benchmark is covered
     */
    public BaselineMark add(long projectId, String commit, String pattern, String note, String who) {
        check(pattern, note);
        return database.transaction(handle -> {
            lock(handle, projectId);
            String sha = commit(handle, projectId, commit);
            BaselineMark mark = insert(handle, projectId, sha, pattern, note, who);
            Set<Long> series = covered(handle, projectId, mark);
            if (series.isEmpty()) {
                throw invalid("No benchmark matches '" + pattern + "'. A * is any text, and a ? is one character.");
            }
            new MarkedRegressions(handle, projectId, triage).expect(mark, series);
            deleteSettledShifts(handle, projectId, mark, series);
            judgeNewestAgain(handle, projectId);
            return mark;
        });
    }

    /**
     * Removes a mark, so that what was before it counts again.
     *
     * @return false when the project has no such mark
     */
    public boolean remove(long projectId, long markId, String who) {
        return database.transaction(handle -> {
            int removed = handle.createUpdate("""
                update baseline_mark set removed_at = now(), removed_by = :who
                where project_id = :projectId and mark_id = :markId and removed_at is null
                """)
                    .bind("who", who)
                    .bind("projectId", projectId)
                    .bind("markId", markId)
                    .execute();
            if (removed > 0) {
                judgeNewestAgain(handle, projectId);
            }
            return removed > 0;
        });
    }

    private static void check(String pattern, String note) {
        if (pattern.isBlank() || pattern.length() > LONGEST_PATTERN || !UnicodeText.storable(pattern)) {
            throw invalid("A pattern has 1 to " + LONGEST_PATTERN + " characters, such as 'acme.*'.");
        }
        if (note.isBlank() || note.length() > LONGEST_NOTE || !UnicodeText.storable(note)) {
            throw invalid("A note has 1 to " + LONGEST_NOTE + " characters. It says what changed.");
        }
    }

    private static StoreException invalid(String message) {
        return new StoreException("invalid-baseline", message);
    }

    /** Waits for what is being judged, because marking deletes what that may write. */
    private static void lock(Handle handle, long projectId) {
        handle.createQuery("""
            select 1 from environment where project_id = :projectId order by environment_id for no key update
            """).bind("projectId", projectId).mapTo(int.class).list();
    }

    private static String commit(Handle handle, long projectId, String beginning) {
        String hash = beginning.strip();
        List<String> found = hash.length() < SHORTEST_HASH
                ? List.of()
                : handle.createQuery("""
                    select o.sha
                    from branch_commit o
                        join branch b on b.project_id = o.project_id and b.branch_id = o.branch_id
                        join project p on p.project_id = o.project_id and p.base_branch = b.name
                    where o.project_id = :projectId and b.pull_request is null and starts_with(o.sha, :hash)
                    limit 2
                    """)
                        .bind("projectId", projectId)
                        .bind("hash", hash)
                        .mapTo(String.class)
                        .list();
        if (found.size() != 1) {
            throw invalid(
                    found.isEmpty()
                            ? "The base branch has no such commit. Give its hash, or at least " + SHORTEST_HASH
                                    + " characters of it, as the list of runs shows it."
                            : "More than one commit of the base branch begins like this. Give more of its hash.");
        }
        return found.getFirst();
    }

    private static BaselineMark insert(
            Handle handle, long projectId, String sha, String pattern, String note, String who) {
        return handle.createQuery("""
            insert into baseline_mark (project_id, sha, pattern, note, created_by)
            values (:projectId, :sha, :pattern, :note, :who)
            returning mark_id, sha, pattern, note, created_at, created_by
            """)
                .bind("projectId", projectId)
                .bind("sha", sha)
                .bind("pattern", pattern)
                .bind("note", note)
                .bind("who", who)
                .map((row, context) -> mark(row))
                .one();
    }

    private static BaselineMark mark(ResultSet row) throws SQLException {
        return new BaselineMark(
                row.getLong("mark_id"),
                row.getString("sha"),
                row.getString("pattern"),
                row.getString("note"),
                Columns.instant(row, "created_at").orElseThrow(),
                row.getString("created_by"));
    }

    private static Set<Long> covered(Handle handle, long projectId, BaselineMark mark) {
        record Named(long series, String benchmark) {}
        return handle
                .createQuery("""
            select s.series_id, b.name
            from series s
                join benchmark b on b.project_id = s.project_id and b.benchmark_id = s.benchmark_id
            where s.project_id = :projectId
            """)
                .bind("projectId", projectId)
                .map((row, context) -> new Named(row.getLong("series_id"), row.getString("name")))
                .list()
                .stream()
                .filter(one -> mark.covers(one.benchmark()))
                .map(Named::series)
                .collect(Collectors.toSet());
    }

    /** The change points of the covered series that lie across the mark and that judging no longer decides on. */
    private static void deleteSettledShifts(Handle handle, long projectId, BaselineMark mark, Set<Long> series) {
        handle.createUpdate("""
            delete from change_point c
            using run first, run last, branch_commit at, branch_commit before, branch_commit marked
            where c.project_id = :projectId and c.series_id = any (:series)
                and first.project_id = c.project_id and first.run_id = c.run_id
                and last.project_id = c.project_id and last.run_id = c.previous_run_id
                and at.project_id = c.project_id and at.branch_id = c.branch_id and at.sha = first.sha
                and before.project_id = c.project_id and before.branch_id = c.branch_id and before.sha = last.sha
                and marked.project_id = c.project_id and marked.branch_id = c.branch_id and marked.sha = :sha
                and before.position < marked.position and at.position >= marked.position
                and (
                    select count(distinct o.position)
                    from run later
                        join branch_commit o on o.project_id = later.project_id and o.branch_id = later.branch_id
                            and o.sha = later.sha
                    where later.project_id = c.project_id and later.branch_id = c.branch_id
                        and later.environment_id = first.environment_id and later.baseline_eligible
                        and o.position > at.position) >= :settledAfter
            """)
                .bind("projectId", projectId)
                .bind("settledAfter", SETTLED_AFTER)
                .bindArray("series", Long.class, series)
                .bind("sha", mark.sha())
                .execute();
    }

    /** The newest run of the base branch in each environment, and the heads of open pull requests. */
    private static void judgeNewestAgain(Handle handle, long projectId) {
        List<Long> runs = handle.createQuery("""
            select distinct on (r.branch_id, r.environment_id) r.run_id
            from run r
                join branch_commit o on o.project_id = r.project_id and o.branch_id = r.branch_id and o.sha = r.sha
                join branch b on b.project_id = r.project_id and b.branch_id = r.branch_id
                join project p on p.project_id = r.project_id
                left join pull_request q on q.project_id = r.project_id and q.number = b.pull_request
            where r.project_id = :projectId and r.judged_at is not null
                and (b.pull_request is null and b.name = p.base_branch and r.baseline_eligible or q.state = 'open')
            order by r.branch_id, r.environment_id, o.position desc, r.run_id desc
            """)
                .bind("projectId", projectId)
                .mapTo(Long.class)
                .list();
        runs.forEach(run -> Jobs.enqueue(handle, projectId, Jobs.JUDGE, run));
    }
}
