package dev.plumbline.server.pullrequest;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.PageOf;
import dev.plumbline.server.pullrequest.PullRequest.State;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * A pull request as lists show it, with what its newest commit did, summed over the newest run of each environment.
 *
 * @param number the forge's number
 * @param state whether it can still be merged
 * @param title its title, empty if only uploads reported it
 * @param author who opened it, likewise
 * @param updatedAt when the latest news about it arrived
 * @param runs in how many environments its newest commit was measured
 * @param waiting how many of these runs wait to be judged
 * @param comparisons how many series were compared
 * @param regressed how many of them got worse
 * @param improved how many got better
 * @param inconclusive how many of them are inconclusive
 * @param absent how many benchmarks are missing or failed
 * @param quarantined whether nobody vouches for one of the runs
 */
public record PullRequestListing(
        int number,
        State state,
        String title,
        String author,
        Instant updatedAt,
        int runs,
        int waiting,
        int comparisons,
        int regressed,
        int improved,
        int inconclusive,
        int absent,
        boolean quarantined) {

    /** A part of a project's pull requests, latest news first, in one query. */
    public static List<PullRequestListing> of(Database database, long projectId, PageOf part) {
        return database.read(handle -> handle.createQuery("""
            select p.number, p.state, coalesce(p.title, '') as title, coalesce(p.author, '') as author,
                p.updated_at, count(r.run_id) as runs,
                count(r.run_id) filter (where r.judged_at is null) as waiting,
                coalesce(sum((r.summary ->> 'comparisons')::int), 0) as comparisons,
                coalesce(sum((r.summary ->> 'regressed')::int), 0) as regressed,
                coalesce(sum((r.summary ->> 'improved')::int), 0) as improved,
                greatest(0, coalesce(sum((r.summary ->> 'comparisons')::int - (r.summary ->> 'regressed')::int
                    - (r.summary ->> 'improved')::int - coalesce((r.summary ->> 'changed')::int, 0) - (r.summary ->> 'unchanged')::int), 0)) as inconclusive,
                coalesce(max(r.absent), 0) as absent,
                coalesce(bool_or(r.trust = 'quarantined'), false) as quarantined
            from (
                select *
                from pull_request
                where project_id = :projectId
                order by updated_at desc, number desc
                offset :offset limit :limit) p
                left join lateral (
                    select distinct on (run.environment_id) run.run_id, run.judged_at, run.summary, run.absent, run.trust
                    from branch b
                        join run
                            on run.project_id = b.project_id and run.branch_id = b.branch_id and run.sha = p.head_sha
                    where b.project_id = p.project_id and b.pull_request = p.number and run.role = 'measurement'
                    order by run.environment_id, run.trust = 'quarantined', run.run_id desc) r on true
            group by p.number, p.state, p.title, p.author, p.updated_at
            order by p.updated_at desc, p.number desc
            """)
                .bind("projectId", projectId)
                .bind("offset", part.offset())
                .bind("limit", part.limit())
                .map(ConstructorMapper.of(PullRequestListing.class))
                .list());
    }
}
