package dev.plumbline.server.site.frame;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A time as pages show it, in UTC.
 *
 * @param machine ISO 8601
 * @param day for example {@code 22 Nov 2026}
 * @param full for example {@code 22 Nov 2026, 14:05 UTC}
 */
public record Moment(String machine, String day, String full) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter FULL =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH);

    /** An instant for people. */
    public static Moment of(Instant instant) {
        return new Moment(
                instant.toString(),
                DAY.format(instant.atOffset(ZoneOffset.UTC)),
                FULL.format(instant.atOffset(ZoneOffset.UTC)));
    }
}
