package dev.plumbline.forge.gitlab;

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
import dev.plumbline.forge.text.Clip;
import dev.plumbline.forge.text.Folded;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A project on GitLab.
 *
 * <p>It reports by commit statuses (external jobs). They have no neutral state that leaves a pipeline green: neutral is {@code success} with a
 * description that begins with {@code neutral:}. Notes can't be minimised, so folding puts their text into {@code <details>}.
 *
 * @see <a href="https://docs.gitlab.com/api/rest/">GitLab REST API</a>
 */
final class GitLab implements Forge {

    private static final String PAGE = "per_page=50";
    private static final Pattern PROJECT =
            Pattern.compile("[0-9]{1,18}|[A-Za-z0-9._-]{1,255}(/[A-Za-z0-9._-]{1,255}){1,20}");
    private static final Pattern MERGE_REQUEST = Pattern.compile("refs/merge-requests/([0-9]{1,9})/.*");

    private final Rest rest;
    private final String name;
    private final String project;
    private @Nullable Long viewer;
    private @Nullable String page;

    private GitLab(Rest rest, String name) {
        this.rest = rest;
        this.name = name;
        this.project = "/projects/" + ApiAddress.segment(name);
    }

    /**
     * The project.
     *
     * @throws IllegalArgumentException when the name is not a project's, or the credential belongs to another forge
     */
    static GitLab connect(ApiAddress address, String name, Credential credential, HttpClient client, Clock clock) {
        if (!PROJECT.matcher(name).matches()) {
            throw new IllegalArgumentException("the project must be GROUP/NAME, with all its groups, or a number");
        }
        Rest rest = new Rest("GitLab", address, client, authorization(credential), clock, "application/json");
        return new GitLab(rest, name);
    }

    private static Authorization authorization(Credential credential) {
        if (credential instanceof Credential.Token token) {
            return Authorization.fixed("PRIVATE-TOKEN", "", token.secret());
        }
        if (credential instanceof Credential.JobToken job) {
            return Authorization.fixed("JOB-TOKEN", "", job.secret());
        }
        if (credential instanceof Credential.None) {
            return Authorization.none();
        }
        throw new IllegalArgumentException("GitLab accepts an access token or a job token, not a GitHub App's key");
    }

    @Override
    public PullRequest pullRequest(int number) {
        JsonNode json = rest.get(project + "/merge_requests/" + number);
        return GitLabShapes.mergeRequest(json, sourceProject(json));
    }

    @Override
    public List<Comment> comments(int number) {
        String path = project + "/merge_requests/" + number + "/notes?sort=asc&order_by=created_at";
        return rest.list(path, PAGE).stream()
                .filter(note -> !note.path("system").asBoolean())
                .map(note ->
                        comment(number, note, note.path("author").path("id").asLong() == viewer()))
                .toList();
    }

    @Override
    public Comment post(int number, String body) {
        return comment(number, rest.post(notes(number), Rest.object().put("body", body)), true);
    }

    @Override
    public void edit(int number, Comment comment, String body) {
        rest.put(
                notes(number) + "/" + ApiAddress.segment(comment.id()),
                Rest.object().put("body", body));
    }

    @Override
    public void fold(int number, Comment comment) {
        if (!comment.folded()) {
            edit(number, comment, Folded.fold(comment.body(), GitLabProduct.LONGEST_COMMENT));
        }
    }

    @Override
    public String report(CommitStatus status) {
        ObjectNode sent = Rest.object()
                .put("name", status.name())
                .put("state", status.state() == CommitStatus.State.FAILURE ? "failed" : Clip.state(status.state()))
                .put("description", Clip.description(status))
                .put("target_url", status.url());
        try {
            return rest.post(project + "/statuses/" + ApiAddress.segment(status.sha()), sent)
                    .path("id")
                    .asText("");
        } catch (ForgeException refused) {
            // GitLab rejects reporting the same state again, and that state is what was wanted.
            if (refused.status() == 400 && String.valueOf(refused.getMessage()).contains("Cannot transition status")) {
                return status.id().orElse("");
            }
            throw refused;
        }
    }

    @Override
    public void commentOnIssue(int issue, String body) {
        rest.post(project + "/issues/" + issue + "/notes", Rest.object().put("body", body));
    }

    @Override
    public Issue open(String title, String body) {
        JsonNode issue =
                rest.post(project + "/issues", Rest.object().put("title", title).put("description", body));
        return new Issue(issue.path("iid").asInt(), issue.path("web_url").asText(""));
    }

    @Override
    public CiRun ciRun(String id) {
        JsonNode pipeline = rest.get(project + "/pipelines/" + ApiAddress.segment(id));
        String ref = pipeline.path("ref").asText("");
        Matcher request = MERGE_REQUEST.matcher(ref);
        boolean ofRequest = request.matches();
        int number = ofRequest ? Integer.parseInt(request.group(1)) : 0;
        String sha = pipeline.path("sha").asText("");
        return new CiRun(
                pipeline.path("id").asText(id),
                ref.endsWith("/merge") ? mergedHead(sha) : sha,
                ofRequest ? pullRequest(number).headRepository() : name,
                ofRequest ? OptionalInt.of(number) : OptionalInt.empty(),
                isFinished(pipeline.path("status").asText("")),
                pipeline.path("web_url").asText(""));
    }

    @Override
    public ChangedFiles changedFiles(String base, String head) {
        return GitLabShapes.changedFiles(rest.get(
                project + "/repository/compare?from=" + ApiAddress.segment(base) + "&to=" + ApiAddress.segment(head)));
    }

    @Override
    public int longestComment() {
        return GitLabProduct.LONGEST_COMMENT;
    }

    @Override
    public int longestSummary() {
        return 0;
    }

    private String notes(int number) {
        return project + "/merge_requests/" + number + "/notes";
    }

    /** The commit that is merged in the trial merge on which a pipeline for merged results runs: its second parent. */
    private String mergedHead(String trial) {
        JsonNode parents = rest.get(project + "/repository/commits/" + ApiAddress.segment(trial))
                .path("parent_ids");
        return parents.path(1).asText(trial);
    }

    /** The path of the project that the branch is in; only a fork's needs a request. */
    private String sourceProject(JsonNode json) {
        if (!json.hasNonNull("source_project_id")) {
            return "";
        }
        long source = json.path("source_project_id").asLong();
        boolean same = source == json.path("target_project_id").asLong();
        if (same && !name.matches("[0-9]+")) {
            return name;
        }
        try {
            return rest.get("/projects/" + source).path("path_with_namespace").asText("");
        } catch (ForgeException hidden) {
            if (hidden.kind() == ForgeException.Kind.NOT_FOUND || hidden.kind() == ForgeException.Kind.FORBIDDEN) {
                return "";
            }
            throw hidden;
        }
    }

    /** The account of the credential, requested once. */
    private synchronized long viewer() {
        Long known = viewer;
        if (known == null) {
            known = rest.get("/user").path("id").asLong(-1);
            viewer = known;
        }
        return known;
    }

    private Comment comment(int number, JsonNode note, boolean own) {
        String body = note.path("body").asText("");
        String id = note.path("id").asText("");
        String url = page() + "/-/merge_requests/" + number + "#note_" + id;
        return new Comment(id, body, own, Folded.isFolded(body), url);
    }

    /** The project's page, requested once. */
    private synchronized String page() {
        String known = page;
        if (known == null) {
            known = rest.get(project).path("web_url").asText("");
            page = known;
        }
        return known;
    }

    private static boolean isFinished(String status) {
        return switch (status) {
            case "success", "failed", "canceled", "skipped" -> true;
            default -> false;
        };
    }
}
