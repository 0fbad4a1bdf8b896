package dev.plumbline.forge.http;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The header {@code Retry-After}, how long another program asks to wait: seconds or a date (RFC 9110, section 10.2.3). */
public final class RetryAfter {

    private static final Duration LONGEST = Duration.ofHours(24);

    private final InstantSource clock;

    /**
     * A reader.
     *
     * @param clock what dates are compared with
     */
    public RetryAfter(InstantSource clock) {
        this.clock = clock;
    }

    /** How long an answer asks to wait, from zero to a day; empty when it doesn't say or can't be understood. */
    public Optional<Duration> of(HttpHeaders headers) {
        return headers.firstValue("Retry-After").flatMap(this::parse);
    }

    /** How long a value of the header asks to wait, from zero to a day; empty when it can't be understood. */
    public Optional<Duration> parse(String header) {
        String value = header.strip();
        if (value.matches("[0-9]{1,9}")) {
            return Optional.of(bounded(Duration.ofSeconds(Long.parseLong(value))));
        }
        try {
            return Optional.of(until(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant()));
        } catch (DateTimeException neither) {
            return Optional.empty();
        }
    }

    /** How long it is until a moment that another program names, from zero to a day. */
    public Duration until(Instant moment) {
        return bounded(Duration.between(clock.instant(), moment));
    }

    private static Duration bounded(Duration wait) {
        return wait.isNegative() ? Duration.ZERO : wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
