package dev.plumbline.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.collector.fixture.FakeServer;
import dev.plumbline.collector.fixture.Tool;
import dev.plumbline.collector.fixture.WithServer;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OptionsTest extends WithServer {

    @BeforeEach
    void store() {
        server.then(201, FakeServer.STORED);
    }

    @Test
    void namesAllThatIsMissingAtOnce() {
        Tool bare = new Tool(folder);

        assertThat(bare.run("upload", "jmh-result.json")).isEqualTo(2);

        assertThat(bare.err())
                .isEqualTo("error: missing: --server (or PLUMBLINE_SERVER), --project (or PLUMBLINE_PROJECT), a token"
                        + " (PLUMBLINE_TOKEN, PLUMBLINE_TOKEN_FILE or --token-file)\n");
    }

    @Test
    void readsTheTokenFromAFile() throws IOException {
        Files.writeString(folder.resolve("token"), Tool.TOKEN + "\n");
        tool.without("PLUMBLINE_TOKEN").with("PLUMBLINE_TOKEN_FILE", "token");

        assertThat(tool.run("upload", "jmh-result.json")).isZero();

        assertThat(server.uploads().get(0).authorization()).isEqualTo("Bearer " + Tool.TOKEN);
    }

    @Test
    void letsAnOptionWinOverItsVariable() {
        assertThat(tool.run("upload", "--project", "widgets", "jmh-result.json"))
                .isZero();

        assertThat(server.uploads().get(0).path()).isEqualTo("/api/v1/projects/widgets/runs");
    }

    @Test
    void refusesWhatItDoesNotKnowWithoutShowingTokens() {
        assertThat(tool.run("upload", "--tokn", "plb_typed-wrong", "jmh-result.json"))
                .isEqualTo(2);
        assertThat(tool.err())
                .contains("--tokn")
                .contains("plumbline help upload")
                .doesNotContain("typed-wrong");

        assertThat(tool.run("upload", "--fail-on", "weather", "jmh-result.json"))
                .isEqualTo(2);
        assertThat(tool.err()).contains("unknown --fail-on 'weather'");

        assertThat(tool.run("upload", "--history", "-1", "jmh-result.json")).isEqualTo(2);
        assertThat(tool.err()).contains("--history is -1, expected 0 or more");

        assertThat(tool.run("upload")).isEqualTo(2);
        assertThat(tool.run("frobnicate")).isEqualTo(2);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void refusesAServerThatIsNoWebAddress() {
        assertThat(tool.run("upload", "--server", "ftp://x", "jmh-result.json")).isEqualTo(2);
        assertThat(tool.err()).contains("has to begin with https:// or http://");
    }

    @Test
    void asksForACommitOrBranchThatItCannotFindOut() {
        tool.without("PLUMBLINE_COMMIT");
        assertThat(tool.run("upload", "jmh-result.json")).isEqualTo(2);
        assertThat(tool.err()).contains("set --commit (or PLUMBLINE_COMMIT)");

        tool.with("PLUMBLINE_COMMIT", "no-commit");
        assertThat(tool.run("upload", "jmh-result.json")).isEqualTo(2);
        assertThat(tool.err()).contains("'no-commit' isn't a commit in this repository");

        tool.with("PLUMBLINE_COMMIT", "3f722d5").without("PLUMBLINE_BRANCH");
        assertThat(tool.run("upload", "jmh-result.json")).isEqualTo(2);
        assertThat(tool.err()).contains("set --branch (or PLUMBLINE_BRANCH)");
    }

    @Test
    void asksForThePullRequestsCommitInsteadOfTakingTheTrialMerge() {
        tool.without("PLUMBLINE_COMMIT")
                .with("GITHUB_ACTIONS", "true")
                .with("GITHUB_EVENT_NAME", "pull_request")
                .with("GITHUB_REF", "refs/pull/12/merge");

        assertThat(tool.run("upload", "jmh-result.json")).isEqualTo(2);

        assertThat(tool.err()).contains("pull request 12, but its head commit isn't known");
    }

    @Test
    void showsHelpAndVersion() {
        assertThat(tool.run("--version")).isZero();
        assertThat(tool.out()).startsWith("plumbline ");

        assertThat(tool.run("help")).isZero();
        assertThat(tool.out()).contains("upload");

        assertThat(tool.run("help", "upload")).isZero();
        assertThat(tool.out()).contains("--fail-on", "PLUMBLINE_TOKEN", "Exit codes");

        assertThat(tool.run("help", "compare")).isZero();
        assertThat(tool.out()).contains("--filter", "--changed", "Exit codes", "plumbline compare base.json head.json");

        assertThat(tool.run("help", "changepoints")).isZero();
        assertThat(tool.out()).contains("--column", "--direction", "Exit codes", "data.js");

        assertThat(tool.run()).isEqualTo(2);
        assertThat(tool.err()).contains("COMMAND");
    }
}
