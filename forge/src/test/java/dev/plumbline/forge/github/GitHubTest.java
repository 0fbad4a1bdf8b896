package dev.plumbline.forge.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.forge.ForgeKind;
import dev.plumbline.forge.fake.FakeComment;
import dev.plumbline.forge.fake.FakeForge;
import dev.plumbline.forge.fake.FakeRepository;
import dev.plumbline.forge.repository.CiRun;
import dev.plumbline.forge.repository.Comment;
import dev.plumbline.forge.repository.CommitStatus;
import dev.plumbline.forge.repository.Forge;
import dev.plumbline.forge.repository.Issue;
import dev.plumbline.forge.repository.PullRequest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GitHubTest {

    private static final String SHA = "3f722d5c1a0b9e8d7c6b5a493827160f5e4d3c2b";

    private FakeForge fake;
    private FakeRepository repository;
    private Forge forge;

    @BeforeEach
    void start() {
        fake = FakeForge.start();
        repository = fake.repository("acme/tools").withPullRequest(5, SHA);
        forge = fake.connect(ForgeKind.GITHUB, "acme/tools");
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void readsAPullRequest() {
        assertThat(forge.pullRequest(5))
                .isEqualTo(new PullRequest(
                        5,
                        "Faster splitting",
                        "ada",
                        PullRequest.State.OPEN,
                        SHA,
                        "faster-split",
                        "acme/tools",
                        "main",
                        "https://forge.example.com/acme/tools/pull/5"));
    }

    @Test
    void aForkThatIsGoneHasNoName() {
        repository.with(new PullRequest(6, "", "eve", PullRequest.State.MERGED, SHA, "x", "", "main", ""));

        assertThat(forge.pullRequest(6).headRepository()).isEmpty();
        assertThat(forge.pullRequest(6).state()).isEqualTo(PullRequest.State.MERGED);
    }

    @Test
    void readsCommentsOverAllPagesAndKnowsItsOwn() {
        fake.pagesOf(2);
        repository.comment(5, "ada", "first");
        repository.comment(5, "plumbline", "second");
        repository.comment(5, "eve", "third");

        List<Comment> comments = forge.comments(5);

        assertThat(comments).extracting(Comment::body).containsExactly("first", "second", "third");
        assertThat(comments).extracting(Comment::own).containsExactly(false, true, false);
    }

    @Test
    void postsEditsAndMinimises() {
        Comment posted = forge.post(5, "slower");
        forge.edit(5, posted, "faster");
        forge.fold(5, posted);

        FakeComment seen = repository.comments(5).get(0);
        assertThat(seen.body()).isEqualTo("faster");
        assertThat(seen.minimised()).isTrue();
        assertThat(forge.comments(5).get(0).folded()).isTrue();
    }

    @Test
    void aTokenReportsByCommitStatusAndNeutralPassesWithAWord() {
        forge.report(status(CommitStatus.State.NEUTRAL, Optional.empty()));

        assertThat(repository.statuses(SHA)).singleElement().satisfies(status -> {
            assertThat(status.check()).isFalse();
            assertThat(status.state()).isEqualTo("success");
            assertThat(status.description()).isEqualTo("neutral: No baseline");
        });
        assertThat(forge.longestSummary()).isZero();
    }

    @Test
    void anAppReportsByCheckRunsAndChangesTheOneItMade() {
        Forge app = fake.connect(ForgeKind.GITHUB, "acme/tools", fake.accounts().app());

        String id = app.report(status(CommitStatus.State.PENDING, Optional.empty()));
        String same = app.report(status(CommitStatus.State.NEUTRAL, Optional.of(id)));

        assertThat(same).isEqualTo(id);
        assertThat(repository.statuses(SHA)).singleElement().satisfies(check -> {
            assertThat(check.check()).isTrue();
            assertThat(check.state()).isEqualTo("neutral");
            assertThat(check.summary()).isEqualTo("Nothing to compare with.");
        });
        assertThat(app.longestSummary()).isEqualTo(65_535);
        assertThat(fake.accounts().installationTokens()).isEqualTo(1);
    }

    @Test
    void aCheckRunThatIsGoneIsMadeAnew() {
        Forge app = fake.connect(ForgeKind.GITHUB, "acme/tools", fake.accounts().app());

        app.report(status(CommitStatus.State.SUCCESS, Optional.of("12345")));

        assertThat(repository.statuses(SHA))
                .singleElement()
                .satisfies(check -> assertThat(check.state()).isEqualTo("success"));
    }

    @Test
    void opensAnIssue() {
        Issue issue = forge.open("Regression", "since 3f722d5c");

        assertThat(repository.issues()).singleElement().satisfies(seen -> {
            assertThat(seen.number()).isEqualTo(issue.number());
            assertThat(seen.title()).isEqualTo("Regression");
        });

        forge.commentOnIssue(issue.number(), "Fixed");

        assertThat(repository.comments(issue.number()))
                .singleElement()
                .satisfies(comment -> assertThat(comment.body()).isEqualTo("Fixed"));
    }

    @Test
    void readsARunOfItsCi() {
        CiRun run = new CiRun("77", SHA, "eve/tools", OptionalInt.of(5), false, "https://forge.example.com/runs/77");
        repository.with(run);

        assertThat(forge.ciRun("77")).isEqualTo(run);
    }

    private static CommitStatus status(CommitStatus.State state, Optional<String> id) {
        return new CommitStatus(
                SHA, "plumbline", state, "No baseline", "Nothing to compare with.", "https://perf.example.com", id);
    }
}
