package dev.plumbline.server.site.frame;

import java.time.Duration;
import java.time.Instant;

/** How long ago something was, in the largest unit of which there are at least two: {@code 3 hours ago}. */
public final class Age {

    private static final long MINUTES_SHOWN = 120;
    private static final long HOURS_SHOWN = 48;
    private static final long DAYS_SHOWN = 60;
    private static final long DAYS_OF_A_MONTH = 30;
    private static final long DAYS_OF_A_YEAR = 365;

    private Age() {}

    /** The age of an instant; one that is yet to come is just now. */
    public static String of(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        if (age.toMinutes() < 1) {
            return "just now";
        }
        if (age.toMinutes() < MINUTES_SHOWN) {
            return ago(age.toMinutes(), "minute");
        }
        if (age.toHours() < HOURS_SHOWN) {
            return ago(age.toHours(), "hour");
        }
        long days = age.toDays();
        if (days < DAYS_SHOWN) {
            return ago(days, "day");
        }
        return days < 2 * DAYS_OF_A_YEAR ? ago(days / DAYS_OF_A_MONTH, "month") : ago(days / DAYS_OF_A_YEAR, "year");
    }

    private static String ago(long number, String unit) {
        return Figures.count(number, unit) + " ago";
    }
}
