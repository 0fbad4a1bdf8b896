package dev.plumbline.collector.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Times as histories write them. */
final class HistoryTime {

    /** From here on a number of the epoch is one of milliseconds: as seconds it would be in the year 5138. */
    private static final long FIRST_MILLISECONDS = 100_000_000_000L;

    private static final DateTimeFormatter WITH_OFFSET =
            DateTimeFormatter.ofPattern("yyyy-MM-dd H:mm:ss[.SSS][ ]XX", Locale.ROOT);
    private static final DateTimeFormatter WITHOUT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd H:mm[:ss][.SSS]", Locale.ROOT);

    private HistoryTime() {}

    /**
     * The time that a text says: ISO 8601, the same with dots or blanks, or seconds or milliseconds since 1970. Without an offset
     * it is one of UTC. Empty if it says none.
     */
    static Optional<Instant> of(String given) {
        String text = given.strip();
        if (text.matches("\\d{9,16}")) {
            long number = Long.parseLong(text);
            return Optional.of(
                    number >= FIRST_MILLISECONDS ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number));
        }
        String usual = text.replaceFirst("^(\\d{4})[./](\\d{2})[./](\\d{2})", "$1-$2-$3");
        try {
            if (usual.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return Optional.of(
                        LocalDate.parse(usual).atStartOfDay(ZoneOffset.UTC).toInstant());
            }
            if (usual.matches(".*T.*(Z|[+-]\\d\\d:?\\d\\d)")) {
                return Optional.of(OffsetDateTime.parse(usual.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2"))
                        .toInstant());
            }
            String spaced = usual.replace('T', ' ');
            return spaced.matches(".*(Z|[+-]\\d\\d:?\\d\\d)")
                    ? Optional.of(OffsetDateTime.parse(
                                    spaced.replaceFirst("Z$", "+0000").replaceFirst("([+-]\\d\\d):(\\d\\d)$", "$1$2"),
                                    WITH_OFFSET)
                            .toInstant())
                    : Optional.of(LocalDateTime.parse(spaced, WITHOUT).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
