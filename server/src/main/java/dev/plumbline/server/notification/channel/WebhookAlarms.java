package dev.plumbline.server.notification.channel;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.plumbline.server.notification.message.Notification;
import dev.plumbline.server.notification.watch.Alarm;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a webhook gets of runs and benchmarks that didn't arrive, or are back. */
record WebhookAlarms(boolean back, List<OneAlarm> alarms) {

    WebhookAlarms {
        alarms = List.copyOf(alarms);
    }

    static WebhookAlarms of(Notification.OfAlarms notification) {
        return new WebhookAlarms(
                notification.back(),
                notification.alarms().stream().map(OneAlarm::of).toList());
    }

    record OneAlarm(
            long id,
            String environment,
            String branch,
            Instant since,
            @JsonUnwrapped Missing missing,
            String lastCommit) {

        static OneAlarm of(Alarm alarm) {
            return new OneAlarm(
                    alarm.id(),
                    alarm.environment(),
                    alarm.branch(),
                    alarm.since(),
                    Missing.of(alarm.missing()),
                    alarm.lastRun().map(Alarm.LastRun::sha).orElse(""));
        }
    }

    sealed interface Missing {

        static Missing of(Alarm.Missing missing) {
            return switch (missing) {
                case Alarm.Missing.Run run ->
                    new Run("run", run.every().toSeconds(), run.grace().toSeconds());
                case Alarm.Missing.Benchmark benchmark ->
                    new Benchmark(
                            "benchmark",
                            benchmark.benchmarkId(),
                            benchmark.name(),
                            benchmark.params(),
                            benchmark.mode(),
                            benchmark.threads(),
                            benchmark.failed());
            };
        }
    }

    record Run(String missing, long everySeconds, long graceSeconds) implements Missing {}

    record Benchmark(
            String missing,
            long benchmarkId,
            String benchmark,
            Map<String, String> params,
            String mode,
            int threads,
            boolean failed)
            implements Missing {}
}
