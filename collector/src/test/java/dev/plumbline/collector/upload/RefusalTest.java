package dev.plumbline.collector.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.collector.fixture.FakeServer;
import dev.plumbline.collector.fixture.Tool;
import dev.plumbline.collector.fixture.WithServer;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class RefusalTest extends WithServer {

    @Test
    void showsAProblemWithItsCodeAndPlace() {
        server.then(422, """
                {"type":"https://plumbline.dev/problems/duplicate-result","title":"Duplicate result","status":422,
                 "detail":"com.acme.Text.split stands twice in the document","code":"duplicate-result",
                 "line":120,"column":7,"result":2,"benchmark":"com.acme.Text.split"}
                """, "Content-Type", "application/problem+json");

        assertThat(tool.run("upload", "jmh-result.json")).isEqualTo(2);

        assertThat(tool.err())
                .contains(
                        "error: jmh-result.json was refused: 422 duplicate-result: com.acme.Text.split stands twice in"
                                + " the document (line 120, column 7, result 2, com.acme.Text.split)\n");
        assertThat(server.uploads()).hasSize(1);
        assertThat(tool.pauses()).isEmpty();
    }

    @Test
    void saysWhereToPutTheTokenRightAndNeverShowsIt() {
        server.then(
                401,
                "{\"code\":\"unknown-token\",\"detail\":\"there is no token " + Tool.TOKEN + " here\"}",
                "Content-Type",
                "application/problem+json");

        assertThat(tool.run("upload", "--json", "jmh-result.json")).isEqualTo(2);

        assertThat(tool.out()).contains("\"code\":\"unknown-token\"");
        assertThat(tool.out() + tool.err()).doesNotContain("very-secret");

        assertThat(tool.run("upload", "jmh-result.json")).isEqualTo(2);
        assertThat(tool.err()).contains("was refused: 401 unknown-token").contains("PLUMBLINE_TOKEN");
        assertThat(tool.out() + tool.err()).doesNotContain("very-secret");
    }

    @Test
    void explainsATooLargeDocument() {
        server.then(413, "{\"code\":\"document-too-large\",\"detail\":\"at most 64 MB\"}");

        assertThat(tool.run("upload", "jmh-result.json")).isEqualTo(2);

        assertThat(tool.err())
                .contains("413 document-too-large: at most 64 MB")
                .contains("Send fewer results in one file");
    }

    @Test
    void doesNotFollowARedirectWithTheToken() throws IOException {
        try (FakeServer other = new FakeServer()) {
            other.then(201, FakeServer.STORED);
            server.then(307, "", "Location", other.address() + "/elsewhere");

            assertThat(tool.run("upload", "jmh-result.json")).isEqualTo(2);

            assertThat(other.requests()).isEmpty();
            assertThat(tool.err()).contains("the server redirects to " + other.address() + "/elsewhere");
        }
    }

    @Test
    void isNotFooledByAPageThatIsNoAnswer() {
        server.then(200, "<html>Please sign in</html>", "Content-Type", "text/html");

        assertThat(tool.run("upload", "jmh-result.json")).isEqualTo(2);

        assertThat(tool.err()).contains("not-plumbline");
    }

    @Test
    void readsTheDocumentBeforeItSendsAnything() throws IOException {
        Files.writeString(folder.resolve("broken.json"), Tool.RESULT.substring(0, 300));

        assertThat(tool.run("upload", "jmh-result.json", "broken.json")).isEqualTo(2);

        assertThat(server.requests()).isEmpty();
        assertThat(tool.err())
                .startsWith("error: broken.json: ")
                .contains("line")
                .contains("com.acme.Text.split");
    }

    @Test
    void namesAFileThatIsNotThere() {
        assertThat(tool.run("upload", "absent.json")).isEqualTo(2);

        assertThat(tool.err()).isEqualTo("error: absent.json: no such file\n");
    }
}
