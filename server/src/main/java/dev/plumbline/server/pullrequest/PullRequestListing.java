package dev.plumbline.server.pullrequest;

import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.PageOf;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * A pull request as lists show it.
 *
 * @param pullRequest the pull request; where neither the forge nor CI tells its title and author, its newest commit's subject and author
 * @param branch the branch that it comes from, empty text if it isn't known
 * @param measured what has been measured and judged of its newest commit: changes with every run and every verdict
 */
public record PullRequestListing(KnownPullRequest pullRequest, String branch, String measured) {

    /** The columns besides the pull request's own. */
    private record More(
            int number, String branch, Optional<String> subject, Optional<String> committer, String measured) {

        PullRequestListing of(KnownPullRequest one) {
            return new PullRequestListing(
                    new KnownPullRequest(
                            one.number(),
                            one.state(),
                            one.headSha(),
                            one.baseBranch(),
                            one.title().isEmpty() ? subject.orElse("") : one.title(),
                            one.author().isEmpty() ? committer.orElse("") : one.author(),
                            one.headRepository(),
                            one.openedAt(),
                            one.updatedAt()),
                    branch,
                    measured);
        }
    }

    /** A part of a project's pull requests, latest news first, in two queries. */
    public static List<PullRequestListing> of(Database database, long projectId, PageOf part) {
        List<KnownPullRequest> listed = new PullRequests(database).list(projectId, part);
        Map<Integer, More> more = more(database, projectId, listed);
        return listed.stream()
                .flatMap(one -> Optional.ofNullable(more.get(one.number())).map(each -> each.of(one)).stream())
                .toList();
    }

    /** One of a project's pull requests. */
    public static PullRequestListing of(Database database, long projectId, KnownPullRequest one) {
        return Optional.ofNullable(more(database, projectId, List.of(one)).get(one.number()))
                .map(each -> each.of(one))
                .orElseGet(() -> new PullRequestListing(one, "", ""));
    }

    private static Map<Integer, More> more(Database database, long projectId, List<KnownPullRequest> listed) {
        return database.read(handle -> handle
                .createQuery("""
                select p.number, c.subject, c.author as committer,
                    coalesce((
                        select b.name
                        from branch b
                            left join run r on r.project_id = b.project_id and r.branch_id = b.branch_id
                        where b.project_id = p.project_id and b.pull_request = p.number
                        order by r.run_id desc nulls last
                        limit 1), '') as branch,
                    coalesce((
                        select string_agg(concat_ws(' ', r.run_id, r.judged_at, r.trust, r.absent), ',' order by r.run_id)
                        from branch b
                            join run r on r.project_id = b.project_id and r.branch_id = b.branch_id
                        where b.project_id = p.project_id and b.pull_request = p.number and r.sha = p.head_sha), '')
                        as measured
                from pull_request p
                    left join commit c on c.project_id = p.project_id and c.sha = p.head_sha
                where p.project_id = :projectId and p.number = any (:numbers)
                """)
                .bind("projectId", projectId)
                .bindArray(
                        "numbers",
                        Integer.class,
                        listed.stream().map(KnownPullRequest::number).toList())
                .map(ConstructorMapper.of(More.class))
                .stream()
                .collect(Collectors.toMap(More::number, each -> each)));
    }
}
