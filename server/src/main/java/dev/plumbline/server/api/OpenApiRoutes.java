package dev.plumbline.server.api;

import dev.plumbline.server.http.Reply;
import dev.plumbline.server.http.Routes;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The description of the API. */
public final class OpenApiRoutes implements Routes {

    private final Reply document;

    public OpenApiRoutes() {
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
