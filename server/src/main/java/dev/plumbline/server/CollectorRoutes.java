package dev.plumbline.server;

import dev.plumbline.server.http.ProblemException;
import dev.plumbline.server.http.ProblemKind;
import dev.plumbline.server.http.Routes;
import io.vertx.core.Vertx;
import io.vertx.core.file.FileProps;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.nio.file.Path;
import java.util.Optional;

/** The collector as a download: a CI job fetches the one that belongs to the server it uploads to. Anyone may download it. */
public final class CollectorRoutes implements Routes {

    /** Where it is. */
    static final String PATH = "/plumbline.jar";

    private final Vertx vertx;
    private final Optional<Path> jar;

    /**
     * The route.
     *
     * @param jar the file; empty if this server has none, which is answered with 404 and what to do
     */
    public CollectorRoutes(Vertx vertx, Optional<Path> jar) {
        this.vertx = vertx;
        this.jar = jar;
    }

    @Override
    public void mount(Router router) {
        router.get(PATH).handler(this::send);
    }

    private void send(RoutingContext context) {
        if (jar.isEmpty()) {
            context.fail(new ProblemException(
                    ProblemKind.NOT_FOUND,
                    "This server has no collector next to it: build it with 'mvn -DskipTests package', or put"
                            + " plumbline.jar into the folder of plumbline-server.jar, and start the server again."));
            return;
        }
        String file = jar.get().toString();
        vertx.fileSystem().props(file).onFailure(context::fail).onSuccess(props -> send(context, file, props));
    }

    private static void send(RoutingContext context, String file, FileProps props) {
        String tag = "\"" + Long.toHexString(props.lastModifiedTime()) + "-" + Long.toHexString(props.size()) + "\"";
        context.response()
                .putHeader("Content-Type", "application/java-archive")
                .putHeader("ETag", tag)
                .putHeader("Cache-Control", "no-cache");
        if (tag.equals(context.request().getHeader("If-None-Match"))) {
            context.response().setStatusCode(304).end();
        } else if (context.request().method().equals(HttpMethod.HEAD)) {
            context.response()
                    .putHeader("Content-Length", Long.toString(props.size()))
                    .end();
        } else {
            context.response().sendFile(file).onFailure(context::fail);
        }
    }
}
