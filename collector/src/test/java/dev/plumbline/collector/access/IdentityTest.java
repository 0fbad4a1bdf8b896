package dev.plumbline.collector.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.collector.command.ExitCode;
import dev.plumbline.collector.fixture.FakeServer;
import dev.plumbline.collector.fixture.Tool;
import dev.plumbline.collector.fixture.WithServer;
import dev.plumbline.collector.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Uploads without a secret: by CI's ID token, and in quarantine. */
class IdentityTest extends WithServer {

    private static final String ID_TOKEN = "eyJhbGciOiJSUzI1NiJ9.e30.c2ln";

    private FakeServer gitHub;

    @BeforeEach
    void startWithoutAToken() throws IOException {
        server.then(201, FakeServer.STORED);
        gitHub = new FakeServer();
        tool = tool.without("PLUMBLINE_TOKEN");
    }

    @AfterEach
    void stopGitHub() {
        gitHub.close();
    }

    private Tool onGitHub() {
        return tool.with("ACTIONS_ID_TOKEN_REQUEST_URL", gitHub.address() + "/token?api-version=2")
                .with("ACTIONS_ID_TOKEN_REQUEST_TOKEN", "of-the-job");
    }

    private Tool onPullRequest(String head) throws IOException {
        Path event = folder.resolve("event.json");
        Files.writeString(event, """
            {"pull_request": {"number": 7, "base": {"ref": "main"}, "head": {"sha": "%s", "ref": "main",
                "repo": {"full_name": "%s"}}}}
            """.formatted("3f722d5c1a0b9e8d7c6b5a493827160f5e4d3c2b", head));
        return tool.with("GITHUB_ACTIONS", "true")
                .with("GITHUB_EVENT_NAME", "pull_request")
                .with("GITHUB_EVENT_PATH", event.toString())
                .with("GITHUB_SERVER_URL", "https://github.com")
                .with("GITHUB_REPOSITORY", "acme/widgets")
                .with("GITHUB_RUN_ID", "99");
    }

    @Test
    void asksGitHubForAnIdTokenWhenNoneOfOursIsGiven() {
        gitHub.page("/token", "{\"value\":\"" + ID_TOKEN + "\"}");

        assertThat(onGitHub().run("upload", "jmh-result.json")).isZero();

        assertThat(server.uploads().get(0).authorization()).isEqualTo("Bearer " + ID_TOKEN);
        assertThat(server.uploads().get(0).path()).isEqualTo("/api/v1/projects/acme/runs");
        assertThat(gitHub.requests().get(0).authorization()).isEqualTo("Bearer of-the-job");
        assertThat(tool.out() + tool.err()).doesNotContain(ID_TOKEN, "of-the-job");
    }

    @Test
    void prefersATokenUnlessTheIdTokenIsAskedFor() {
        gitHub.page("/token", "{\"value\":\"" + ID_TOKEN + "\"}");
        onGitHub().with("PLUMBLINE_TOKEN", Tool.TOKEN);

        tool.run("upload", "jmh-result.json");
        tool.run("upload", "--oidc", "jmh-result.json");

        assertThat(server.uploads().get(0).authorization()).isEqualTo("Bearer " + Tool.TOKEN);
        assertThat(server.uploads().get(1).authorization()).isEqualTo("Bearer " + ID_TOKEN);
    }

    @Test
    void saysWhatTheJobNeedsWhenGitHubGivesNone() {
        gitHub.refusal("/token", 403, "{}");

        assertThat(onGitHub().run("upload", "jmh-result.json")).isEqualTo(ExitCode.UNREACHABLE);

        assertThat(tool.out() + tool.err()).contains("permissions: id-token: write");
        assertThat(tool.run("upload", "--oidc", "jmh-result.json")).isEqualTo(ExitCode.UNREACHABLE);
        tool.without("ACTIONS_ID_TOKEN_REQUEST_URL");
        assertThat(tool.run("upload", "--oidc", "jmh-result.json")).isEqualTo(ExitCode.USAGE);
        assertThat(tool.err()).contains("id-token: write", "PLUMBLINE_ID_TOKEN: aud: " + server.address());
    }

    @Test
    void takesGitLabsTokenFromItsVariable() {
        tool.with("PLUMBLINE_ID_TOKEN", ID_TOKEN).run("upload", "jmh-result.json");

        assertThat(server.uploads().get(0).authorization()).isEqualTo("Bearer " + ID_TOKEN);
    }

    @Test
    void uploadsAForksPullRequestInQuarantine() throws IOException {
        assertThat(onPullRequest("eve/widgets").run("upload", "jmh-result.json"))
                .isZero();

        FakeServer.Request upload = server.uploads().get(0);
        assertThat(upload.path()).isEqualTo("/api/v1/projects/acme/quarantine/runs");
        assertThat(upload.authorization()).isEqualTo("null");
        JsonNode metadata = JsonText.object(upload.metadata()).orElseThrow();
        assertThat(metadata.path("pullRequest").asInt()).isEqualTo(7);
        assertThat(metadata.path("ci").path("repository").asText()).isEqualTo("acme/widgets");
        assertThat(metadata.path("ci").path("runId").asText()).isEqualTo("99");
        assertThat(tool.err()).contains("to quarantine", "never becomes a baseline");
    }

    @Test
    void quarantinesNobodysOwnPullRequestByItself() throws IOException {
        assertThat(onPullRequest("acme/widgets").run("upload", "jmh-result.json"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(tool.err()).contains("missing: a token");

        assertThat(tool.run("upload", "--quarantine", "jmh-result.json")).isZero();
        assertThat(server.uploads().get(0).path()).endsWith("/quarantine/runs");
    }
}
