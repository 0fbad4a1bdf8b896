package dev.plumbline.forge.gitea;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.forge.credential.Credential;
import dev.plumbline.forge.github.GitHubShapes;
import dev.plumbline.forge.repository.ChangedFile;
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
import dev.plumbline.forge.text.Clip;
import dev.plumbline.forge.text.Folded;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A repository on Gitea or Forgejo.
 *
 * <p>It reports by commit statuses. Of their states, {@code warning} blocks a merge if the status is required, so neutral is {@code success}
 * with a description that begins with {@code neutral:}. Comments can't be minimised, so folding puts their text into {@code <details>}.
 *
 * @see <a href="https://docs.gitea.com/api/">Gitea API</a>
 */
final class Gitea implements Forge {

    private static final String PAGE = "limit=50";

    /** The accounts that a job's token writes as, if it may not ask who it is. */
    private static final Set<String> JOBS = Set.of("gitea-actions", "forgejo-actions");

    private final Rest rest;
    private final String repository;
    private @Nullable Set<String> viewers;

    private Gitea(Rest rest, String name) {
        this.rest = rest;
        this.repository = "/repos/" + name;
    }

    /**
     * The repository.
     *
     * @throws IllegalArgumentException when the name is not {@code owner/name}, or the credential belongs to another forge
     */
    static Gitea connect(ApiAddress address, String name, Credential credential, HttpClient client, Clock clock) {
        Rest rest = new Rest("Gitea", address, client, authorization(credential), clock, "application/json");
        return new Gitea(rest, ApiAddress.ownerAndName(name));
    }

    private static Authorization authorization(Credential credential) {
        if (credential instanceof Credential.Token token) {
            return Authorization.fixed("Authorization", "token ", token.secret());
        }
        if (credential instanceof Credential.None) {
            return Authorization.none();
        }
        throw new IllegalArgumentException("Gitea and Forgejo accept only an access token");
    }

    @Override
    public PullRequest pullRequest(int number) {
        return GitHubShapes.pullRequest(rest.get(repository + "/pulls/" + number));
    }

    @Override
    public List<Comment> comments(int number) {
        return rest.list(repository + "/issues/" + number + "/comments", PAGE).stream()
                .map(comment -> comment(comment, isOwn(comment)))
                .toList();
    }

    @Override
    public Comment post(int number, String body) {
        JsonNode made = rest.post(
                repository + "/issues/" + number + "/comments", Rest.object().put("body", body));
        return comment(made, true);
    }

    @Override
    public void edit(int number, Comment comment, String body) {
        rest.patch(
                repository + "/issues/comments/" + ApiAddress.segment(comment.id()),
                Rest.object().put("body", body));
    }

    @Override
    public void fold(int number, Comment comment) {
        if (!comment.folded()) {
            edit(number, comment, Folded.fold(comment.body(), GiteaProduct.LONGEST_COMMENT));
        }
    }

    @Override
    public String report(CommitStatus status) {
        ObjectNode sent = Rest.object()
                .put("context", status.name())
                .put("state", Clip.state(status.state()))
                .put("description", Clip.description(status))
                .put("target_url", status.url());
        return rest.post(repository + "/statuses/" + ApiAddress.segment(status.sha()), sent)
                .path("id")
                .asText("");
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

    /** Gitea answers as GitHub does; Forgejo has other names and the event's payload as a text. */
    @Override
    public CiRun ciRun(String id) {
        JsonNode run = rest.get(repository + "/actions/runs/" + ApiAddress.segment(id));
        JsonNode request = Rest.parsed(run.path("event_payload").asText(""))
                .map(payload -> payload.path("pull_request"))
                .orElse(MissingNode.getInstance());
        JsonNode head = request.path("head");
        String sha = run.path("head_sha").asText(run.path("commit_sha").asText(""));
        JsonNode number = request.path("number");
        return new CiRun(
                run.path("id").asText(id),
                sha,
                run.path("head_repository")
                        .path("full_name")
                        .asText(head.path("repo").path("full_name").asText("")),
                number.isInt() ? OptionalInt.of(number.asInt()) : OptionalInt.empty(),
                isFinished(run.path("status").asText("")),
                run.path("html_url").asText(""));
    }

    /** Forgejo lists the comparison's files, Gitea those of each commit. */
    @Override
    public ChangedFiles changedFiles(String base, String head) {
        JsonNode comparison = rest.get(repository + "/compare/" + ApiAddress.segment(base) + "..."
                + ApiAddress.segment(head) + "?verification=false");
        Map<String, ChangedFile> files = new LinkedHashMap<>();
        if (comparison.path("files").isArray()) {
            comparison.path("files").forEach(file -> add(files, file));
        } else {
            comparison.path("commits").forEach(commit -> commit.path("files").forEach(file -> add(files, file)));
        }
        return new ChangedFiles(
                List.copyOf(files.values()),
                comparison.path("total_commits").asInt()
                        <= comparison.path("commits").size());
    }

    @Override
    public int longestComment() {
        return GiteaProduct.LONGEST_COMMENT;
    }

    @Override
    public int longestSummary() {
        return 0;
    }

    private static void add(Map<String, ChangedFile> files, JsonNode json) {
        ChangedFile file = GitHubShapes.changedFile(json);
        files.putIfAbsent(file.path(), file);
    }

    private boolean isOwn(JsonNode comment) {
        return viewers().contains(comment.path("user").path("login").asText("").toLowerCase(Locale.ROOT));
    }

    /** The account of the credential, requested once. A job's token isn't allowed to ask; then it is the jobs' user. */
    private synchronized Set<String> viewers() {
        Set<String> known = viewers;
        if (known == null) {
            known = askForViewer();
            viewers = known;
        }
        return known;
    }

    private Set<String> askForViewer() {
        try {
            return Set.of(rest.get("/user").path("login").asText("").toLowerCase(Locale.ROOT));
        } catch (ForgeException refused) {
            if (refused.kind() == ForgeException.Kind.FORBIDDEN || refused.kind() == ForgeException.Kind.NOT_FOUND) {
                return JOBS;
            }
            throw refused;
        }
    }

    private static Comment comment(JsonNode json, boolean own) {
        return GitHubShapes.comment(json, own, false);
    }

    private static boolean isFinished(String status) {
        return switch (status) {
            case "completed", "success", "failure", "cancelled", "skipped" -> true;
            default -> false;
        };
    }
}
