package dev.plumbline.server.notification.channel;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.plumbline.server.history.CommitLabel;
import dev.plumbline.server.history.MovedSeries;
import dev.plumbline.server.notification.message.Message;
import dev.plumbline.server.notification.message.Messages;
import dev.plumbline.server.notification.message.Notification;
import dev.plumbline.server.notification.thread.NotifiedRegression;
import dev.plumbline.server.notification.watch.Alarm;
import dev.plumbline.server.regression.RegressionKind;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** A message as the JSON that webhooks receive. {@code docs/notifications.md} describes it; a field is never removed within a version. */
public final class WebhookFormat {

    private static final int VERSION = 1;

    private WebhookFormat() {}

    /** What happened, in one word: {@code confirmed}, {@code fixed}, {@code watchdog}, {@code test} … */
    public static String event(Notification notification) {
        return switch (notification) {
            case Notification.OfRegressions regressions -> regressions.event().label();
            case Notification.OfAlarms alarms -> "watchdog";
            case Notification.Trial trial -> "test";
        };
    }

    /** The document. */
    public static String body(Notification notification) {
        Message words = Messages.of(notification);
        return JsonBody.of(json -> {
            json.writeStartObject();
            json.writeNumberField("version", VERSION);
            json.writeStringField("event", event(notification));
            json.writeStringField("at", notification.head().at().toString());
            project(json, notification.head());
            json.writeNumberField("conversation", notification.head().thread());
            json.writeStringField("headline", words.headline());
            json.writeStringField("url", words.url());
            switch (notification) {
                case Notification.OfRegressions regressions -> regressions(json, regressions);
                case Notification.OfAlarms alarms -> alarms(json, alarms);
                case Notification.Trial trial -> {}
            }
            json.writeEndObject();
        });
    }

    private static void project(JsonGenerator json, Notification.Head head) throws IOException {
        json.writeObjectFieldStart("project");
        json.writeStringField("slug", head.slug());
        json.writeStringField("name", head.project());
        json.writeStringField("url", head.url(""));
        json.writeEndObject();
        json.writeObjectFieldStart("rule");
        json.writeNumberField("id", head.ruleId());
        json.writeStringField("name", head.rule());
        json.writeEndObject();
    }

    private static void regressions(JsonGenerator json, Notification.OfRegressions notification) throws IOException {
        json.writeStringField("note", notification.note());
        json.writeArrayFieldStart("regressions");
        for (NotifiedRegression regression : notification.regressions()) {
            json.writeStartObject();
            json.writeNumberField("id", regression.id());
            json.writeStringField("url", notification.head().url("/regressions/" + regression.id()));
            json.writeStringField("state", regression.state().label());
            json.writeStringField(
                    "kind", (regression.shift().isPresent() ? RegressionKind.SUITE : RegressionKind.SERIES).label());
            json.writeStringField("environment", regression.environment());
            json.writeStringField("branch", regression.branch());
            json.writeStringField("openedAt", regression.openedAt().toString());
            json.writeNumberField("run", regression.runId());
            range(json, regression);
            shift(json, regression.shift());
            json.writeNumberField("seriesCount", regression.seriesCount());
            json.writeArrayFieldStart("series");
            for (MovedSeries moved : regression.worst()) {
                series(json, notification.head(), moved);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void range(JsonGenerator json, NotifiedRegression regression) throws IOException {
        json.writeStringField("afterCommit", regression.range().previousSha());
        json.writeNumberField("commitCount", regression.range().count());
        json.writeArrayFieldStart("commits");
        for (CommitLabel commit : regression.range().commits()) {
            commit(json, commit);
        }
        json.writeEndArray();
        json.writeFieldName("fixedBy");
        if (regression.fixedBy().isPresent()) {
            commit(json, regression.fixedBy().get());
        } else {
            json.writeNull();
        }
    }

    private static void commit(JsonGenerator json, CommitLabel commit) throws IOException {
        json.writeStartObject();
        json.writeStringField("sha", commit.sha());
        json.writeStringField("subject", commit.subject());
        json.writeStringField("author", commit.author());
        json.writeEndObject();
    }

    private static void shift(JsonGenerator json, Optional<NotifiedRegression.Shift> shift) throws IOException {
        json.writeFieldName("shift");
        if (shift.isEmpty()) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        JsonBody.number(json, "ratio", shift.get().ratio());
        JsonBody.number(json, "low", shift.get().low());
        JsonBody.number(json, "high", shift.get().high());
        json.writeNumberField("moved", shift.get().moved());
        json.writeNumberField("of", shift.get().series());
        json.writeEndObject();
    }

    private static void series(JsonGenerator json, Notification.Head head, MovedSeries moved) throws IOException {
        json.writeStartObject();
        json.writeNumberField("id", moved.series().seriesId());
        json.writeStringField("url", head.url("/series/" + moved.series().seriesId()));
        json.writeStringField("benchmark", moved.series().benchmark());
        params(json, moved.series().params());
        json.writeStringField("metric", moved.series().metric());
        json.writeStringField("unit", moved.series().unit());
        JsonBody.number(json, "before", moved.levelBefore());
        JsonBody.number(json, "after", moved.levelAfter());
        JsonBody.number(json, "ratio", moved.ratio());
        JsonBody.number(json, "low", moved.ratioLow());
        JsonBody.number(json, "high", moved.ratioHigh());
        json.writeEndObject();
    }

    private static void params(JsonGenerator json, Map<String, String> params) throws IOException {
        json.writeObjectFieldStart("params");
        for (Map.Entry<String, String> param : params.entrySet()) {
            json.writeStringField(param.getKey(), param.getValue());
        }
        json.writeEndObject();
    }

    private static void alarms(JsonGenerator json, Notification.OfAlarms notification) throws IOException {
        json.writeBooleanField("back", notification.back());
        json.writeArrayFieldStart("alarms");
        for (Alarm alarm : notification.alarms()) {
            json.writeStartObject();
            json.writeNumberField("id", alarm.id());
            json.writeStringField("environment", alarm.environment());
            json.writeStringField("branch", alarm.branch());
            json.writeStringField("since", alarm.since().toString());
            switch (alarm.missing()) {
                case Alarm.Missing.Run run -> {
                    json.writeStringField("missing", "run");
                    json.writeNumberField("everySeconds", run.every().toSeconds());
                    json.writeNumberField("graceSeconds", run.grace().toSeconds());
                }
                case Alarm.Missing.Benchmark benchmark -> {
                    json.writeStringField("missing", "benchmark");
                    json.writeNumberField("benchmarkId", benchmark.benchmarkId());
                    json.writeStringField("benchmark", benchmark.name());
                    params(json, benchmark.params());
                }
            }
            json.writeStringField(
                    "lastCommit", alarm.lastRun().map(Alarm.LastRun::sha).orElse(""));
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
