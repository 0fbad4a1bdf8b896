package dev.plumbline.server.report;

import dev.plumbline.analysis.report.change.ChangeReport;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.history.MeasuredBranch;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.pullrequest.KnownPullRequest;
import dev.plumbline.server.pullrequest.PullRequests;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;

/** Reports of changes. */
public final class ChangeReports {

    private final Database database;
    private final ReportQueries queries;
    private final PullRequests pullRequests;
    private final URI publicUrl;

    /**
     * Reports from a database.
     *
     * @param publicUrl the address that people use, which links and pictures begin with
     */
    public ChangeReports(Database database, URI publicUrl) {
        this.database = database;
        this.queries = new ReportQueries(database);
        this.pullRequests = new PullRequests(database);
        this.publicUrl = publicUrl;
    }

    /** What a pull request's newest commit did; empty if the pull request or its newest commit isn't known. */
    public Optional<ChangeReport> ofPullRequest(Project project, int number) {
        return pullRequests.find(project.id(), number).flatMap(found -> of(project, found));
    }

    /** The same for a pull request that the caller has already loaded. */
    public Optional<ChangeReport> of(Project project, KnownPullRequest pullRequest) {
        return pullRequest
                .headSha()
                .map(head -> report(
                        project,
                        head,
                        ReportScope.ofPullRequest(pullRequest.number()),
                        pullRequest.baseBranch().orElse(project.baseBranch())));
    }

    /**
     * What a commit did. For a commit that was not measured, it has no environments.
     *
     * @param sha in full, lower case
     * @param pullRequest the pull request whose runs are meant; empty: all runs of the commit
     */
    public ChangeReport ofCommit(Project project, String sha, OptionalInt pullRequest) {
        String baseBranch = pullRequest.isEmpty()
                ? project.baseBranch()
                : pullRequests
                        .find(project.id(), pullRequest.getAsInt())
                        .flatMap(KnownPullRequest::baseBranch)
                        .orElse(project.baseBranch());
        return report(project, sha, ReportScope.of(pullRequest), baseBranch);
    }

    /** What the newest measured commit of a branch without a pull request did; empty if the project has no such branch. */
    public Optional<ChangeReport> ofBranch(Project project, String name) {
        return MeasuredBranch.find(database, project.id(), name)
                .map(branch -> report(project, branch.sha(), ReportScope.ofBranch(name), project.baseBranch()));
    }

    private ChangeReport report(Project project, String sha, ReportScope scope, String baseBranch) {
        return assembled(project, sha, scope, baseBranch, queries.load(project.id(), sha, scope));
    }

    /** A report from what the caller has loaded. */
    public ChangeReport assembled(
            Project project, String sha, ReportScope scope, String baseBranch, StoredReport stored) {
        ReportAddresses addresses = new ReportAddresses(publicUrl, project.slug(), stored.pictureKey());
        EnvironmentReports environments = new EnvironmentReports(addresses);
        return new ChangeReport(
                project.slug(),
                scope.pullRequest(),
                sha,
                baseBranch,
                stored.runs().stream().map(environments::of).toList(),
                stored.policy().blocks(),
                stored.policy().missing(),
                addresses.page(
                        scope, stored.runs().size() == 1 ? stored.runs().get(0).id() : 0));
    }
}
