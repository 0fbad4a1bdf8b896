package dev.plumbline.server.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.plumbline.server.http.Reply;
import dev.plumbline.server.notification.watch.Alarm;
import dev.plumbline.server.notification.watch.Alarms;
import dev.plumbline.server.notification.watch.Watch;
import dev.plumbline.server.notification.watch.Watches;
import io.vertx.core.http.HttpMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What runs a project expects, and what didn't arrive. */
final class WatchRoutes {

    private static final int MOST_ALARMS = 1_000;

    /** The share of the time between runs, if a watch gives no grace period. */
    private static final int USUAL_GRACE_PART = 4;

    private final Watches watches;
    private final Alarms alarms;

    private record WatchAnswer(
            long id,
            String environment,
            String branch,
            long everySeconds,
            long graceSeconds,
            Instant createdAt,
            Optional<Instant> lastRunAt,
            Optional<Instant> overdueSince) {

        static WatchAnswer of(Watch watch) {
            return new WatchAnswer(
                    watch.id(),
                    watch.environment(),
                    watch.branch(),
                    watch.every().toSeconds(),
                    watch.grace().toSeconds(),
                    watch.createdAt(),
                    watch.lastRunAt(),
                    watch.overdueSince());
        }
    }

    private record WatchList(List<WatchAnswer> watches) {}

    /** An alarm with the fields of its kind. */
    private record AlarmAnswer(
            long id,
            String environment,
            String branch,
            Instant since,
            Instant openedAt,
            Optional<Long> lastRun,
            Optional<String> lastCommit,
            @JsonUnwrapped Missing missing) {

        static AlarmAnswer of(Alarm alarm) {
            return new AlarmAnswer(
                    alarm.id(),
                    alarm.environment(),
                    alarm.branch(),
                    alarm.since(),
                    alarm.openedAt(),
                    alarm.lastRun().map(Alarm.LastRun::id),
                    alarm.lastRun().map(Alarm.LastRun::sha),
                    Missing.of(alarm.missing()));
        }
    }

    private record AlarmList(List<AlarmAnswer> alarms) {}

    private sealed interface Missing {

        static Missing of(Alarm.Missing missing) {
            return switch (missing) {
                case Alarm.Missing.Run run -> new MissingRun("run", run.watchId());
                case Alarm.Missing.Benchmark benchmark ->
                    new MissingBenchmark(
                            "benchmark",
                            benchmark.benchmarkId(),
                            benchmark.name(),
                            benchmark.params(),
                            benchmark.failed(),
                            benchmark.sinceCommit());
            };
        }
    }

    private record MissingRun(String missing, long watch) implements Missing {}

    private record MissingBenchmark(
            String missing,
            long benchmarkId,
            String benchmark,
            Map<String, String> params,
            boolean failed,
            Optional<String> sinceCommit)
            implements Missing {}

    private record NewWatch(
            String environment, Optional<String> branch, Integer everySeconds, OptionalInt graceSeconds) {}

    WatchRoutes(Watches watches, Alarms alarms) {
        this.watches = watches;
        this.alarms = alarms;
    }

    void mount(Api api) {
        api.read("/projects/{project}/watches", request -> {
            return Reply.json(new WatchList(watches.all(request.project().id()).stream()
                    .map(WatchAnswer::of)
                    .toList()));
        });
        api.change(HttpMethod.POST, "/projects/{project}/watches", this::put);
        api.change(HttpMethod.DELETE, "/projects/{project}/watches/{watch}", request -> {
            if (!watches.delete(request.project().id(), request.key("watch"))) {
                throw request.notFound("watch");
            }
            return Reply.nothing();
        });
        api.read("/projects/{project}/alarms", request -> {
            return Reply.json(new AlarmList(alarms.open(request.project().id(), MOST_ALARMS).stream()
                    .map(AlarmAnswer::of)
                    .toList()));
        });
    }

    private Reply put(ApiRequest request) {
        NewWatch wanted = request.body(NewWatch.class);
        int every = wanted.everySeconds();
        Watch watch = watches.put(
                request.project().id(),
                wanted.environment(),
                wanted.branch().orElse(""),
                Duration.ofSeconds(every),
                Duration.ofSeconds(wanted.graceSeconds().orElse(every / USUAL_GRACE_PART)));
        return Reply.changed(200, WatchAnswer.of(watch));
    }
}
