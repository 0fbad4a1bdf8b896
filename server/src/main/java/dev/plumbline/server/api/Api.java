package dev.plumbline.server.api;

import dev.plumbline.server.auth.Access;
import dev.plumbline.server.auth.Caller;
import dev.plumbline.server.auth.Permission;
import dev.plumbline.server.http.Admission;
import dev.plumbline.server.http.Parameters;
import dev.plumbline.server.http.Reply;
import dev.plumbline.server.http.RequestBody;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Where features register their operations: a path as OpenAPI writes it, the required permission, and a function from
 * request to reply that runs on a worker thread.
 */
public final class Api {

    /** What every path begins with. */
    public static final String PREFIX = "/api/v1";

    private final Router router;
    private final Admission admission;

    public Api(Router router, Admission admission) {
        this.router = router;
        this.admission = admission;
    }

    /** Reads something of a project. */
    public void read(String path, Function<ApiRequest, Reply> endpoint) {
        get(path).handler(context -> answer(context, project(context, Permission.READ, endpoint)));
    }

    /** Reads something of a project that only its administrators see. */
    void readAsAdmin(String path, Function<ApiRequest, Reply> endpoint) {
        get(path).handler(context -> answer(context, project(context, Permission.ADMIN, endpoint)));
    }

    /** Changes something of a project. */
    void change(HttpMethod method, String path, Function<ApiRequest, Reply> endpoint) {
        router.route(method, routePath(path)).handler(context -> {
            Map<String, String> named = Map.copyOf(context.pathParams());
            answer(
                    context,
                    admission.projectBody(
                            context,
                            Permission.ADMIN,
                            (access, body) -> endpoint.apply(request(context, named, access, body))));
        });
    }

    /** Replaces something of a project with a document, which is passed on as bytes so that an error can name the place. */
    void replace(String path, BiFunction<ApiRequest, Replacement, Reply> endpoint) {
        router.route(HttpMethod.PUT, routePath(path)).handler(context -> {
            Map<String, String> named = Map.copyOf(context.pathParams());
            answer(
                    context,
                    admission.projectBody(
                            context,
                            Permission.ADMIN,
                            (access, body) -> endpoint.apply(
                                    request(context, named, access, Buffer.buffer()),
                                    Replacement.of(context.request(), body))));
        });
    }

    /** Reads something of the instance, with or without a token. */
    void readInstance(String path, BiFunction<Caller, Parameters, Reply> endpoint) {
        get(path)
                .handler(context -> answer(
                        context,
                        admission.instance(
                                context,
                                false,
                                caller -> endpoint.apply(caller, new Parameters(context.queryParams())))));
    }

    /** Changes something of the instance, with a token of it. */
    void changeInstance(HttpMethod method, String path, Function<RequestBody, Reply> endpoint) {
        router.route(method, routePath(path))
                .handler(context -> answer(
                        context,
                        admission.instanceBody(context, (caller, body) -> endpoint.apply(RequestBody.of(body)))));
    }

    /** {@code /projects/{project}} as the router writes it. */
    public static String routePath(String path) {
        return PREFIX + path.replaceAll("\\{(\\w+)}", ":$1");
    }

    private Route get(String path) {
        return router.get(routePath(path));
    }

    private Future<Reply> project(RoutingContext context, Permission permission, Function<ApiRequest, Reply> endpoint) {
        Map<String, String> named = Map.copyOf(context.pathParams());
        return admission.project(
                context, permission, access -> endpoint.apply(request(context, named, access, Buffer.buffer())));
    }

    private static ApiRequest request(RoutingContext context, Map<String, String> named, Access access, Buffer body) {
        return new ApiRequest(access, named, new Parameters(context.queryParams()), RequestBody.of(body));
    }

    private static void answer(RoutingContext context, Future<Reply> reply) {
        reply.onSuccess(done -> done.send(context)).onFailure(context::fail);
    }
}
