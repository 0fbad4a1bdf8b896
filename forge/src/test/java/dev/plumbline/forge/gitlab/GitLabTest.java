package dev.plumbline.forge.gitlab;

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
import dev.plumbline.forge.repository.ForgeException;
import dev.plumbline.forge.repository.Issue;
import dev.plumbline.forge.repository.PullRequest;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GitLabTest {

    private static final String PROJECT = "acme/core/tools";
    private static final String SHA = "3f722d5c1a0b9e8d7c6b5a493827160f5e4d3c2b";

    private FakeForge fake;
    private FakeRepository repository;
    private Forge forge;

    @BeforeEach
    void start() {
        fake = FakeForge.start();
        repository = fake.repository(PROJECT).withPullRequest(5, SHA);
        forge = fake.connect(ForgeKind.GITLAB, PROJECT);
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void encodesTheGroupsOfAProjectAndTakesItsNumberToo() {
        assertThat(forge.pullRequest(5).headRepository()).isEqualTo(PROJECT);
        assertThat(fake.requests().get(0).path()).isEqualTo("/api/v4/projects/acme%2Fcore%2Ftools/merge_requests/5");
        assertThat(fake.requests().get(0).header("PRIVATE-TOKEN"))
                .isEqualTo(fake.accounts().token());

        Forge byNumber = fake.connect(ForgeKind.GITLAB, "100");
        assertThat(byNumber.pullRequest(5).headRepository()).isEqualTo(PROJECT);
    }

    @Test
    void namesTheProjectOfAFork() {
        repository.with(new PullRequest(
                6, "x", "eve", PullRequest.State.MERGED, SHA, "b", "eve/tools", "main", "https://x.example.com"));
        repository.with(new PullRequest(7, "x", "eve", PullRequest.State.CLOSED, SHA, "b", "", "main", ""));

        assertThat(forge.pullRequest(6).headRepository()).isEqualTo("eve/tools");
        assertThat(forge.pullRequest(6).state()).isEqualTo(PullRequest.State.MERGED);
        assertThat(forge.pullRequest(7).headRepository()).isEmpty();
    }

    @Test
    void readsNotesOverAllPagesAndKnowsItsOwn() {
        fake.pagesOf(1);
        repository.comment(5, "ada", "first");
        Comment posted = forge.post(5, "second");

        assertThat(forge.comments(5)).extracting(Comment::own).containsExactly(false, true);
        assertThat(posted.url())
                .isEqualTo("https://forge.example.com/acme/core/tools/-/merge_requests/5#note_" + posted.id());
    }

    @Test
    void foldsByItsText() {
        Comment posted = forge.post(5, "<!-- marker -->\nslower");
        forge.fold(5, posted);

        Comment folded = forge.comments(5).get(0);
        assertThat(folded.folded()).isTrue();
        assertThat(folded.body())
                .isEqualTo("<!-- marker -->\n<details><summary>Outdated</summary>\n\nslower\n\n</details>\n");
        forge.fold(5, folded);
        assertThat(repository.comments(5).get(0).edits()).isEqualTo(1);
    }

    @Test
    void reportsByStatusesInItsOwnWords() {
        forge.report(status(CommitStatus.State.PENDING));
        forge.report(status(CommitStatus.State.PENDING));
        assertThat(repository.statuses(SHA).get(0).state()).isEqualTo("pending");

        forge.report(status(CommitStatus.State.FAILURE));
        assertThat(repository.statuses(SHA).get(0).state()).isEqualTo("failed");

        forge.report(status(CommitStatus.State.NEUTRAL));
        assertThat(repository.statuses(SHA).get(0).state()).isEqualTo("success");
        assertThat(repository.statuses(SHA).get(0).description()).isEqualTo("neutral: No baseline");
    }

    @Test
    void readsAPipelineOfAMergeRequest() {
        repository.with(new CiRun("77", SHA, "", OptionalInt.of(5), true, "https://forge.example.com/p/77"));
        repository.with(new CiRun("78", SHA, "", OptionalInt.empty(), false, "https://forge.example.com/p/78"));

        assertThat(forge.ciRun("77"))
                .isEqualTo(new CiRun("77", SHA, PROJECT, OptionalInt.of(5), true, "https://forge.example.com/p/77"));
        assertThat(forge.ciRun("78").pullRequest()).isEmpty();
        assertThat(forge.ciRun("78").finished()).isFalse();
    }

    @Test
    void opensAnIssue() {
        Issue opened = forge.open("Regression", "since 3f722d5c");

        assertThat(repository.issues())
                .singleElement()
                .satisfies(issue -> assertThat(issue.body()).isEqualTo("since 3f722d5c"));

        forge.commentOnIssue(opened.number(), "Fixed");

        assertThat(repository.comments(opened.number()))
                .singleElement()
                .satisfies(comment -> assertThat(comment.body()).isEqualTo("Fixed"));
    }

    @Test
    void aJobTokenIsRefusedNotes() {
        Forge job = fake.connect(
                ForgeKind.GITLAB,
                PROJECT,
                new Credential.JobToken(fake.accounts().jobToken()));

        assertThatThrownBy(() -> job.post(5, "hello"))
                .isInstanceOfSatisfying(
                        ForgeException.class,
                        refused -> assertThat(refused.kind()).isEqualTo(ForgeException.Kind.UNAUTHORIZED));
    }

    @Test
    void refusesWhatIsNoProject() {
        for (String wrong : new String[] {"", "tools", "acme/../admin/x?", "a b/c"}) {
            assertThatThrownBy(() -> fake.connect(ForgeKind.GITLAB, wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static CommitStatus status(CommitStatus.State state) {
        return new CommitStatus(
                SHA, "plumbline", state, "No baseline", "", "https://perf.example.com", Optional.empty());
    }
}
