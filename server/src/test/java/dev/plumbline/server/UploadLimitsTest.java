package dev.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plumbline.server.ApiClient.Answer;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.project.Scope;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

class UploadLimitsTest {

    private static final int LIMIT = 200_000;

    @RegisterExtension
    static final TestServer server = TestServer.with(Map.of(
            "PLUMBLINE_MAX_UPLOAD_BYTES", Integer.toString(LIMIT),
            "PLUMBLINE_MAX_DOCUMENT_BYTES", "1000000",
            "PLUMBLINE_MAX_RESULTS", "5",
            "PLUMBLINE_UPLOAD_SECONDS", "2"));

    private static final String SHA = "0123456789abcdef0123456789abcdef01234567";
    private static final String QUERY = "/runs?branch=main&environment=ci&commit=" + SHA;

    @Test
    void refusesABodyThatAnnouncesTooMuch() {
        Project project = server.project("announced", true);
        ApiClient client = server.client(server.token(project, Scope.UPLOAD));

        Answer answer = client.upload("announced", SHA, new byte[LIMIT + 1]);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("upload-too-large");
    }

    @Test
    void refusesABodyThatTurnsOutTooLarge() {
        Project project = server.project("chunked", true);
        ApiClient client = server.client(server.token(project, Scope.UPLOAD));

        Answer answer = client.send(
                "POST",
                "/api/v1/projects/chunked" + QUERY,
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[3 * LIMIT])));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("upload-too-large");
        assertThat(server.filesOfUploads()).isEmpty();
    }

    @Test
    void refusesAGzipBomb() throws IOException {
        Project project = server.project("bomb", true);
        ApiClient client = server.client(server.token(project, Scope.UPLOAD));
        byte[] bomb = UploadTest.gzip("[" + " ".repeat(50_000_000) + "]");
        assertThat(bomb.length).isLessThan(LIMIT);

        Answer answer = client.upload("bomb", SHA, bomb);

        assertThat(answer.status()).as(answer.body()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("document-too-large");
        assertThat(server.count("select count(*) from run where project_id = " + project.id()))
                .isZero();
    }

    @Test
    void refusesTooManyResults() {
        Project project = server.project("many", true);
        ApiClient client = server.client(server.token(project, Scope.UPLOAD));

        Answer answer = client.upload("many", SHA, JmhDocument.suite(6, 1.0));

        assertThat(answer.status()).as(answer.body()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("too-many-results");
    }

    @Test
    @Timeout(30)
    void givesUpOnASlowUpload() throws IOException {
        Project project = server.project("slow", true);
        String token = server.token(project, Scope.UPLOAD);
        RawClient raw = new RawClient(server.address());

        try (Socket socket = raw.open()) {
            socket.getOutputStream()
                    .write(RawClient.head(
                            "POST /api/v1/projects/slow" + QUERY,
                            "Content-Length: 1000",
                            "Authorization: Bearer " + token));
            socket.getOutputStream().write("[{".getBytes(StandardCharsets.US_ASCII));
            RawClient.Response answer = RawClient.read(socket.getInputStream());

            assertThat(answer.status()).isEqualTo(408);
            assertThat(answer.body()).contains("upload-too-slow");
        }
        assertThat(server.filesOfUploads()).isEmpty();
    }

    @Test
    @Timeout(30)
    void answersAMultipartBodyThatEndsInTheMiddleOfAPart() {
        Project project = server.project("half", true);
        String token = server.token(project, Scope.UPLOAD);
        byte[] body = ("--b\r\nContent-Disposition: form-data; name=\"result\"; filename=\"r.json\"\r\n\r\n"
                        + JmhDocument.suite(3, 1.0))
                .getBytes(StandardCharsets.US_ASCII);

        RawClient.Response answer = new RawClient(server.address())
                .send(
                        "POST /api/v1/projects/half" + QUERY,
                        body,
                        "Content-Type: multipart/form-data; boundary=b",
                        "Authorization: Bearer " + token);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("invalid-multipart");
    }

    @Test
    void keepsNoPartsThatNobodyAskedFor() {
        Project project = server.project("junk", true);
        String token = server.token(project, Scope.UPLOAD);
        String part = "--b\r\nContent-Disposition: form-data; name=\"junk\"\r\n\r\n" + "x".repeat(2_000_000) + "\r\n";

        RawClient.Response answer = new RawClient(server.address())
                .send(
                        "POST /api/v1/projects/junk" + QUERY,
                        part.repeat(2).getBytes(StandardCharsets.US_ASCII),
                        "Content-Type: multipart/form-data; boundary=b",
                        "Authorization: Bearer " + token);

        assertThat(answer.status()).isIn(400, 413);
    }

    @Test
    @Timeout(30)
    void keepsNothingOfAnUploadThatIsCut() throws IOException {
        Project project = server.project("cut", true);
        String token = server.token(project, Scope.UPLOAD);
        RawClient raw = new RawClient(server.address());
        String document = JmhDocument.suite(3, 1.0);

        try (Socket socket = raw.open()) {
            socket.getOutputStream()
                    .write(RawClient.head(
                            "POST /api/v1/projects/cut" + QUERY,
                            "Content-Length: " + document.length(),
                            "Authorization: Bearer " + token));
            socket.getOutputStream()
                    .write(document.substring(0, document.length() / 2).getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            await().until(() -> !server.filesOfUploads().isEmpty());
        }

        await().until(() -> server.filesOfUploads().isEmpty());
        assertThat(server.count("select count(*) from run where project_id = " + project.id()))
                .isZero();
        assertThat(server.client(token).upload("cut", SHA, document).status()).isEqualTo(201);
    }
}
