package dev.plumbline.collector.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.collector.fixture.FakeServer;
import dev.plumbline.collector.fixture.Tool;
import dev.plumbline.collector.fixture.WithServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpoolTest extends WithServer {

    private static final String[] UPLOAD = {"upload", "--spool", "spool", "--retry-for", "0", "jmh-result.json"};

    @Test
    void keepsWhatCouldNotBeSentAndSendsItFirstTheNextTime() throws IOException {
        server.then(503, "{}").then(201, FakeServer.STORED).then(201, FakeServer.STORED.replace("17", "18"));
        assertThat(tool.run(UPLOAD)).isEqualTo(3);
        assertThat(tool.err())
                .contains("jmh-result.json was kept in " + entries().get(0));

        String measuredAgain = Tool.RESULT.replace("[2.1]", "[2.2]");
        Files.writeString(folder.resolve("jmh-result.json"), measuredAgain);
        assertThat(tool.run(UPLOAD)).isZero();

        assertThat(server.uploads())
                .extracting(FakeServer.Request::document)
                .containsExactly(Tool.RESULT, Tool.RESULT, measuredAgain);
        assertThat(server.uploads().get(1).metadata())
                .isEqualTo(server.uploads().get(0).metadata());
        assertThat(entries()).isEmpty();
        assertThat(tool.err()).contains("kept upload jmh-result.json was sent: run 17");
        assertThat(tool.out()).contains("jmh-result.json is stored in run 18");
    }

    @Test
    void neverWritesTheToken() throws IOException {
        server.then(503, "{}");
        tool.run(UPLOAD);

        try (Stream<Path> files = Files.walk(folder.resolve("spool"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("very-secret");
            }
        }
    }

    @Test
    void leavesWhatBelongsToAnotherProjectOrServer() throws IOException {
        server.then(503, "{}");
        tool.run(UPLOAD);
        try (FakeServer other = new FakeServer()) {
            other.then(201, FakeServer.STORED);

            assertThat(tool.with("PLUMBLINE_SERVER", other.address()).run(UPLOAD))
                    .isZero();
            assertThat(tool.with("PLUMBLINE_PROJECT", "widgets").run(UPLOAD)).isZero();

            assertThat(other.uploads()).hasSize(2);
            assertThat(entries()).hasSize(1);
        }
    }

    @Test
    void setsABrokenEntryAsideAndGoesOn() throws IOException {
        server.then(503, "{}").then(201, FakeServer.STORED);
        tool.run(UPLOAD);
        Files.writeString(entries().get(0).resolve("document.json.gz"), "cut");
        Path strange = Files.createDirectories(folder.resolve("spool/run-0-strange"));
        Files.writeString(strange.resolve("entry.json"), "no json");

        assertThat(tool.run(UPLOAD)).isZero();

        assertThat(server.uploads()).hasSize(2);
        assertThat(entries()).isEmpty();
        assertThat(folder.resolve("spool/set-aside/run-0-strange/entry.json")).hasContent("no json");
        assertThat(tool.err())
                .contains("entry.json isn't valid JSON")
                .contains("document.json.gz was modified or truncated");
    }

    @Test
    void setsAnEntryAsideThatTheServerRefuses() throws IOException {
        server.then(503, "{}").then(422, "{\"code\":\"duplicate-result\"}").then(201, FakeServer.STORED);
        tool.run(UPLOAD);

        assertThat(tool.run(UPLOAD)).isZero();

        assertThat(entries()).isEmpty();
        assertThat(tool.err()).contains("the server refused it: 422 duplicate-result");
    }

    @Test
    void keepsAnEntryWhenOnlyTheTokenIsWrong() throws IOException {
        server.then(503, "{}").then(401, "{\"code\":\"unknown-token\"}");
        tool.run(UPLOAD);

        assertThat(tool.run(UPLOAD)).isEqualTo(2);

        assertThat(entries()).hasSize(1);
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("spool"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("run-"))
                    .sorted()
                    .toList();
        }
    }
}
