package dev.plumbline.server.notification.channel;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.plumbline.server.json.Json;
import dev.plumbline.server.notification.message.Message;
import dev.plumbline.server.notification.message.Messages;
import dev.plumbline.server.notification.message.Notification;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as the JSON that webhooks receive. {@code docs/notifications.md} describes it; a field is never removed within a version.
 *
 * @param event what happened, in one word
 * @param at when it was recorded
 * @param conversation the key of the thread, 0 for none
 * @param headline what happened, in a sentence
 * @param url the page about it
 * @param regressions the fields of a message about regressions; null where it is about none
 * @param alarms the fields of a message about what didn't arrive; null where it is about nothing such
 */
record WebhookFormat(
        int version,
        String event,
        Instant at,
        Project project,
        Rule rule,
        long conversation,
        String headline,
        String url,
        @JsonUnwrapped @Nullable WebhookRegressions regressions,
        @JsonUnwrapped @Nullable WebhookAlarms alarms) {

    private static final int VERSION = 1;

    record Project(String slug, String name, String url) {}

    record Rule(long id, String name) {}

    /** What happened, in one word: {@code confirmed}, {@code fixed}, {@code watchdog}, {@code test} … */
    static String event(Notification notification) {
        return switch (notification) {
            case Notification.OfRegressions regressions -> regressions.event().label();
            case Notification.OfAlarms alarms -> "watchdog";
            case Notification.Trial trial -> "test";
        };
    }

    /** The document. */
    static String body(Notification notification) {
        return Json.text(
                switch (notification) {
                    case Notification.OfRegressions regressions ->
                        of(regressions, WebhookRegressions.of(regressions), null);
                    case Notification.OfAlarms alarms -> of(alarms, null, WebhookAlarms.of(alarms));
                    case Notification.Trial trial -> of(trial, null, null);
                });
    }

    private static WebhookFormat of(
            Notification notification, @Nullable WebhookRegressions regressions, @Nullable WebhookAlarms alarms) {
        Notification.Head head = notification.head();
        Message words = Messages.of(notification);
        return new WebhookFormat(
                VERSION,
                event(notification),
                head.at(),
                new Project(head.slug(), head.project(), head.url("")),
                new Rule(head.ruleId(), head.rule()),
                head.thread(),
                words.headline(),
                words.url(),
                regressions,
                alarms);
    }
}
