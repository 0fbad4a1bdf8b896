package dev.plumbline.server.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One end of a part of a history, as a query gives it; open if it gives none.
 *
 * @param text as it was given, empty if the part is open here
 * @param commit how a commit's hash begins
 * @param time the time itself; of a date, its first or its last moment in UTC
 */
public record RangeEnd(String text, Optional<String> commit, Optional<Instant> time) {

    /** No bound. */
    public static final RangeEnd OPEN = new RangeEnd("", Optional.empty(), Optional.empty());

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{7,64}");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    /** The finest step of a stored time. */
    private static final Duration MOMENT = Duration.ofNanos(1_000);

    /**
     * The first point: the parameter {@code from}.
     *
     * @throws ProblemException {@code invalid-parameter}
     */
    public static RangeEnd from(Parameters query) {
        return of(query, "from", Duration.ZERO);
    }

    /**
     * The last point: the parameter {@code to}.
     *
     * @throws ProblemException {@code invalid-parameter}
     */
    public static RangeEnd to(Parameters query) {
        return of(query, "to", Duration.ofDays(1).minus(MOMENT));
    }

    private static RangeEnd of(Parameters query, String name, Duration withinDay) {
        String text = query.text(name).orElse("");
        if (text.isEmpty()) {
            return OPEN;
        }
        if (HASH.matcher(text).matches()) {
            return new RangeEnd(text, Optional.of(text), Optional.empty());
        }
        Instant time = (DATE.matcher(text).matches()
                        ? date(text).map(day -> day.plus(withinDay))
                        : TimeText.parse(text))
                .orElseThrow(() -> Parameters.invalid(
                        name,
                        "takes a commit's hash (7 to 64 hexadecimal digits), a date such as 2026-01-31, or "
                                + TimeText.EXPECTED));
        return new RangeEnd(text, Optional.empty(), Optional.of(time));
    }

    private static Optional<Instant> date(String text) {
        try {
            return TimeText.parse(
                    LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
