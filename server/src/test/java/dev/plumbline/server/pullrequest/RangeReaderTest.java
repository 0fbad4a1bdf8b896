package dev.plumbline.server.pullrequest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.forge.ForgeKind;
import dev.plumbline.forge.fake.FakeForge;
import dev.plumbline.forge.repository.ChangedFile;
import dev.plumbline.forge.repository.ChangedFiles;
import dev.plumbline.server.database.Database;
import dev.plumbline.server.database.TestDatabase;
import dev.plumbline.server.forges.ConfiguredForge;
import dev.plumbline.server.forges.Forges;
import dev.plumbline.server.forges.SecretFile;
import dev.plumbline.server.project.Projects;
import dev.plumbline.server.pullrequest.RangeReader.Reader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RangeReaderTest {

    private static final String BASE = "b".repeat(40);
    private static final String HEAD = "c".repeat(40);

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-30T20:00:00Z"));
    private FakeForge fake;
    private Database database;
    private ForgeBindings bindings;
    private long project;
    private RangeReader reader;

    @BeforeEach
    void open() throws IOException {
        fake = FakeForge.start();
        database = TestDatabase.open();
        bindings = new ForgeBindings(database);
        project = new Projects(database).create("acme", "Acme", "main", true).id();
        bindings.bind(project, "hub", "acme/tools");
        Files.writeString(folder.resolve("token"), fake.accounts().token());
        fake.repository("acme/tools");
        reader = reader(fake.api(ForgeKind.GITHUB), Duration.ofSeconds(20));
    }

    @AfterEach
    void close() {
        reader.close();
        database.close();
        fake.close();
    }

    private RangeReader reader(String api, Duration patience) {
        ConfiguredForge forge = new ConfiguredForge(
                "hub",
                ForgeKind.GITHUB,
                "https://github.com",
                api,
                Optional.empty(),
                new SecretFile(folder.resolve("token")),
                Optional.empty(),
                List.of("acme/*"));
        BoundForges bound = new BoundForges(new Forges(List.of(forge), Clock.systemUTC()), bindings);
        return new RangeReader(bound, now::get, patience);
    }

    private void changed(int files) {
        fake.repository("acme/tools")
                .withChanges(
                        BASE,
                        HEAD,
                        new ChangedFiles(
                                IntStream.range(0, files)
                                        .mapToObj(number -> new ChangedFile(
                                                "f" + number + "/" + "x".repeat(400), "", ChangedFile.Kind.MODIFIED))
                                        .toList(),
                                true));
    }

    @Test
    void theForgeIsAskedOnceForTwoCommits() {
        changed(3);

        assertThat(reader.of(project, Reader.MEMBER, BASE, HEAD)).hasValueSatisfying(files -> {
            assertThat(files.count()).isEqualTo(3);
            assertThat(files.complete()).isTrue();
        });
        assertThat(reader.of(project, Reader.MEMBER, BASE, HEAD)).isPresent();
        assertThat(fake.requests()).hasSize(1);
    }

    @Test
    void anybodySeesOnlyWhatTheForgeShowsEverybody() {
        changed(3);
        assertThat(reader.of(project, Reader.MEMBER, BASE, HEAD)).isPresent();

        assertThat(reader.of(project, Reader.ANYBODY, BASE, HEAD)).isEmpty();
        assertThat(fake.requests())
                .extracting(request -> request.header("Authorization"))
                .containsExactly("Bearer " + fake.accounts().token(), "");

        fake.repository("acme/tools").makePublic();
        pass(Duration.ofMinutes(5).plusSeconds(1));
        assertThat(reader.of(project, Reader.ANYBODY, BASE, HEAD)).isPresent();
    }

    @Test
    void aRepositoryThatBecamePrivateIsShownForAnHourAtMost() {
        changed(3);
        fake.repository("acme/tools").makePublic();
        assertThat(reader.of(project, Reader.ANYBODY, BASE, HEAD)).isPresent();
        assertThat(reader.of(project, Reader.MEMBER, BASE, HEAD)).isPresent();

        fake.repository("acme/tools").makePrivate();
        pass(Duration.ofHours(1).plusSeconds(1));
        assertThat(reader.of(project, Reader.ANYBODY, BASE, HEAD)).isEmpty();
        assertThat(reader.of(project, Reader.MEMBER, BASE, HEAD)).isPresent();
        assertThat(fake.requests()).hasSize(3);
    }

    @Test
    void anybodyIsAnsweredThoughTheCredentialCantBeRead() throws IOException {
        changed(1);
        fake.repository("acme/tools").makePublic();
        Files.delete(folder.resolve("token"));

        assertThat(reader.of(project, Reader.ANYBODY, BASE, HEAD)).isPresent();
    }

    private void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    @Test
    void ofManyFilesTheFirstAreKeptAndLongPathsAreCut() {
        changed(290);

        RangeFiles files = reader.of(project, Reader.MEMBER, BASE, HEAD).orElseThrow();

        assertThat(files.count()).isEqualTo(290);
        assertThat(files.first())
                .hasSize(50)
                .allSatisfy(file -> assertThat(file.path()).hasSize(300).endsWith("…"));
    }

    @Test
    void aFailureIsNoAnswerAndTriedAgainAfterFiveMinutes() {
        fake.failNext(500, Map.of(), "{}");
        assertThat(reader.of(project, Reader.MEMBER, BASE, HEAD)).isEmpty();

        changed(1);
        now.updateAndGet(time -> time.plus(Duration.ofMinutes(5)));
        assertThat(reader.of(project, Reader.MEMBER, BASE, HEAD)).isEmpty();
        assertThat(fake.requests()).hasSize(1);

        now.updateAndGet(time -> time.plusSeconds(1));
        assertThat(reader.of(project, Reader.MEMBER, BASE, HEAD)).isPresent();
    }

    @Test
    void anAnswerThatIsTooLargeIsNone() {
        fake.failNext(200, Map.of(), "{\"files\": [{\"filename\": \"" + "x".repeat(17 << 20) + "\"}]}");

        assertThat(reader.of(project, Reader.MEMBER, BASE, HEAD)).isEmpty();
    }

    @Test
    void aForgeThatDoesntAnswerIsWaitedForOnlyAsLongAsPatienceLasts() throws IOException {
        // It accepts connections and says nothing.
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                RangeReader hasty =
                        reader("http://localhost:" + silent.getLocalPort() + "/api/v3", Duration.ofMillis(50))) {
            assertThat(hasty.of(project, Reader.MEMBER, BASE, HEAD)).isEmpty();
        }
    }

    @Test
    void nobodyIsAskedForWhatIsNoRangeOrHasNoForge() {
        assertThat(reader.of(project, Reader.MEMBER, BASE, BASE)).isEmpty();
        assertThat(reader.of(project, Reader.MEMBER, "main", HEAD)).isEmpty();
        bindings.unbind(project);
        assertThat(reader.of(project, Reader.MEMBER, BASE, HEAD)).isEmpty();
        bindings.bind(project, "elsewhere", "acme/tools");
        assertThat(reader.of(project, Reader.MEMBER, BASE, HEAD)).isEmpty();

        assertThat(fake.requests()).isEmpty();
    }

    @Test
    void aCredentialThatCantBeReadIsNoAnswer() throws IOException {
        Files.delete(folder.resolve("token"));

        assertThat(reader.of(project, Reader.MEMBER, BASE, HEAD)).isEmpty();
        assertThat(fake.requests()).isEmpty();
    }
}
