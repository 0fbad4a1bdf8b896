package dev.plumbline.collector.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.forge.ForgeKind;
import dev.plumbline.forge.fake.FakeComment;
import dev.plumbline.forge.fake.FakeForge;
import dev.plumbline.forge.fake.FakeRepository;
import dev.plumbline.forge.fake.FakeStatus;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A contributor's way, with nothing made up but the forge: a repository with JMH benchmarks, its base branch and a pull request measured
 * for real with {@code plumbline run}, uploaded to the packaged server, and the comment read where people read it. The comment is kept in
 * {@code target/end-to-end/}.
 */
class EndToEndIT {

    private static final Path COLLECTOR = Path.of("target", "plumbline.jar").toAbsolutePath();
    private static final Path KEPT = Path.of("target", "end-to-end");
    private static final String WEBHOOK_SECRET = "a webhook secret of this test";
    private static final int REQUEST = 7;
    private static final int PATIENCE_SECONDS = 90;

    @TempDir
    private Path folder;

    @Test
    void saysOnThePullRequestWhatItMadeSlowerAndThatItWasMended() throws Exception {
        assumeTrue(
                RunningServer.isBuilt(),
                "server/target/plumbline-server.jar is not built: run mvn verify for all modules");
        try (FakeForge forge = FakeForge.start();
                RunningServer server = RunningServer.start(folder.resolve("data"), forges(forge))) {
            FakeRepository repository = forge.repository("acme/words");
            server.ask("POST", "/api/v1/projects", "{\"slug\": \"words\", \"name\": \"Words\"}");
            server.ask(
                    "PUT", "/api/v1/projects/words/forge", "{\"forge\": \"github\", \"repository\": \"acme/words\"}");
            server.ask(
                    "PUT",
                    "/api/v1/projects/words/policy",
                    "{\"comment\": \"always\", \"check\": true,"
                            + " \"blocks\": [{\"metric\": \"gc.alloc.rate.norm\", \"minimumEffect\": 0.01}]}");
            SampleProject project = SampleProject.create(folder.resolve("words"));

            for (String subject : List.of("Count words", "Say more in the README", "Tidy up")) {
                String commit = project.commit(subject, SampleProject.SCAN);
                measure(server, project, push(commit));
            }

            project.git().run("checkout", "--quiet", "-b", "shorter-count");
            String slower = project.commit("Count words in one line", SampleProject.SPLIT);
            repository.withPullRequest(REQUEST, slower);
            webhook(server, "opened", slower);
            measure(server, project, pullRequest(slower, ""));

            FakeComment comment = await(
                            repository,
                            comments -> comments.stream()
                                    .anyMatch(each -> each.body().contains("got slower")))
                    .get(0);
            keep("comment.md", comment.body());
            assertThat(comment.body())
                    .contains("WordsBenchmark.count")
                    .contains("gc.alloc.rate.norm")
                    .contains(slower.substring(0, 7));
            FakeStatus failed = awaitStatus(repository, slower, "failure");
            assertThat(failed.description()).isNotBlank();

            String mended = project.commit("Count words in one pass again", SampleProject.SCAN);
            repository.withPullRequest(REQUEST, mended);
            webhook(server, "synchronize", mended);
            measure(server, project, pullRequest(mended, slower));

            List<FakeComment> after = await(
                    repository,
                    comments -> comments.get(comments.size() - 1).body().contains(mended.substring(0, 7)));
            keep("comment-after-mending.md", after.get(after.size() - 1).body());
            assertThat(after)
                    .as("an edited comment, and no second one: it got better")
                    .hasSize(1);
            assertThat(after.get(0).body()).doesNotContain("got slower**");
        }
    }

    /** The server's settings for this forge. */
    private Map<String, String> forges(FakeForge forge) throws IOException {
        Path file = folder.resolve("forges.json");
        Files.writeString(folder.resolve("token"), forge.accounts().token());
        Files.writeString(folder.resolve("webhook-secret"), WEBHOOK_SECRET);
        Files.writeString(file, """
            {"forges": [{"name": "github", "kind": "github", "web": "%s", "api": "%s",
                         "tokenFile": "token", "webhookSecretFile": "webhook-secret", "repositories": ["acme/*"]}]}
            """.formatted(forge.address(), forge.api(ForgeKind.GITHUB)));
        return Map.of("PLUMBLINE_FORGES", file.toString());
    }

    /** Measures what is built and uploads it, as a job of CI does with one command. */
    private void measure(RunningServer server, SampleProject project, Map<String, String> job) {
        Map<String, String> variables = new HashMap<>(job);
        variables.put("PLUMBLINE_SERVER", server.address());
        variables.put("PLUMBLINE_PROJECT", "words");
        variables.put("PLUMBLINE_TOKEN", server.token());
        variables.put("PLUMBLINE_ENVIRONMENT", "test-machine");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java, "-jar", COLLECTOR.toString(), "run", "--", java));
        command.addAll(Arrays.asList(
                "-jar", "target/benchmarks.jar", "-f", "3", "-wi", "2", "-w", "100ms", "-i", "3", "-r", "100ms"));
        new Command(project.folder(), variables).run(command).succeeded();
    }

    private static Map<String, String> push(String commit) {
        return Map.of(
                "GITHUB_ACTIONS", "true",
                "GITHUB_EVENT_NAME", "push",
                "GITHUB_SERVER_URL", "https://github.com",
                "GITHUB_REPOSITORY", "acme/words",
                "GITHUB_REF", "refs/heads/main",
                "GITHUB_SHA", commit,
                "GITHUB_RUN_ID", commit.substring(0, 8),
                "GITHUB_RUN_ATTEMPT", "1");
    }

    private Map<String, String> pullRequest(String commit, String before) throws IOException {
        Path event = folder.resolve("event-" + commit + ".json");
        Files.writeString(event, event(before.isEmpty() ? "opened" : "synchronize", commit));
        Map<String, String> job = new HashMap<>(push(commit));
        job.put("GITHUB_EVENT_NAME", "pull_request");
        job.put("GITHUB_EVENT_PATH", event.toString());
        job.put("GITHUB_REF", "refs/pull/" + REQUEST + "/merge");
        job.put("GITHUB_BASE_REF", "main");
        return job;
    }

    /** Tells the server of it as GitHub does. */
    private static void webhook(RunningServer server, String action, String commit)
            throws IOException, InterruptedException, GeneralSecurityException {
        String body = event(action, commit);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(WEBHOOK_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signature = HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + "/api/v1/forges/github/webhook"))
                .header("Content-Type", "application/json")
                .header("X-GitHub-Event", "pull_request")
                .header("X-GitHub-Delivery", UUID.randomUUID().toString())
                .header("X-Hub-Signature-256", "sha256=" + signature)
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    }

    private static String event(String action, String commit) {
        return """
            {"action": "%s", "number": %d,
             "pull_request": {"number": %d, "state": "open", "merged": false, "title": "Count words in one line",
               "updated_at": "2026-01-20T12:00:00Z", "html_url": "https://github.com/acme/words/pull/%d",
               "user": {"login": "grace"},
               "head": {"ref": "shorter-count", "sha": "%s", "repo": {"full_name": "acme/words", "fork": false}},
               "base": {"ref": "main", "sha": "%s", "repo": {"full_name": "acme/words"}}},
             "repository": {"full_name": "acme/words"}}
            """.formatted(action, REQUEST, REQUEST, REQUEST, commit, commit);
    }

    private static List<FakeComment> await(FakeRepository repository, Predicate<List<FakeComment>> until) {
        return Awaitility.await("on the pull request")
                .atMost(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .until(() -> repository.comments(REQUEST), comments -> !comments.isEmpty() && until.test(comments));
    }

    private static FakeStatus awaitStatus(FakeRepository repository, String commit, String state) {
        Predicate<FakeStatus> wanted = status -> status.state().equals(state);
        return Awaitility.await(state + " on " + commit)
                .atMost(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .until(
                        () -> repository.statuses(commit),
                        statuses -> statuses.stream().anyMatch(wanted))
                .stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow();
    }

    private static void keep(String name, String text) throws IOException {
        Files.createDirectories(KEPT);
        Files.writeString(KEPT.resolve(name), text);
    }
}
