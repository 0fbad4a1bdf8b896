package dev.plumbline.collector.comment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.collector.command.ExitCode;
import dev.plumbline.collector.fixture.FakeServer;
import dev.plumbline.collector.fixture.Tool;
import dev.plumbline.forge.ForgeKind;
import dev.plumbline.forge.fake.FakeComment;
import dev.plumbline.forge.fake.FakeForge;
import dev.plumbline.forge.fake.FakeRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommentCommandTest {

    private static final String SHA = "3f722d5c1a0b9e8d7c6b5a493827160f5e4d3c2b";
    private static final String WAITING = "{\"state\":\"waiting\"}";
    private static final String SLOWER = """
        {"state":"judged","rank":2,"changed":true,"sentence":"**2 of 312 benchmarks got slower**, 1 faster.",
         "decision":"neutral"}
        """;
    private static final String UNCHANGED = """
        {"state":"judged","rank":0,"changed":false,"sentence":"312 benchmarks unchanged.","decision":"success"}
        """;
    private static final String MARKDOWN = "**2 of 312 benchmarks got slower**, 1 faster.\n\n| a | b |\n";

    @TempDir
    private Path folder;

    private FakeServer server;
    private FakeForge fake;
    private FakeRepository repository;
    private Tool tool;

    @BeforeEach
    void prepare() throws IOException {
        server = new FakeServer();
        reported(SLOWER, MARKDOWN);
        fake = FakeForge.start();
        repository = fake.repository("acme/tools").withPullRequest(5, SHA);
        Files.writeString(folder.resolve("event.json"), """
            {"pull_request":{"number":5,"head":{"sha":"%s","ref":"faster-split"}}}
            """.formatted(SHA));
        tool = new Tool(folder)
                .with("PLUMBLINE_SERVER", server.address())
                .with("PLUMBLINE_PROJECT", "acme")
                .with("PLUMBLINE_TOKEN", Tool.TOKEN)
                .with("GITHUB_ACTIONS", "true")
                .with("GITHUB_EVENT_NAME", "pull_request")
                .with("GITHUB_EVENT_PATH", folder.resolve("event.json").toString())
                .with("GITHUB_API_URL", fake.api(ForgeKind.GITHUB))
                .with("GITHUB_REPOSITORY", "acme/tools")
                .with("GITHUB_TOKEN", fake.accounts().jobToken());
    }

    @AfterEach
    void stop() {
        server.close();
        fake.close();
    }

    @Test
    void waitsForTheVerdictAndComments() {
        server.page("/api/v1/projects/acme/report", WAITING, WAITING, SLOWER);

        assertThat(tool.run("comment")).isZero();

        assertThat(tool.pauses()).hasSize(2);
        assertThat(repository.comments(5)).singleElement().satisfies(comment -> {
            assertThat(comment.author()).isEqualTo("github-actions[bot]");
            assertThat(comment.body())
                    .startsWith("<!-- plumbline:project=acme rank=2 ")
                    .endsWith("-->\n" + MARKDOWN);
        });
        assertThat(tool.err()).contains("commented: https://forge.example.com/comments/");
    }

    @Test
    void aSecondRunBringsTheCommentUpToDateAndAWorseVerdictPostsAnew() {
        reported(UNCHANGED, "unchanged");
        tool.run("comment");
        tool.run("comment");
        assertThat(tool.err()).contains("the comment is already up to date");

        reported(SLOWER, MARKDOWN);
        assertThat(tool.run("comment")).isZero();

        assertThat(tool.err()).contains("got worse");
        assertThat(repository.comments(5)).extracting(FakeComment::folded).containsExactly(true, false);
    }

    @Test
    void aTokenThatMayOnlyReadGetsAnAnnotationAndTheSummary() throws IOException {
        Path summary = folder.resolve("summary.md");
        tool.with("GITHUB_TOKEN", fake.accounts().readOnlyToken()).with("GITHUB_STEP_SUMMARY", summary.toString());

        assertThat(tool.run("comment")).isZero();

        assertThat(tool.out()).isEqualTo("::warning title=Plumbline::2 of 312 benchmarks got slower, 1 faster.\n");
        assertThat(summary).hasContent(MARKDOWN.strip());
        assertThat(tool.err())
                .contains(
                        "the job's token isn't allowed to comment",
                        "Resource not accessible by integration",
                        "job summary");
        assertThat(repository.comments(5)).isEmpty();
    }

    @Test
    void aVerdictThatBlocksIsAnErrorAndWithoutATokenThereIsAnAnnotationToo() {
        reported(SLOWER.replace("neutral", "failure"), MARKDOWN);
        tool.without("GITHUB_TOKEN");

        assertThat(tool.run("comment")).isZero();

        assertThat(tool.out()).startsWith("::error title=Plumbline::");
        assertThat(tool.err()).contains("no token for the forge (GITHUB_TOKEN)", "no job summary here");
    }

    @Test
    void quietPostsNothingWhileNothingChanged() {
        reported(UNCHANGED, "unchanged");

        assertThat(tool.run("comment", "--quiet")).isZero();

        assertThat(repository.comments(5)).isEmpty();
        assertThat(tool.err()).contains("nothing was posted");
    }

    @Test
    void commentsOnGitLabInTheProjectOfTheMergeRequest() {
        fake.repository("acme/core/tools").withPullRequest(7, SHA);
        onGitLab().with("GITLAB_TOKEN", fake.accounts().token());

        assertThat(tool.run("comment")).isZero();

        assertThat(fake.repository("acme/core/tools").comments(7)).hasSize(1);
    }

    @Test
    void saysThatAJobTokenCannotCommentOnGitLab() {
        onGitLab().with("CI_JOB_TOKEN", "glcbt-secret");

        assertThat(tool.run("comment")).isEqualTo(ExitCode.USAGE);
        assertThat(tool.err()).contains("missing: ", "GITLAB_TOKEN", "CI_JOB_TOKEN can't write notes");
    }

    @Test
    void commentsOnGiteaAndForgejo() {
        tool.with("GITHUB_API_URL", fake.api(ForgeKind.GITEA)).with("GITEA_ACTIONS", "true");

        assertThat(tool.run("comment")).isZero();
        assertThat(tool.run("comment")).isZero();

        assertThat(repository.comments(5))
                .singleElement()
                .satisfies(comment -> assertThat(comment.author()).isEqualTo("gitea-actions"));
    }

    @Test
    void commentsFromAnyCiWhenToldWhere() {
        Tool anywhere = new Tool(folder)
                .with("PLUMBLINE_SERVER", server.address())
                .with("PLUMBLINE_PROJECT", "acme")
                .with("PLUMBLINE_FORGE_TOKEN", fake.accounts().token());

        assertThat(anywhere.run(
                        "comment",
                        "--commit=" + SHA,
                        "--pull-request=5",
                        "--forge=gitea",
                        "--forge-api=" + fake.api(ForgeKind.GITEA),
                        "--repository=acme/tools"))
                .isZero();

        assertThat(repository.comments(5)).hasSize(1);
        assertThat(server.requests())
                .allSatisfy(request -> assertThat(request.authorization()).isEqualTo("null"));
    }

    @Test
    void writesTheMarkdownAlone() {
        assertThat(tool.run("comment", "--markdown", "-")).isZero();
        assertThat(tool.out()).isEqualTo(MARKDOWN);

        assertThat(tool.run("comment", "--markdown", "comment.md")).isZero();
        assertThat(folder.resolve("comment.md")).hasContent(MARKDOWN.strip());
        assertThat(fake.requests()).isEmpty();
    }

    @Test
    void waitsForARunThatAnotherJobIsAboutToUpload() {
        String path = "/api/v1/projects/acme/report";
        String missing = "{\"code\":\"not-found\",\"detail\":\"There is no run of commit " + SHA + ".\"}";
        server.refusal(path, 404, missing);

        assertThat(tool.run("comment", "--wait=5")).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(tool.err()).contains("none was uploaded");

        server.refusal(path, 404, "{\"code\":\"not-found\",\"detail\":\"There is no project acme.\"}");
        assertThat(tool.run("comment", "--wait=5")).isEqualTo(ExitCode.USAGE);
        assertThat(tool.err()).contains("There is no project acme.");
    }

    @Test
    void endsWithThreeWithoutAVerdictInTime() {
        reported(WAITING, "");

        assertThat(tool.run("comment", "--wait=5")).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(tool.err()).contains("no verdict on " + SHA + " within 5 s");
        assertThat(fake.requests()).isEmpty();
    }

    @Test
    void aBuildWithoutAPullRequestHasNothingToCommentOn() {
        tool.with("GITHUB_EVENT_NAME", "push").with("GITHUB_SHA", SHA);

        assertThat(tool.run("comment")).isZero();
        assertThat(tool.err()).contains("nothing to comment on");
    }

    @Test
    void aPullRequestThatIsGoneIsSaidAndNoSecretIs() {
        repository.delete(5);

        assertThat(tool.run("comment")).isEqualTo(ExitCode.USAGE);
        assertThat(tool.err())
                .contains("no comment: GitHub: GET /repos/acme/tools/issues/5/comments answered 404: Not Found")
                .doesNotContain(fake.accounts().jobToken());
    }

    @Test
    void triesAgainWhereTheForgeIsBusy() {
        fake.failNext(503, Map.of(), "{}").failNext(429, Map.of("Retry-After", "7"), "{}");

        assertThat(tool.run("comment")).isZero();

        assertThat(tool.pauses())
                .hasSize(2)
                .last()
                .satisfies(pause -> assertThat(pause.toSeconds()).isGreaterThanOrEqualTo(7));
        assertThat(repository.comments(5)).hasSize(1);
    }

    private Tool onGitLab() {
        return tool.without("GITHUB_ACTIONS")
                .with("GITLAB_CI", "true")
                .with("CI_API_V4_URL", fake.api(ForgeKind.GITLAB))
                .with("CI_PROJECT_PATH", "eve/tools")
                .with("CI_MERGE_REQUEST_PROJECT_PATH", "acme/core/tools")
                .with("CI_MERGE_REQUEST_IID", "7")
                .with("CI_COMMIT_SHA", SHA);
    }

    private void reported(String json, String markdown) {
        server.page("/api/v1/projects/acme/report", json).page("/api/v1/projects/acme/report.md", markdown);
    }
}
