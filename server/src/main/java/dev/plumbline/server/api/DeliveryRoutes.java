package dev.plumbline.server.api;

import dev.plumbline.server.database.PageOf;
import dev.plumbline.server.http.Admission;
import dev.plumbline.server.http.Paging;
import dev.plumbline.server.http.Parameters;
import dev.plumbline.server.http.Reply;
import dev.plumbline.server.http.Routes;
import dev.plumbline.server.queue.Deliveries;
import dev.plumbline.server.queue.DeliveryLog;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What a project told forges and others, what became of it, and another try. */
public final class DeliveryRoutes implements Routes {

    static final Set<String> STATES = Set.of("waiting", "delivered", "dead", "dropped");

    private final Admission admission;
    private final Deliveries deliveries;
    private final DeliveryLog log;
    private final Runnable deliveryAdded;

    /**
     * The routes.
     *
     * @param deliveryAdded is told when there is something to deliver
     */
    public DeliveryRoutes(Admission admission, Deliveries deliveries, DeliveryLog log, Runnable deliveryAdded) {
        this.admission = admission;
        this.deliveries = deliveries;
        this.log = log;
        this.deliveryAdded = deliveryAdded;
    }

    @Override
    public void mount(Router router) {
        Api api = new Api(router, admission);
        api.read("/projects/{project}/deliveries", this::list);
        api.read("/projects/{project}/deliveries/{delivery}", this::one);
        api.change(HttpMethod.POST, "/projects/{project}/deliveries/{delivery}/retry", this::again);
    }

    private Reply list(ApiRequest request) {
        Paging paging = Paging.of(request.query());
        String state = request.query().text("state").orElse("");
        if (!state.isEmpty() && !STATES.contains(state)) {
            throw Parameters.invalid("state", "takes waiting, delivered, dead or dropped");
        }
        PageOf part = paging.part();
        List<DeliveryLog.Entry> entries = log.entries(
                request.project().id(), state, request.query().text("kind").orElse(""), part);
        JsonArray list = new JsonArray();
        entries.stream().limit(paging.perPage()).forEach(entry -> list.add(json(entry)));
        return Reply.json(new JsonObject()
                .put("deliveries", list)
                .put("page", paging.page())
                .put("perPage", paging.perPage())
                .put("nextPage", entries.size() > paging.perPage() ? paging.page() + 1 : null));
    }

    private Reply one(ApiRequest request) {
        return Reply.json(whole(request));
    }

    private Reply again(ApiRequest request) {
        if (deliveries.again(request.project().id(), request.key("delivery"))) {
            deliveryAdded.run();
        }
        return Reply.changed(200, whole(request));
    }

    private JsonObject whole(ApiRequest request) {
        long id = request.key("delivery");
        DeliveryLog.Entry entry = log.entry(request.project().id(), id).orElseThrow(() -> request.notFound("delivery"));
        JsonArray attempts = new JsonArray();
        for (DeliveryLog.Attempt attempt : log.attempts(request.project().id(), id)) {
            attempts.add(new JsonObject()
                    .put("at", attempt.at().toString())
                    .put("outcome", attempt.outcome())
                    .put("status", attempt.status() == 0 ? null : attempt.status())
                    .put("what", attempt.what())
                    .put("milliseconds", attempt.took().toMillis()));
        }
        return json(entry).put("log", attempts);
    }

    private static JsonObject json(DeliveryLog.Entry entry) {
        return new JsonObject()
                .put("id", entry.id())
                .put("kind", entry.kind())
                .put("key", entry.key())
                .put("target", entry.target())
                .put("state", entry.state())
                .put("attempts", entry.attempts())
                .put("nextTryAt", entry.nextTry().map(Instant::toString).orElse(null))
                .put("underWay", entry.underWay())
                .put("url", entry.url().isEmpty() ? null : entry.url())
                .put("lastError", entry.lastError().isEmpty() ? null : entry.lastError())
                .put("createdAt", entry.createdAt().toString())
                .put("updatedAt", entry.updatedAt().toString());
    }
}
