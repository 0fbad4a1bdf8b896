package dev.plumbline.server.notification.message;

import dev.plumbline.analysis.text.Count;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.server.notification.watch.Alarm;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Renders alarms as messages. */
final class AlarmMessages {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);
    private static final int MOST_LINES = 10;

    private AlarmMessages() {}

    static Message of(Notification.OfAlarms notification) {
        Alarm first = notification.alarms().get(0);
        String where = " on " + Printable.line(first.environment());
        String topic = topic(notification.alarms());
        String what = notification.back() ? back(notification.alarms()) : topic;
        return new Message(
                Messages.tag(notification.head()) + topic + where,
                what + where,
                notification.head().url(""),
                List.of(section(notification, first)),
                Messages.footer(notification.head()));
    }

    private static String topic(List<Alarm> alarms) {
        return switch (alarms.get(0).missing()) {
            case Alarm.Missing.Run run -> "A benchmark run didn't arrive";
            case Alarm.Missing.Benchmark benchmark ->
                alarms.size() == 1
                        ? (benchmark.failed() ? "A benchmark failed: " : "A benchmark is missing: ")
                                + SeriesNames.of(benchmark)
                        : lost(alarms);
        };
    }

    private static String lost(List<Alarm> alarms) {
        long failed = alarms.stream()
                .filter(alarm -> alarm.missing() instanceof Alarm.Missing.Benchmark benchmark && benchmark.failed())
                .count();
        long missing = alarms.size() - failed;
        if (failed == 0) {
            return Count.of(missing) + " benchmarks are missing";
        }
        return missing == 0
                ? Count.of(failed) + " benchmarks failed"
                : Count.of(missing, "benchmark is", "benchmarks are") + " missing and " + Count.of(failed) + " failed";
    }

    private static String back(List<Alarm> alarms) {
        return switch (alarms.get(0).missing()) {
            case Alarm.Missing.Run run -> "Benchmark runs are arriving again";
            case Alarm.Missing.Benchmark benchmark ->
                alarms.size() == 1
                        ? "A benchmark is measured again: " + SeriesNames.of(benchmark)
                        : Count.of(alarms.size()) + " benchmarks are measured again";
        };
    }

    private static Message.Section section(Notification.OfAlarms notification, Alarm first) {
        List<Message.Line> lines = new ArrayList<>();
        for (Alarm alarm : notification.alarms()) {
            if (alarm.missing() instanceof Alarm.Missing.Benchmark benchmark && lines.size() < MOST_LINES) {
                lines.add(new Message.Line(
                        SeriesNames.of(benchmark),
                        Optional.of(notification.head().url("/benchmarks/" + benchmark.benchmarkId())),
                        benchmark.failed() && !notification.back() ? "failed" : ""));
            }
        }
        int unlisted = lines.isEmpty() ? 0 : notification.alarms().size() - lines.size();
        return new Message.Section(
                "",
                notification.head().url(""),
                notification.back() ? List.of() : sentences(first),
                List.of(),
                lines,
                unlisted > 0 ? "and " + unlisted + " more" : "");
    }

    private static List<String> sentences(Alarm alarm) {
        List<String> sentences = new ArrayList<>();
        switch (alarm.missing()) {
            case Alarm.Missing.Run run -> {
                sentences.add("A run of " + Printable.line(alarm.branch()) + " is expected every " + words(run.every())
                        + ". It was due by " + time(alarm.since()) + ", including " + words(run.grace())
                        + " of grace period.");
                sentences.add(alarm.lastRun()
                        .map(last -> "The last one arrived on " + time(last.uploadedAt()) + " and measured "
                                + Messages.hash(last.sha()) + ".")
                        .orElse("None has arrived yet."));
            }
            case Alarm.Missing.Benchmark benchmark -> {
                benchmark
                        .sinceCommit()
                        .ifPresent(commit -> sentences.add("Since commit " + Messages.hash(commit)
                                + " there is no score in the runs of " + Printable.line(alarm.branch()) + "."));
                alarm.lastRun()
                        .ifPresent(last -> sentences.add("The last run with one measured " + Messages.hash(last.sha())
                                + " and arrived on " + time(last.uploadedAt()) + "."));
            }
        }
        return sentences;
    }

    private static String time(Instant instant) {
        return TIME.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** For example {@code 1 day}, {@code 36 hours}, {@code 90 minutes}. */
    static String words(Duration duration) {
        long minutes = duration.toMinutes();
        if (minutes >= 1_440 && minutes % 1_440 == 0) {
            return counted(minutes / 1_440, "day");
        }
        return minutes >= 60 && minutes % 60 == 0 ? counted(minutes / 60, "hour") : counted(minutes, "minute");
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
