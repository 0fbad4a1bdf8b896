package dev.plumbline.forge.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.forge.ForgeKind;
import dev.plumbline.forge.repository.CiRun;
import dev.plumbline.forge.repository.PullRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** GitLab's REST API. */
final class GitLabDialect implements Dialect {

    private static final Pattern PROJECT = Pattern.compile("/projects/([^/]+)(/.*)?");
    private static final Pattern ISSUE_NOTES = Pattern.compile("/issues/(\\d+)/notes");
    private static final Pattern REQUEST = Pattern.compile("/merge_requests/([0-9]+)(/notes)?(?:/([0-9]+))?");

    private final FakeForge forge;

    GitLabDialect(FakeForge forge) {
        this.forge = forge;
    }

    @Override
    public Reply answer(FakeRequest request, FakeUser user) {
        if (request.header("JOB-TOKEN").isEmpty() && request.path().equals("/user")) {
            return Reply.of(200, Reply.object().put("id", user.id()).put("username", user.login()));
        }
        Matcher project = PROJECT.matcher(request.path());
        if (!project.matches()) {
            return refused(404, "404 Not Found");
        }
        String name = URLDecoder.decode(project.group(1), StandardCharsets.UTF_8);
        Optional<FakeRepository> found = name.matches("[0-9]+") ? forge.find(Long.parseLong(name)) : forge.find(name);
        String path = Optional.ofNullable(project.group(2)).orElse("");
        return found.map(repository -> answer(request, user, repository, path))
                .orElseGet(() -> refused(404, "404 Project Not Found"));
    }

    private Reply answer(FakeRequest request, FakeUser user, FakeRepository repository, String path) {
        if (!request.header("JOB-TOKEN").isEmpty()) {
            return refused(401, "401 Unauthorized");
        }
        if (!request.method().equals("GET") && !user.mayWrite(ForgeKind.GITLAB)) {
            return refused(403, "403 Forbidden");
        }
        if (path.isEmpty()) {
            return Reply.of(200, json(repository));
        }
        Matcher merge = REQUEST.matcher(path);
        if (merge.matches()) {
            return merge.group(2) == null
                    ? mergeRequest(repository, Integer.parseInt(merge.group(1)))
                    : notes(request, user, repository, merge);
        }
        if (path.equals("/repository/compare")) {
            return repository
                    .comparison(request.query().get("from") + "..."
                            + request.query().get("to"))
                    .map(changes -> Reply.of(200, FakeComparison.ofGitLab(changes)))
                    .orElseGet(() -> refused(404, "404 Ref Not Found"));
        }
        if (path.startsWith("/statuses/")) {
            return status(request, repository, path.substring("/statuses/".length()));
        }
        if (path.startsWith("/pipelines/")) {
            return pipeline(repository, path.substring("/pipelines/".length()));
        }
        Matcher issueNotes = ISSUE_NOTES.matcher(path);
        if (issueNotes.matches() && request.method().equals("POST")) {
            int number = Integer.parseInt(issueNotes.group(1));
            return repository.hasIssue(number)
                    ? Reply.of(201, json(repository.comment(number, user.login(), request.text("body"))))
                    : refused(404, "404 Not found");
        }
        return path.equals("/issues") ? issue(request, user, repository) : refused(404, "404 Not Found");
    }

    private Reply mergeRequest(FakeRepository repository, int number) {
        return repository
                .pullRequest(number)
                .map(request -> Reply.of(200, json(request, repository)))
                .orElseGet(() -> refused(404, "404 Not found"));
    }

    private Reply notes(FakeRequest request, FakeUser user, FakeRepository repository, Matcher path) {
        int number = Integer.parseInt(path.group(1));
        if (repository.pullRequest(number).isEmpty()) {
            return refused(404, "404 Not found");
        }
        return switch (request.method()) {
            case "GET" ->
                Reply.page(
                        request,
                        forge.pageSize(),
                        repository.comments(number).stream()
                                .map(GitLabDialect::json)
                                .toList(),
                        "https://elsewhere.example.com/notes");
            case "POST" ->
                repository.isLocked(number)
                        ? refused(403, "403 Forbidden")
                        : Reply.of(201, json(repository.comment(number, user.login(), request.text("body"))));
            case "PUT" ->
                repository
                        .findComment(Long.parseLong(path.group(3)))
                        .map(note -> Reply.of(200, json(repository.replace(note.edited(request.text("body"))))))
                        .orElseGet(() -> refused(404, "404 Not found"));
            default -> refused(405, "405 Method Not Allowed");
        };
    }

    private static Reply status(FakeRequest request, FakeRepository repository, String sha) {
        String state = request.text("state");
        if (!List.of("pending", "running", "success", "failed", "canceled", "skipped")
                .contains(state)) {
            return refused(400, "state does not have a valid value");
        }
        boolean same = repository.statuses(sha).stream()
                .anyMatch(old -> old.name().equals(request.text("name"))
                        && old.state().equals(state)
                        && state.equals("pending"));
        if (same) {
            return refused(400, "Cannot transition status via :enqueue from :pending");
        }
        FakeStatus status = repository.report(
                sha, request.text("name"), state, request.text("description"), "", request.text("target_url"), false);
        return Reply.of(201, Reply.object().put("id", status.id()).put("status", state));
    }

    private static Reply pipeline(FakeRepository repository, String id) {
        return repository.ciRun(id).map(run -> Reply.of(200, json(run))).orElseGet(() -> refused(404, "404 Not found"));
    }

    private static Reply issue(FakeRequest request, FakeUser user, FakeRepository repository) {
        FakeIssue issue = repository.open(user.login(), request.text("title"), request.text("description"));
        return Reply.of(
                201,
                Reply.object()
                        .put("iid", issue.number())
                        .put(
                                "web_url",
                                "https://forge.example.com/" + repository.name() + "/-/issues/" + issue.number()));
    }

    private static ObjectNode json(FakeRepository repository) {
        return Reply.object()
                .put("id", repository.id())
                .put("path_with_namespace", repository.name())
                .put("web_url", "https://forge.example.com/" + repository.name());
    }

    private ObjectNode json(PullRequest request, FakeRepository repository) {
        ObjectNode json = Reply.object()
                .put("iid", request.number())
                .put("title", request.title())
                .put("state", state(request.state()))
                .put("sha", request.headSha())
                .put("source_branch", request.headBranch())
                .put("target_branch", request.baseBranch())
                .put("target_project_id", repository.id())
                .put("web_url", request.url());
        json.putObject("author").put("username", request.author());
        if (request.headRepository().isEmpty()) {
            json.putNull("source_project_id");
        } else {
            json.put(
                    "source_project_id",
                    forge.repository(request.headRepository()).id());
        }
        return json;
    }

    private static ObjectNode json(FakeComment note) {
        ObjectNode json =
                Reply.object().put("id", note.id()).put("body", note.body()).put("system", false);
        json.putObject("author").put("username", note.author()).put("id", FakeAccounts.idOf(note.author()));
        return json;
    }

    private static ObjectNode json(CiRun run) {
        String ref = run.pullRequest().isPresent()
                ? "refs/merge-requests/" + run.pullRequest().getAsInt() + "/head"
                : "main";
        return Reply.object()
                .put("id", Long.parseLong(run.id()))
                .put("sha", run.headSha())
                .put("ref", ref)
                .put("status", run.finished() ? "success" : "running")
                .put("web_url", run.url());
    }

    private static String state(PullRequest.State state) {
        return state == PullRequest.State.OPEN ? "opened" : state.name().toLowerCase(Locale.ROOT);
    }

    private static Reply refused(int status, String message) {
        return Reply.of(status, Reply.object().put("message", message));
    }
}
