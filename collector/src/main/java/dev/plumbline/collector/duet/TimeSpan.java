package dev.plumbline.collector.duet;

import dev.plumbline.collector.command.UsageException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time as people write them: {@code 10m}, {@code 1h30m}, {@code 90s}, or seconds alone. */
public final class TimeSpan {

    private static final Pattern SPAN = Pattern.compile("(?:([0-9]{1,4})h)?(?:([0-9]{1,5})m)?(?:([0-9]{1,6})s?)?");

    private TimeSpan() {}

    /**
     * The span in an option.
     *
     * @throws UsageException when it isn't one, or is zero
     */
    static Duration of(String option, String text) {
        Matcher span = SPAN.matcher(text.strip());
        if (text.isBlank() || !span.matches()) {
            throw new UsageException(option + " takes a time such as 10m, 1h30m or 90s, not '" + text + "'");
        }
        Duration duration =
                Duration.ofHours(number(span, 1)).plusMinutes(number(span, 2)).plusSeconds(number(span, 3));
        if (duration.isZero()) {
            throw new UsageException(option + " must be more than zero");
        }
        return duration;
    }

    /** Minutes and seconds, as a clock shows them. */
    public static String clock(Duration span) {
        return "%d:%02d".formatted(span.toMinutes(), span.toSecondsPart());
    }

    private static long number(Matcher span, int group) {
        return span.group(group) == null ? 0 : Long.parseLong(span.group(group));
    }
}
