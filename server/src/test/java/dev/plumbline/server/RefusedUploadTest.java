package dev.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.plumbline.server.ApiClient.Answer;
import dev.plumbline.server.project.Project;
import dev.plumbline.server.project.Scope;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedUploadTest {

    @RegisterExtension
    static final TestServer server = TestServer.standard();

    private static final String SHA = "0123456789abcdef0123456789abcdef01234567";

    private static final String RESULT = JmhDocument.of("com.acme.Foo.bar", 1.0, 1.1);

    static Stream<Arguments> documents() throws IOException {
        byte[] compressed = UploadTest.gzip(RESULT);
        return Stream.of(
                arguments("empty", bytes(""), 422, "empty-document"),
                arguments("blank", bytes("   \n "), 422, "empty-document"),
                arguments("truncated", bytes(RESULT.substring(0, RESULT.length() / 2)), 422, "truncated-document"),
                arguments("binary", new byte[] {0, 1, 2, 3, (byte) 0xff, (byte) 0xfe}, 422, "not-utf-8"),
                arguments("text", bytes("Benchmark  Mode  Cnt  Score"), 422, "not-json"),
                arguments("another document", bytes("{\"context\":{},\"benchmarks\":[]}"), 422, "not-a-jmh-document"),
                arguments("no results", bytes("[]"), 422, "no-results"),
                arguments("deep", bytes("[{\"x\":" + "[".repeat(100_000)), 422, "nesting-too-deep"),
                arguments("damaged gzip", Arrays.copyOf(compressed, compressed.length / 2), 422, "truncated-document"),
                arguments(
                        "not a number",
                        bytes(RESULT.replace("[1.0,1.0,1.0]", "[1e400,1.0,1.0]")),
                        422,
                        "number-out-of-range"),
                // 1,000 different ideographs have 3,000 bytes, more than an index of PostgreSQL takes.
                arguments(
                        "long name",
                        bytes(RESULT.replace(
                                "com.acme.Foo.bar",
                                IntStream.range(0x4e00, 0x4e00 + 1_000)
                                        .mapToObj(Character::toString)
                                        .collect(Collectors.joining()))),
                        422,
                        "text-too-long"),
                arguments(
                        "twice",
                        bytes("[" + JmhDocument.result("a.B.c", 1.0) + "," + JmhDocument.result("a.B.c", 2.0) + "]"),
                        422,
                        "duplicate-result"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void refusesADocumentByItsCodeAndStoresNothing(String name, byte[] document, int status, String code) {
        Project project = project("doc-" + name.replace(' ', '-'));
        ApiClient client = server.client(server.token(project, Scope.UPLOAD));

        Answer answer = client.upload(project.slug(), SHA, document);

        assertThat(answer.code()).as(answer.body()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertNothingStored(project);
    }

    @Test
    void namesThePlaceOfAMistake() {
        Project project = project("place");
        ApiClient client = server.client(server.token(project, Scope.UPLOAD));
        String document = "[" + JmhDocument.result("a.B.c", 1.0) + ",\n"
                + JmhDocument.result("a.B.d", 1.0).put("threads", "many") + "]";

        Answer answer = client.upload("place", SHA, document);

        assertThat(answer.code()).as(answer.body()).isEqualTo("invalid-field");
        assertThat(answer.json().getInteger("result")).isEqualTo(2);
        assertThat(answer.json().getInteger("line")).isEqualTo(2);
        assertThat(answer.json().getString("benchmark")).isEqualTo("a.B.d");
    }

    static Stream<Arguments> queries() {
        return Stream.of(
                arguments("no branch", "commit=" + SHA + "&environment=ci", 400, "invalid-metadata"),
                arguments("no commit", "branch=main&environment=ci", 400, "invalid-metadata"),
                arguments("no environment", "branch=main&commit=" + SHA, 400, "invalid-metadata"),
                arguments("no hash", "branch=main&environment=ci&commit=HEAD", 400, "invalid-metadata"),
                arguments("NUL", "branch=ma%00in&environment=ci&commit=" + SHA, 400, "invalid-parameter"),
                arguments("control", "branch=ma%07in&environment=ci&commit=" + SHA, 400, "invalid-metadata"),
                arguments(
                        "long", "branch=" + "x".repeat(300) + "&environment=ci&commit=" + SHA, 400, "invalid-metadata"),
                arguments(
                        "bad time", "branch=main&environment=ci&startedAt=now&commit=" + SHA, 400, "invalid-parameter"),
                arguments(
                        "bad number",
                        "branch=main&environment=ci&pullRequest=x&commit=" + SHA,
                        400,
                        "invalid-parameter"),
                arguments("bad escape", "branch=%zz&environment=ci&commit=" + SHA, 400, "invalid-request"),
                arguments(
                        "other format",
                        "format=benchmark-xml&branch=main&environment=ci&commit=" + SHA,
                        400,
                        "invalid-parameter"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    void refusesMetadataByItsCodeAndStoresNothing(String name, String query, int status, String code) {
        Project project = project("query-" + name.toLowerCase(Locale.ROOT).replace(' ', '-'));
        RawClient client = new RawClient(server.address());

        RawClient.Response answer = client.send(
                "POST /api/v1/projects/" + project.slug() + "/runs?" + query,
                bytes(RESULT),
                "Authorization: Bearer " + server.token(project, Scope.UPLOAD));

        assertThat(answer.body()).contains("\"code\":\"" + code + "\"");
        assertThat(answer.status()).isEqualTo(status);
        assertNothingStored(project);
    }

    static Stream<Arguments> metadata() {
        return Stream.of(
                arguments("no JSON", "{", "invalid-json"),
                arguments("an array", "[]", "invalid-json"),
                arguments("a number", "7", "invalid-json"),
                arguments(
                        "nested",
                        "{\"observed\":" + "{\"a\":".repeat(3_000) + "1" + "}".repeat(3_000) + "}",
                        "invalid-json"),
                arguments("wrong type", "{\"commit\":7}", "invalid-json"),
                arguments("NUL", "{\"commit\":\"a\\u0000b\"}", "invalid-json"),
                arguments("half a pair", "{\"commit\":\"a\\ud800\"}", "invalid-json"),
                arguments(
                        "foreign log",
                        "{\"branch\":\"main\",\"commit\":\"" + SHA
                                + "\",\"environment\":\"ci\",\"commits\":[{\"sha\":\"ffffffff\"}]}",
                        "invalid-metadata"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("metadata")
    void refusesThePartMetadataByItsCodeAndStoresNothing(String name, String metadata, String code) {
        Project project = project("meta-" + name.toLowerCase(Locale.ROOT).replace(' ', '-'));
        ApiClient client = server.client(server.token(project, Scope.UPLOAD));

        Answer answer = UploadTest.multipart(client, project.slug(), metadata, RESULT);

        assertThat(answer.code()).as(answer.body()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(400);
        assertNothingStored(project);
    }

    static Stream<String> names() {
        return Stream.of(
                "com.acme.<script>alert(1)</script>",
                "com.acme.\"quoted\" 'single' `back`",
                "com.acme.\u0000nul",
                "com.acme.\u0007bell\u001b[31m",
                "com.acme.𝄞.𒀀",
                "com.acme.\ud800half",
                "=cmd|' /C calc'!A0",
                "'; drop table run; --",
                "com.acme.\u202eright-to-left",
                "../../etc/passwd");
    }

    @ParameterizedTest
    @MethodSource("names")
    void takesHostileNamesOrRefusesThemButNeverFails(String benchmark) {
        Project project = project("name-" + Integer.toHexString(benchmark.hashCode()));
        ApiClient client = server.client(server.token(project, Scope.UPLOAD));

        Answer answer = client.upload(project.slug(), SHA, JmhDocument.of(benchmark, 1.0, 1.1));

        assertThat(answer.status()).as(answer.body()).isIn(201, 422);
        for (String path : new String[] {"/benchmarks", "/benchmarks.csv", "/series", "/runs"}) {
            assertThat(client.get("/api/v1/projects/" + project.slug() + path).status())
                    .as(path)
                    .isEqualTo(200);
        }
        if (answer.status() == 422) {
            assertThat(answer.code()).isEqualTo("invalid-text");
            assertNothingStored(project);
        }
    }

    @Test
    void refusesAnotherContentEncoding() {
        Project project = project("brotli");
        ApiClient client = server.client(server.token(project, Scope.UPLOAD));

        Answer answer = client.upload("brotli", SHA, bytes(RESULT), "Content-Encoding", "br");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.code()).isEqualTo("unsupported-encoding");
    }

    @Test
    void answersUnknownAddressesAndMethods() {
        ApiClient client = server.anonymous();

        assertThat(client.get("/api/v1/nothing").code()).isEqualTo("not-found");
        assertThat(client.get("/api/v1/nothing").status()).isEqualTo(404);
        assertThat(client.delete("/api/v1/projects").code()).isEqualTo("method-not-allowed");
        assertThat(client.delete("/api/v1/projects").status()).isEqualTo(405);
        assertThat(client.get("/api/v1/projects/nobody-s").code()).isEqualTo("unknown-project");
        assertThat(client.get("/api/v1/projects/%00").code()).isEqualTo("unknown-project");
        assertThat(client.get("/api/v1/projects/%3Cscript%3E").code()).isEqualTo("unknown-project");
    }

    private static Project project(String slug) {
        return server.project(slug, true);
    }

    private static void assertNothingStored(Project project) {
        for (String table :
                new String[] {"run", "document", "point", "series", "benchmark", "job", "commit", "branch"}) {
            assertThat(server.count("select count(*) from " + table + " where project_id = " + project.id()))
                    .as(table)
                    .isZero();
        }
        assertThat(server.filesOfUploads()).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What a proxy in front could read as another number of requests. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked\r\nContent-Length: 5",
                "Content-Length: 5\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked, chunked",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked, identity",
                "Content-Length: 5\r\nContent-Length: 6",
                "Content-Length: +5",
                "Transfer-Encoding : chunked"
            })
    void refusesAmbiguousFraming(String framing) throws IOException {
        try (Socket socket = new RawClient(server.address()).open()) {
            socket.getOutputStream()
                    .write(("POST /api/v1/projects HTTP/1.1\r\nHost: localhost\r\n" + framing
                                    + "\r\n\r\n0\r\n\r\nGET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));

            RawClient.Response answer = RawClient.read(socket.getInputStream());

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.text())
                    .as("the connection ends, with what came after")
                    .doesNotContain("live");
        }
    }
}
