package dev.plumbline.server.site.frame;

import java.time.Duration;
import java.time.Instant;

/** How long ago something was, in the largest unit of which there are at least two: {@code 3 hours ago}. */
public final class Age {

    private static final long HOURS_SHOWN = 48;
    private static final long DAYS_SHOWN = 60;
    private static final long DAYS_OF_A_MONTH = 30;

    private Age() {}

    /** The words; what is yet to come is now. */
    public static String words(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        if (age.toMinutes() < 1) {
            return "just now";
        }
        if (age.toMinutes() < 120) {
            return Figures.count(age.toMinutes(), "minute") + " ago";
        }
        if (age.toHours() < HOURS_SHOWN) {
            return Figures.count(age.toHours(), "hour") + " ago";
        }
        return age.toDays() < DAYS_SHOWN
                ? Figures.count(age.toDays(), "day") + " ago"
                : Figures.count(age.toDays() / DAYS_OF_A_MONTH, "month") + " ago";
    }
}
