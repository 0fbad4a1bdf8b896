package dev.plumbline.server.http;

import dev.plumbline.server.http.limit.ClientAddress;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Gives every request an id, taken from the client if it sends a valid one, and logs one line when the answer has been sent.
 * Queries are not logged.
 */
public final class RequestLog implements Handler<RoutingContext> {

    private static final Logger LOG = LoggerFactory.getLogger("dev.plumbline.server.requests");
    private static final String HEADER = "X-Request-Id";
    private static final Pattern DECENT = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int ID_BYTES = 8;
    private static final int SERVER_ERRORS = 500;

    private final SecureRandom random = new SecureRandom();
    private final ClientAddress address;

    public RequestLog(ClientAddress address) {
        this.address = address;
    }

    @Override
    public void handle(RoutingContext context) {
        HttpServerRequest request = context.request();
        String id = id(request);
        String client = address.of(request);
        long start = System.nanoTime();
        context.response().putHeader(HEADER, id);
        context.addEndHandler(end -> LOG.atLevel(level(context))
                .addKeyValue("id", id)
                .addKeyValue("client", client)
                .addKeyValue("method", request.method().name())
                .addKeyValue("path", context.request().path())
                .addKeyValue("status", context.response().getStatusCode())
                .addKeyValue("bytes", context.response().bytesWritten())
                .addKeyValue("millis", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start))
                .addKeyValue("complete", end.succeeded())
                .log("request"));
        context.next();
    }

    private static Level level(RoutingContext context) {
        String path = context.request().path();
        boolean routine =
                path == null || path.startsWith("/health") || path.startsWith("/assets") || path.equals("/metrics");
        return routine && context.response().getStatusCode() < SERVER_ERRORS ? Level.DEBUG : Level.INFO;
    }

    private String id(HttpServerRequest request) {
        String given = request.getHeader(HEADER);
        if (given != null && DECENT.matcher(given).matches()) {
            return given;
        }
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
