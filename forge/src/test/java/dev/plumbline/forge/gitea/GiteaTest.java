package dev.plumbline.forge.gitea;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.forge.ForgeKind;
import dev.plumbline.forge.credential.Credential;
import dev.plumbline.forge.fake.FakeForge;
import dev.plumbline.forge.fake.FakeRepository;
import dev.plumbline.forge.repository.CiRun;
import dev.plumbline.forge.repository.Comment;
import dev.plumbline.forge.repository.CommitStatus;
import dev.plumbline.forge.repository.Forge;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GiteaTest {

    private static final String SHA = "3f722d5c1a0b9e8d7c6b5a493827160f5e4d3c2b";

    private FakeForge fake;
    private FakeRepository repository;
    private Forge forge;

    @BeforeEach
    void start() {
        fake = FakeForge.start();
        repository = fake.repository("acme/tools").withPullRequest(5, SHA);
        forge = fake.connect(ForgeKind.GITEA, "acme/tools");
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void readsAPullRequestAndComments() {
        fake.pagesOf(1);
        repository.comment(5, "ada", "first");
        forge.post(5, "second");

        assertThat(forge.pullRequest(5).headSha()).isEqualTo(SHA);
        assertThat(forge.comments(5)).extracting(Comment::own).containsExactly(false, true);
        assertThat(fake.requests().get(0).header("Authorization")).startsWith("token ");
    }

    @Test
    void editsAndFoldsByItsText() {
        Comment posted = forge.post(5, "slower");
        forge.edit(5, posted, "faster");
        forge.fold(5, forge.comments(5).get(0));

        assertThat(repository.comments(5).get(0).body())
                .isEqualTo("<details><summary>Outdated</summary>\n\nfaster\n\n</details>\n");
        assertThat(forge.comments(5).get(0).folded()).isTrue();
    }

    @Test
    void reportsByStatuses() {
        forge.report(new CommitStatus(
                SHA,
                "plumbline",
                CommitStatus.State.NEUTRAL,
                "No\nbaseline " + "x".repeat(200),
                "",
                "https://perf.example.com",
                Optional.empty()));

        assertThat(repository.statuses(SHA)).singleElement().satisfies(status -> {
            assertThat(status.state()).isEqualTo("success");
            assertThat(status.description())
                    .startsWith("neutral: No baseline xxx")
                    .hasSize(140);
        });
    }

    @Test
    void aJobThatMayNotAskWhoItIsKnowsTheCommentsOfJobs() {
        Forge job = fake.connect(
                ForgeKind.GITEA,
                "acme/tools",
                new Credential.Token(fake.accounts().jobToken()));

        job.post(5, "hello");
        repository.comment(5, "plumbline", "another");

        assertThat(job.comments(5)).extracting(Comment::own).containsExactly(true, false);
    }

    @Test
    void readsARunAsGiteaTellsIt() {
        CiRun run = new CiRun("77", SHA, "eve/tools", OptionalInt.empty(), true, "https://forge.example.com/runs/77");
        repository.with(run);

        assertThat(forge.ciRun("77")).isEqualTo(run);
    }

    @Test
    void readsARunAsForgejoTellsIt() {
        fake.failNext(200, Map.of(), """
            {"id":77,"commit_sha":"3f722d5c","status":"running","html_url":"https://f.example.com/77",
             "event_payload":"{\\"pull_request\\":{\\"number\\":5,\\"head\\":{\\"repo\\":{\\"full_name\\":\\"eve/tools\\"}}}}"}
            """);

        assertThat(forge.ciRun("77"))
                .isEqualTo(
                        new CiRun("77", "3f722d5c", "eve/tools", OptionalInt.of(5), false, "https://f.example.com/77"));
    }

    @Test
    void takesAccessTokensAlone() {
        assertThatThrownBy(() -> fake.connect(
                        ForgeKind.GITEA, "acme/tools", fake.accounts().app()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
