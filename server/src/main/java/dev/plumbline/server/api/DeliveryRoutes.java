package dev.plumbline.server.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.plumbline.server.database.PageOf;
import dev.plumbline.server.http.Admission;
import dev.plumbline.server.http.Paging;
import dev.plumbline.server.http.Reply;
import dev.plumbline.server.http.Routes;
import dev.plumbline.server.json.Json;
import dev.plumbline.server.queue.Deliveries;
import dev.plumbline.server.queue.DeliveryLog;
import dev.plumbline.server.queue.DeliveryOutcome;
import dev.plumbline.server.queue.DeliveryState;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a project sent to forges and other services, what became of it, and retries. */
public final class DeliveryRoutes implements Routes {

    private final Admission admission;
    private final Deliveries deliveries;
    private final DeliveryLog log;
    private final Runnable deliveryAdded;

    private record DeliveryAnswer(
            long id,
            String kind,
            String key,
            String target,
            DeliveryState state,
            int attempts,
            Optional<Instant> nextTryAt,
            boolean underWay,
            Optional<String> url,
            Optional<String> lastError,
            Instant createdAt,
            Instant updatedAt) {

        static DeliveryAnswer of(DeliveryLog.Entry entry) {
            return new DeliveryAnswer(
                    entry.id(),
                    entry.kind(),
                    entry.key(),
                    entry.target(),
                    entry.state(),
                    entry.attempts(),
                    entry.nextTry(),
                    entry.underWay(),
                    Json.known(entry.url()),
                    Json.known(entry.lastError()),
                    entry.createdAt(),
                    entry.updatedAt());
        }
    }

    private record AttemptAnswer(
            Instant at, DeliveryOutcome.Kind outcome, OptionalInt status, String what, long milliseconds) {

        static AttemptAnswer of(DeliveryLog.Attempt attempt) {
            return new AttemptAnswer(
                    attempt.at(),
                    attempt.outcome(),
                    attempt.status() == 0 ? OptionalInt.empty() : OptionalInt.of(attempt.status()),
                    attempt.what(),
                    attempt.took().toMillis());
        }
    }

    private record Whole(@JsonUnwrapped DeliveryAnswer delivery, List<AttemptAnswer> log) {}

    /**
     * The routes.
     *
     * @param deliveryAdded is notified when there is something to deliver
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
        Optional<DeliveryState> state = request.query().constant("state", DeliveryState.class, DeliveryState::label);
        PageOf part = paging.part();
        List<DeliveryLog.Entry> entries =
                log.entries(request.project().id(), state, request.query().text("kind"), part);
        return Reply.json(paging.answer(
                "deliveries", entries.stream().map(DeliveryAnswer::of).toList()));
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

    private Whole whole(ApiRequest request) {
        long id = request.key("delivery");
        DeliveryLog.Entry entry = log.entry(request.project().id(), id).orElseThrow(() -> request.notFound("delivery"));
        return new Whole(
                DeliveryAnswer.of(entry),
                log.attempts(request.project().id(), id).stream()
                        .map(AttemptAnswer::of)
                        .toList());
    }
}
