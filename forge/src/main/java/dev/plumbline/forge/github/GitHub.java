package dev.plumbline.forge.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.forge.credential.Credential;
import dev.plumbline.forge.repository.ChangedFiles;
import dev.plumbline.forge.repository.CiRun;
import dev.plumbline.forge.repository.Comment;
import dev.plumbline.forge.repository.CommitStatus;
import dev.plumbline.forge.repository.Forge;
import dev.plumbline.forge.repository.ForgeException;
import dev.plumbline.forge.repository.Issue;
import dev.plumbline.forge.repository.PullRequest;
import dev.plumbline.forge.rest.ApiAddress;
import dev.plumbline.forge.rest.Authorization;
import dev.plumbline.forge.rest.Rest;
import dev.plumbline.forge.text.Folded;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A repository on GitHub or GitHub Enterprise Server.
 *
 * <p>An App reports by check runs, which have a neutral conclusion. A token reports by commit statuses, which have none: neutral is
 * {@code success} there with a description that begins with {@code neutral:}, since GitHub lets a required check pass when it is neutral.
 *
 * @see <a href="https://docs.github.com/en/rest">GitHub REST API</a>
 */
final class GitHub implements Forge {

    static final String MEDIA_TYPE = "application/vnd.github+json";

    private static final String PAGE = "per_page=50";

    private final Rest rest;
    private final GitHubGraph graph;
    private final GitHubStatuses statuses;
    private final String repository;

    private GitHub(Rest rest, GitHubGraph graph, GitHubStatuses statuses, String repository) {
        this.rest = rest;
        this.graph = graph;
        this.statuses = statuses;
        this.repository = "/repos/" + repository;
    }

    /**
     * The repository.
     *
     * @throws IllegalArgumentException when the name is not {@code owner/name}, or the credential belongs to another forge
     */
    static GitHub connect(ApiAddress address, String name, Credential credential, HttpClient client, Clock clock) {
        String repository = ApiAddress.ownerAndName(name);
        Authorization authorization = authorization(address, repository, credential, client, clock);
        Rest rest = new Rest("GitHub", address, client, authorization, clock, MEDIA_TYPE);
        GitHubStatuses statuses =
                new GitHubStatuses(rest, "/repos/" + repository, credential instanceof Credential.GitHubApp);
        return new GitHub(rest, new GitHubGraph(rest, address), statuses, repository);
    }

    private static Authorization authorization(
            ApiAddress address, String repository, Credential credential, HttpClient client, Clock clock) {
        if (credential instanceof Credential.Token token) {
            return Authorization.fixed("Authorization", "Bearer ", token.secret());
        }
        if (credential instanceof Credential.GitHubApp app) {
            return new InstallationToken(app, address, repository, client, clock);
        }
        if (credential instanceof Credential.None) {
            return Authorization.none();
        }
        throw new IllegalArgumentException("GitHub accepts a token or an App's key, not a GitLab job token");
    }

    @Override
    public PullRequest pullRequest(int number) {
        return GitHubShapes.pullRequest(rest.get(repository + "/pulls/" + number));
    }

    @Override
    public List<Comment> comments(int number) {
        List<JsonNode> found = rest.list(repository + "/issues/" + number + "/comments", PAGE);
        if (found.isEmpty()) {
            return List.of();
        }
        GitHubGraph.Viewer viewer = graph.viewer();
        Map<String, Boolean> minimised = graph.minimised(found.stream()
                .filter(viewer::wrote)
                .map(comment -> comment.path("node_id").asText(""))
                .toList());
        return found.stream()
                .map(comment -> GitHubShapes.comment(
                        comment,
                        viewer.wrote(comment),
                        minimised.getOrDefault(comment.path("node_id").asText(""), false)))
                .toList();
    }

    @Override
    public Comment post(int number, String body) {
        ObjectNode sent = Rest.object().put("body", body);
        return GitHubShapes.comment(rest.post(repository + "/issues/" + number + "/comments", sent), true, false);
    }

    @Override
    public void edit(int number, Comment comment, String body) {
        rest.patch(path(comment), Rest.object().put("body", body));
    }

    @Override
    public void fold(int number, Comment comment) {
        try {
            graph.minimise(rest.get(path(comment)).path("node_id").asText(""));
        } catch (ForgeException refused) {
            // Some tokens may edit but not minimise.
            if (refused.kind() != ForgeException.Kind.FORBIDDEN) {
                throw refused;
            }
            edit(number, comment, Folded.fold(comment.body(), GitHubProduct.LONGEST_COMMENT));
        }
    }

    @Override
    public String report(CommitStatus status) {
        return statuses.report(status);
    }

    @Override
    public void commentOnIssue(int issue, String body) {
        rest.post(repository + "/issues/" + issue + "/comments", Rest.object().put("body", body));
    }

    @Override
    public Issue open(String title, String body) {
        JsonNode issue = rest.post(
                repository + "/issues", Rest.object().put("title", title).put("body", body));
        return new Issue(issue.path("number").asInt(), issue.path("html_url").asText(""));
    }

    @Override
    public CiRun ciRun(String id) {
        JsonNode run = rest.get(repository + "/actions/runs/" + ApiAddress.segment(id));
        JsonNode request = run.path("pull_requests").path(0).path("number");
        return new CiRun(
                run.path("id").asText(id),
                run.path("head_sha").asText(""),
                run.path("head_repository").path("full_name").asText(""),
                request.isInt() ? OptionalInt.of(request.asInt()) : OptionalInt.empty(),
                run.path("status").asText("").equals("completed"),
                run.path("html_url").asText(""));
    }

    /** All files are on the first page, however few commits are asked for. */
    @Override
    public ChangedFiles changedFiles(String base, String head) {
        return GitHubShapes.changedFiles(rest.get(repository + "/compare/" + ApiAddress.segment(base) + "..."
                + ApiAddress.segment(head) + "?per_page=1"));
    }

    @Override
    public int longestComment() {
        return GitHubProduct.LONGEST_COMMENT;
    }

    @Override
    public int longestSummary() {
        return statuses.longestSummary();
    }

    private String path(Comment comment) {
        return repository + "/issues/comments/" + ApiAddress.segment(comment.id());
    }
}
