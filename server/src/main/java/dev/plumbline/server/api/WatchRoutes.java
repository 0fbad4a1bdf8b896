package dev.plumbline.server.api;

import dev.plumbline.server.http.Reply;
import dev.plumbline.server.notification.watch.Alarm;
import dev.plumbline.server.notification.watch.Alarms;
import dev.plumbline.server.notification.watch.Watch;
import dev.plumbline.server.notification.watch.Watches;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;

/** What a project's runs are expected to bring, and what did not arrive. */
final class WatchRoutes {

    private static final int MOST_ALARMS = 1_000;

    /** Of the time between runs, where a watch says nothing of grace. */
    private static final int USUAL_GRACE_PART = 4;

    private final Watches watches;
    private final Alarms alarms;

    WatchRoutes(Watches watches, Alarms alarms) {
        this.watches = watches;
        this.alarms = alarms;
    }

    void mount(Api api) {
        api.read("/projects/{project}/watches", request -> {
            JsonArray list = new JsonArray();
            watches.all(request.project().id()).forEach(watch -> list.add(json(watch)));
            return Reply.json(new JsonObject().put("watches", list));
        });
        api.change(HttpMethod.POST, "/projects/{project}/watches", this::put);
        api.change(HttpMethod.DELETE, "/projects/{project}/watches/{watch}", request -> {
            if (!watches.delete(request.project().id(), request.key("watch"))) {
                throw request.notFound("watch");
            }
            return Reply.nothing();
        });
        api.read("/projects/{project}/alarms", request -> {
            JsonArray list = new JsonArray();
            alarms.open(request.project().id(), MOST_ALARMS).forEach(alarm -> list.add(json(alarm)));
            return Reply.json(new JsonObject().put("alarms", list));
        });
    }

    private Reply put(ApiRequest request) {
        JsonFields fields = request.body();
        int every = fields.number("everySeconds")
                .orElseThrow(() -> fields.invalid("everySeconds", "is missing: the seconds between two runs"));
        int grace = fields.number("graceSeconds").orElse(every / USUAL_GRACE_PART);
        Watch watch = watches.put(
                request.project().id(),
                fields.requiredText("environment"),
                fields.text("branch").orElse(""),
                Duration.ofSeconds(every),
                Duration.ofSeconds(grace));
        return Reply.changed(200, json(watch));
    }

    private static JsonObject json(Watch watch) {
        return new JsonObject()
                .put("id", watch.id())
                .put("environment", watch.environment())
                .put("branch", watch.branch())
                .put("everySeconds", watch.every().toSeconds())
                .put("graceSeconds", watch.grace().toSeconds())
                .put("createdAt", watch.createdAt().toString())
                .put("lastRunAt", watch.lastRunAt().map(Instant::toString).orElse(null))
                .put("overdueSince", watch.overdueSince().map(Instant::toString).orElse(null));
    }

    private static JsonObject json(Alarm alarm) {
        JsonObject json = new JsonObject()
                .put("id", alarm.id())
                .put("environment", alarm.environment())
                .put("branch", alarm.branch())
                .put("since", alarm.since().toString())
                .put("openedAt", alarm.openedAt().toString())
                .put("lastRun", alarm.lastRun().map(Alarm.LastRun::id).orElse(null))
                .put("lastCommit", alarm.lastRun().map(Alarm.LastRun::sha).orElse(null));
        return switch (alarm.missing()) {
            case Alarm.Missing.Run run -> json.put("missing", "run").put("watch", run.watchId());
            case Alarm.Missing.Benchmark benchmark ->
                json.put("missing", "benchmark")
                        .put("benchmarkId", benchmark.benchmarkId())
                        .put("benchmark", benchmark.name())
                        .put("params", params(benchmark));
        };
    }

    private static JsonObject params(Alarm.Missing.Benchmark benchmark) {
        JsonObject params = new JsonObject();
        benchmark.params().forEach(params::put);
        return params;
    }
}
