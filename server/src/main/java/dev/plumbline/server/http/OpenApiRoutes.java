package dev.plumbline.server.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The description of the API. */
final class OpenApiRoutes implements Routes {

    private final Reply document;

    OpenApiRoutes() {
        try (InputStream resource =
                Objects.requireNonNull(OpenApiRoutes.class.getResourceAsStream("/openapi.json"), "openapi.json")) {
            this.document = Reply.tagged("application/json", Buffer.buffer(resource.readAllBytes()))
                    .with("Access-Control-Allow-Origin", "*");
        } catch (IOException e) {
            throw new UncheckedIOException("openapi.json", e);
        }
    }

    @Override
    public void mount(Router router) {
        router.get("/openapi.json").handler(document::send);
    }
}
