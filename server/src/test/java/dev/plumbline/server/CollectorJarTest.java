package dev.plumbline.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The collector's download. */
class CollectorJarTest {

    @TempDir
    private Path folder;

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() throws TimeoutException {
        vertx.close().await(20, TimeUnit.SECONDS);
    }

    @Test
    void liesBesideTheServersJarOrInABuiltTree() throws IOException {
        Path built = Files.createDirectories(folder.resolve("server/target"));
        assertThat(CollectorJar.near(built)).isEmpty();

        Path other = Files.createDirectories(folder.resolve("collector/target")).resolve("plumbline.jar");
        Files.writeString(other, "built");
        assertThat(CollectorJar.near(built)).hasValue(other);

        Files.writeString(built.resolve("plumbline.jar"), "beside");
        assertThat(CollectorJar.near(built)).hasValue(built.resolve("plumbline.jar"));
    }

    @Test
    void isGivenOutWithATag() throws Exception {
        Path jar = Files.writeString(folder.resolve("plumbline.jar"), "the collector");
        URI address = listen(Optional.of(jar));

        HttpResponse<byte[]> got = ask(HttpRequest.newBuilder(address));

        assertThat(got.statusCode()).isEqualTo(200);
        assertThat(new String(got.body(), StandardCharsets.UTF_8)).isEqualTo("the collector");
        assertThat(got.headers().firstValue("Content-Type")).hasValue("application/java-archive");
        String tag = got.headers().firstValue("ETag").orElseThrow();
        assertThat(ask(HttpRequest.newBuilder(address).header("If-None-Match", tag))
                        .statusCode())
                .isEqualTo(304);
        HttpResponse<byte[]> head = ask(HttpRequest.newBuilder(address).HEAD());
        assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(13);
    }

    @Test
    void isNotThereWhereItWasNotBuilt() throws Exception {
        assertThat(ask(HttpRequest.newBuilder(listen(Optional.empty()))).statusCode())
                .isEqualTo(404);
    }

    private URI listen(Optional<Path> jar) throws TimeoutException {
        Router router = Router.router(vertx);
        new CollectorRoutes(vertx, jar).mount(router);
        WebFront.answerHeadAsGet(router);
        router.route()
                .failureHandler(context -> context.response().setStatusCode(404).end());
        HttpServer server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "localhost")
                .await(20, TimeUnit.SECONDS);
        return URI.create("http://localhost:" + server.actualPort() + "/plumbline.jar");
    }

    private static HttpResponse<byte[]> ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        }
    }
}
