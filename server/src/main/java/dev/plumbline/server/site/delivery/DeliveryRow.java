package dev.plumbline.server.site.delivery;

import dev.plumbline.analysis.text.Printable;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.queue.DeliveryLog;
import dev.plumbline.server.queue.DeliveryState;
import dev.plumbline.server.site.frame.Moment;
import dev.plumbline.server.site.frame.Tone;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A delivery on its page.
 *
 * @param what what it is
 * @param target where it goes
 * @param link what was created there; a web address, or empty
 * @param state one word
 * @param tone of the state
 * @param sentence what to know about it: when it is attempted next, what a person has to do
 * @param changedAt when it changed last
 * @param attempts the newest first
 * @param retry where a retry is requested; empty if there is nothing to retry
 */
public record DeliveryRow(
        String what,
        String target,
        Optional<String> link,
        String state,
        Tone tone,
        String sentence,
        Moment changedAt,
        List<Attempt> attempts,
        Optional<String> retry) {

    public DeliveryRow {
        attempts = List.copyOf(attempts);
    }

    /**
     * One attempt.
     *
     * @param at when it ended
     * @param outcome one word
     * @param status what the other end answered with, such as {@code HTTP 429}; may be empty
     * @param what what was done or went wrong
     * @param took how long it took
     */
    public record Attempt(Moment at, String outcome, Tone tone, String status, String what, String took) {}

    static DeliveryRow of(DeliveryLog.Entry entry, List<DeliveryLog.Attempt> attempts, Links links, boolean admin) {
        boolean delivered = entry.state() == DeliveryState.DELIVERED;
        return new DeliveryRow(
                kind(entry.kind()),
                Printable.line(entry.target()),
                link(entry.url()),
                entry.underWay() ? "under way" : entry.state().label(),
                tone(entry.state()),
                sentence(entry),
                Moment.of(entry.updatedAt()),
                attempts.stream().map(DeliveryRow::attempt).toList(),
                admin && !delivered && !entry.underWay()
                        ? Optional.of(links.deliveries() + "/" + entry.id() + "/retry")
                        : Optional.empty());
    }

    /** {@code pull-request} as {@code Pull request}. */
    private static String kind(String kind) {
        String words = kind.replace('-', ' ');
        return words.isEmpty() ? "" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** What the other end gave as an address becomes a link only if it is certainly an address. */
    private static Optional<String> link(String url) {
        return Optional.of(url).filter(text -> text.matches("https?://[^\\s\"'<>]{1,500}"));
    }

    private static Tone tone(DeliveryState state) {
        return switch (state) {
            case DELIVERED -> Tone.BETTER;
            case DEAD -> Tone.WORSE;
            case WAITING -> Tone.UNKNOWN;
            case DROPPED -> Tone.NEUTRAL;
        };
    }

    private static String sentence(DeliveryLog.Entry entry) {
        String error = Printable.line(entry.lastError());
        if (entry.state() != DeliveryState.WAITING || entry.underWay()) {
            return error;
        }
        String next = entry.nextTry()
                .map(at -> "Next try: " + Moment.of(at).full() + ".")
                .orElse("");
        return error.isEmpty() ? next : error + " " + next;
    }

    private static Attempt attempt(DeliveryLog.Attempt attempt) {
        Tone tone = switch (attempt.outcome()) {
            case DELIVERED -> Tone.BETTER;
            case DEAD, FAILED -> Tone.WORSE;
            case POSTPONED -> Tone.UNKNOWN;
            case DROPPED -> Tone.NEUTRAL;
        };
        return new Attempt(
                Moment.of(attempt.at()),
                attempt.outcome().label(),
                tone,
                attempt.status() == 0 ? "" : "HTTP " + attempt.status(),
                Printable.line(attempt.what()),
                attempt.took().toMillis() + " ms");
    }
}
