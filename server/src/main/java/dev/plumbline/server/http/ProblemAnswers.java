package dev.plumbline.server.http;

import dev.plumbline.server.json.Json;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;

/** Answers every request that ended with a problem: as RFC 9457 says, or as a plain page if a browser asks for one. */
public final class ProblemAnswers {

    private ProblemAnswers() {}

    private static final String TYPE = "application/problem+json";

    /** What the router itself rejects, by status. */
    private static final Map<Integer, ProblemKind> ROUTER_COMPLAINTS = Map.of(
            400, ProblemKind.INVALID_REQUEST,
            404, ProblemKind.NOT_FOUND,
            405, ProblemKind.METHOD_NOT_ALLOWED,
            413, ProblemKind.UPLOAD_TOO_LARGE,
            415, ProblemKind.UNSUPPORTED_MEDIA_TYPE);

    private static final List<Integer> STATUSES =
            List.of(400, 401, 403, 404, 405, 406, 408, 409, 413, 414, 415, 429, 500, 503, 507);

    /** Answers every failure on this router. */
    public static void mount(Router router) {
        STATUSES.forEach(status -> router.errorHandler(status, context -> answer(context, status)));
    }

    private static void answer(RoutingContext context, int status) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            context.request().connection().close();
            return;
        }
        write(context, problem(context, status));
    }

    /** Answers with a problem. */
    private static void write(RoutingContext context, Problem problem) {
        HttpServerResponse response = context.response().setStatusCode(problem.status());
        problem.retryAfterSeconds().ifPresent(seconds -> response.putHeader("Retry-After", Integer.toString(seconds)));
        if (problem.code().equals(ProblemKind.TOKEN_REQUIRED.code())
                || problem.code().equals(ProblemKind.INVALID_TOKEN.code())) {
            response.putHeader("WWW-Authenticate", "Bearer realm=\"plumbline\"");
        }
        response.putHeader("Cache-Control", "no-store");
        if (wantsPage(context)) {
            response.putHeader("Content-Type", "text/html; charset=utf-8").end(PlainProblemPage.html(problem));
        } else {
            response.putHeader("Content-Type", TYPE).end(Buffer.buffer(Json.bytes(problem.body())));
        }
    }

    private static Problem problem(RoutingContext context, int status) {
        ProblemKind complaint = ROUTER_COMPLAINTS.get(status);
        if (complaint != null && !(context.failure() instanceof ProblemException)) {
            return Problem.of(complaint, detail(complaint));
        }
        Throwable failure = context.failure();
        return Problems.of(failure != null ? failure : new IllegalStateException("status " + status));
    }

    private static String detail(ProblemKind complaint) {
        return switch (complaint) {
            case NOT_FOUND ->
                "There is no operation and no page at this address. The API is described at /openapi.json.";
            case METHOD_NOT_ALLOWED -> "The address exists, but doesn't support this method. See /openapi.json.";
            case UPLOAD_TOO_LARGE -> "The body of this operation may have at most 64 KiB.";
            default -> "The address, a header or the body can't be understood.";
        };
    }

    private static boolean wantsPage(RoutingContext context) {
        String path = context.request().path();
        String accept = context.request().getHeader("Accept");
        return path != null && !path.startsWith("/api/") && accept != null && accept.contains("text/html");
    }
}
