package dev.plumbline.forge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.forge.credential.Credential;
import dev.plumbline.forge.fake.FakeForge;
import dev.plumbline.forge.repository.ChangedFile;
import dev.plumbline.forge.repository.ChangedFiles;
import dev.plumbline.forge.repository.Forge;
import dev.plumbline.forge.repository.ForgeException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChangedFilesTest {

    private static final String BASE = "b".repeat(40);
    private static final String HEAD = "c".repeat(40);

    private FakeForge fake;

    @BeforeEach
    void start() {
        fake = FakeForge.start();
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    private ChangedFiles read(ForgeKind kind, ChangedFiles changes) {
        fake.repository("acme/tools").withChanges(BASE, HEAD, changes);
        return fake.connect(kind, "acme/tools").changedFiles(BASE, HEAD);
    }

    @ParameterizedTest
    @EnumSource(names = {"GITHUB", "GITLAB"})
    void areReadWithTheirKindsAndFormerPlaces(ForgeKind kind) {
        ChangedFiles changes = new ChangedFiles(
                List.of(
                        new ChangedFile("src/A.java", "", ChangedFile.Kind.MODIFIED),
                        new ChangedFile("src/B.java", "", ChangedFile.Kind.ADDED),
                        new ChangedFile("src/<img src=x>\n\u202e.java", "", ChangedFile.Kind.REMOVED),
                        new ChangedFile("src/New.java", "src/Old.java", ChangedFile.Kind.RENAMED)),
                true);

        assertThat(read(kind, changes)).isEqualTo(changes);
    }

    @ParameterizedTest
    @EnumSource
    void withoutACredentialAreThoseOfAPublicRepository(ForgeKind kind) {
        ChangedFiles changes =
                new ChangedFiles(List.of(new ChangedFile("src/A.java", "", ChangedFile.Kind.MODIFIED)), true);
        fake.repository("acme/tools").withChanges(BASE, HEAD, changes);
        Forge anybody = fake.connect(kind, "acme/tools", new Credential.None());
        assertThatThrownBy(() -> anybody.changedFiles(BASE, HEAD)).isInstanceOf(ForgeException.class);

        fake.repository("acme/tools").makePublic();
        assertThat(anybody.changedFiles(BASE, HEAD)).isEqualTo(changes);
        assertThatThrownBy(() -> anybody.post(1, "a comment")).isInstanceOf(ForgeException.class);
        assertThat(fake.requests()).allSatisfy(request -> assertThat(request.headers())
                .doesNotContainKeys("authorization", "private-token", "job-token"));
    }

    @Test
    void ofGiteaAreThoseOfItsCommitsEachOnce() {
        ChangedFile one = new ChangedFile("src/A.java", "", ChangedFile.Kind.MODIFIED);
        ChangedFile two = new ChangedFile("src/B.java", "", ChangedFile.Kind.REMOVED);

        assertThat(read(ForgeKind.GITEA, new ChangedFiles(List.of(one, two), true)))
                .isEqualTo(new ChangedFiles(List.of(one, two), true));
        assertThat(read(ForgeKind.GITEA, new ChangedFiles(List.of(one), false)).complete())
                .isFalse();
    }

    @Test
    void ofForgejoAreThoseOfTheComparison() {
        fake.repository("acme/tools");
        fake.failNext(200, Map.of(), """
                {"total_commits": 1, "commits": [{"sha": "1", "files": [{"filename": "a", "status": "modified"}]}],
                 "files": [{"filename": "a", "status": "modified"}, {"filename": "b", "status": "added"}]}
                """);

        assertThat(fake.connect(ForgeKind.GITEA, "acme/tools")
                        .changedFiles(BASE, HEAD)
                        .files())
                .extracting(ChangedFile::path)
                .containsExactly("a", "b");
    }

    @Test
    void sayIfTheForgeLeavesSomeOut() {
        ChangedFiles many = new ChangedFiles(
                IntStream.range(0, 300)
                        .mapToObj(number -> new ChangedFile("f" + number, "", ChangedFile.Kind.MODIFIED))
                        .toList(),
                true);

        assertThat(read(ForgeKind.GITHUB, many).complete()).isFalse();
        assertThat(read(ForgeKind.GITLAB, many).complete()).isTrue();
        assertThat(read(ForgeKind.GITLAB, new ChangedFiles(many.files(), false)).complete())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"GITHUB", "GITLAB", "GITEA"})
    void ofUnknownCommitsAreAFailure(ForgeKind kind) {
        fake.repository("acme/tools");

        assertThatThrownBy(() -> fake.connect(kind, "acme/tools").changedFiles(BASE, HEAD))
                .isInstanceOfSatisfying(
                        ForgeException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(ForgeException.Kind.NOT_FOUND));
    }

    @ParameterizedTest
    @EnumSource(names = {"GITHUB", "GITLAB", "GITEA"})
    void areNoneWhereTheAnswerHasAnotherShape(ForgeKind kind) {
        fake.repository("acme/tools");
        fake.failNext(200, Map.of(), "{\"files\": 7, \"diffs\": {\"a\": null}, \"commits\": \"none\"}");

        assertThat(fake.connect(kind, "acme/tools").changedFiles(BASE, HEAD).files())
                .isEmpty();
    }

    @Test
    void aHashIsOneSegmentOfTheAddress() {
        fake.repository("acme/tools");

        assertThatThrownBy(() -> fake.connect(ForgeKind.GITHUB, "acme/tools").changedFiles("../../x", "y?z"))
                .isInstanceOf(ForgeException.class);
        assertThat(fake.requests().get(0).path()).isEqualTo("/api/v3/repos/acme/tools/compare/..%2F..%2Fx...y%3Fz");
    }
}
