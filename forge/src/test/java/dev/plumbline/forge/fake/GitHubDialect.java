package dev.plumbline.forge.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.forge.ForgeKind;
import dev.plumbline.forge.repository.CiRun;
import dev.plumbline.forge.repository.PullRequest;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** GitHub's REST API. */
final class GitHubDialect implements Dialect {

    private static final Pattern REPOSITORY = Pattern.compile("/repos/([^/]+/[^/]+)(/.*)");
    private static final Pattern ITEM = Pattern.compile("(/.*)/([0-9]+|[0-9a-f]{7,64})(/comments)?");
    private static final String REFUSED = "Resource not accessible by integration";

    private final FakeForge forge;

    GitHubDialect(FakeForge forge) {
        this.forge = forge;
    }

    @Override
    public Reply answer(FakeRequest request, FakeUser user) {
        if (request.path().equals("/app/installations/" + forge.accounts().installation() + "/access_tokens")) {
            return installationToken(request);
        }
        Matcher repository = REPOSITORY.matcher(request.path());
        if (!repository.matches()) {
            return Reply.notFound();
        }
        return forge.find(repository.group(1))
                .map(found -> answer(request, user, found, repository.group(2)))
                .orElseGet(Reply::notFound);
    }

    private Reply answer(FakeRequest request, FakeUser user, FakeRepository repository, String path) {
        if (path.equals("/installation")) {
            return isApp(request)
                    ? Reply.of(200, Reply.object().put("id", forge.accounts().installation()))
                    : Reply.message(401, "A JSON web token could not be decoded");
        }
        if (!request.method().equals("GET") && !user.mayWrite(ForgeKind.GITHUB)) {
            return Reply.message(403, REFUSED);
        }
        if (path.startsWith("/compare/")) {
            return repository
                    .comparison(path.substring("/compare/".length()))
                    .map(changes -> Reply.of(200, FakeComparison.ofGitHub(changes)))
                    .orElseGet(Reply::notFound);
        }
        Matcher item = ITEM.matcher(path);
        String kind = item.matches() ? item.group(1) + (item.group(3) == null ? "" : item.group(3)) : path;
        String id = item.matches() ? item.group(2) : "";
        return switch (request.method() + " " + kind) {
            case "GET /pulls" -> pullRequest(repository, Integer.parseInt(id));
            case "GET /issues/comments" -> comments(request, repository, id);
            case "POST /issues/comments" -> post(request, user, repository, Integer.parseInt(id));
            case "PATCH /issues/comments" -> edit(request, repository, Long.parseLong(id));
            case "POST /statuses" -> status(request, repository, id);
            case "GET /actions/runs" -> run(repository, id);
            default ->
                switch (request.method() + " " + path) {
                    case "POST /check-runs" -> check(request, user, repository);
                    case "POST /issues" -> issue(request, user, repository);
                    default ->
                        kind.equals("/check-runs") ? changeCheck(request, user, repository, id) : Reply.notFound();
                };
        };
    }

    private static Reply pullRequest(FakeRepository repository, int number) {
        return repository
                .pullRequest(number)
                .map(request -> Reply.of(200, json(request)))
                .orElseGet(Reply::notFound);
    }

    /** A list below a pull request, or one comment: GitHub tells them apart by where the number stands. */
    private Reply comments(FakeRequest request, FakeRepository repository, String id) {
        if (!request.path().endsWith("/comments")) {
            return repository
                    .findComment(Long.parseLong(id))
                    .map(comment -> Reply.of(200, json(comment)))
                    .orElseGet(Reply::notFound);
        }
        int number = Integer.parseInt(id);
        if (repository.pullRequest(number).isEmpty()) {
            return Reply.notFound();
        }
        return Reply.page(
                request,
                forge.pageSize(),
                repository.comments(number).stream().map(GitHubDialect::json).toList(),
                "https://elsewhere.example.com/comments");
    }

    private static Reply post(FakeRequest request, FakeUser user, FakeRepository repository, int number) {
        if (repository.pullRequest(number).isEmpty() && !repository.hasIssue(number)) {
            return Reply.notFound();
        }
        if (repository.isLocked(number)) {
            return Reply.message(403, "Unable to create comment because issue is locked.");
        }
        if (request.text("body").length() > 65_536) {
            return Reply.message(422, "Validation Failed");
        }
        return Reply.of(201, json(repository.comment(number, user.login(), request.text("body"))));
    }

    private static Reply edit(FakeRequest request, FakeRepository repository, long id) {
        return repository
                .findComment(id)
                .map(comment -> Reply.of(200, json(repository.replace(comment.edited(request.text("body"))))))
                .orElseGet(Reply::notFound);
    }

    private static Reply status(FakeRequest request, FakeRepository repository, String sha) {
        if (request.text("description").length() > 140) {
            return Reply.message(422, "Validation Failed");
        }
        FakeStatus status = repository.report(
                sha,
                request.text("context"),
                request.text("state"),
                request.text("description"),
                "",
                request.text("target_url"),
                false);
        return Reply.of(201, Reply.object().put("id", status.id()).put("state", status.state()));
    }

    private static Reply check(FakeRequest request, FakeUser user, FakeRepository repository) {
        if (user.rights() != FakeUser.Rights.APP) {
            return Reply.message(403, "You must authenticate via a GitHub App.");
        }
        JsonNode output = request.body().path("output");
        FakeStatus check = repository.report(
                request.text("head_sha"),
                request.text("name"),
                state(request),
                output.path("title").asText(),
                output.path("summary").asText(),
                request.text("details_url"),
                true);
        return Reply.of(201, Reply.object().put("id", check.id()));
    }

    private static Reply changeCheck(FakeRequest request, FakeUser user, FakeRepository repository, String id) {
        if (user.rights() != FakeUser.Rights.APP) {
            return Reply.message(403, "You must authenticate via a GitHub App.");
        }
        JsonNode output = request.body().path("output");
        return repository
                .findCheck(Long.parseLong(id))
                .map(old -> repository.replace(new FakeStatus(
                        old.id(),
                        old.sha(),
                        old.name(),
                        state(request),
                        output.path("title").asText(),
                        output.path("summary").asText(),
                        request.text("details_url"),
                        true)))
                .map(check -> Reply.of(200, Reply.object().put("id", check.id())))
                .orElseGet(Reply::notFound);
    }

    private static String state(FakeRequest request) {
        return request.text("status").equals("completed") ? request.text("conclusion") : "pending";
    }

    private static Reply issue(FakeRequest request, FakeUser user, FakeRepository repository) {
        FakeIssue issue = repository.open(user.login(), request.text("title"), request.text("body"));
        return Reply.of(
                201,
                Reply.object()
                        .put("number", issue.number())
                        .put(
                                "html_url",
                                "https://forge.example.com/" + repository.name() + "/issues/" + issue.number()));
    }

    private static Reply run(FakeRepository repository, String id) {
        return repository.ciRun(id).map(run -> Reply.of(200, json(run))).orElseGet(Reply::notFound);
    }

    private Reply installationToken(FakeRequest request) {
        if (!isApp(request)) {
            return Reply.message(401, "A JSON web token could not be decoded");
        }
        Map.Entry<String, Instant> token = forge.accounts().install();
        return Reply.of(
                201,
                Reply.object()
                        .put("token", token.getKey())
                        .put("expires_at", token.getValue().toString()));
    }

    private boolean isApp(FakeRequest request) {
        return forge.accounts().isSignedByApp(request.header("Authorization").replaceFirst("^Bearer ", ""));
    }

    static ObjectNode json(PullRequest request) {
        ObjectNode json = Reply.object()
                .put("number", request.number())
                .put("title", request.title())
                .put("state", request.state() == PullRequest.State.OPEN ? "open" : "closed")
                .put("merged", request.state() == PullRequest.State.MERGED)
                .put("html_url", request.url());
        json.putObject("user").put("login", request.author());
        ObjectNode head =
                json.putObject("head").put("ref", request.headBranch()).put("sha", request.headSha());
        if (request.headRepository().isEmpty()) {
            head.putNull("repo");
        } else {
            head.putObject("repo").put("full_name", request.headRepository());
        }
        json.putObject("base").put("ref", request.baseBranch());
        return json;
    }

    static ObjectNode json(FakeComment comment) {
        ObjectNode json = Reply.object()
                .put("id", comment.id())
                .put("node_id", "IC_" + comment.id())
                .put("body", comment.body())
                .put("html_url", "https://forge.example.com/comments/" + comment.id());
        json.putObject("user").put("login", comment.author()).put("id", FakeAccounts.idOf(comment.author()));
        return json;
    }

    static ObjectNode json(CiRun run) {
        ObjectNode json = Reply.object()
                .put("id", Long.parseLong(run.id()))
                .put("head_sha", run.headSha())
                .put("status", run.finished() ? "completed" : "in_progress")
                .put("html_url", run.url());
        json.putObject("head_repository").put("full_name", run.headRepository());
        var requests = json.putArray("pull_requests");
        run.pullRequest().ifPresent(number -> requests.addObject().put("number", number));
        return json;
    }
}
