package dev.plumbline.charts.trend;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Round times between two times, in UTC: few enough to be named along an axis. */
final class TimeTicks {

    /** A tick's time in seconds since 1970, and its name. */
    record Tick(double time, String label) {}

    private record Step(int amount, ChronoUnit unit, String pattern) {}

    private static final List<Step> STEPS = List.of(
            new Step(1, ChronoUnit.HOURS, "d MMM HH:mm"),
            new Step(6, ChronoUnit.HOURS, "d MMM HH:mm"),
            new Step(1, ChronoUnit.DAYS, "d MMM"),
            new Step(2, ChronoUnit.DAYS, "d MMM"),
            new Step(1, ChronoUnit.WEEKS, "d MMM"),
            new Step(2, ChronoUnit.WEEKS, "d MMM"),
            new Step(1, ChronoUnit.MONTHS, "MMM yyyy"),
            new Step(3, ChronoUnit.MONTHS, "MMM yyyy"),
            new Step(6, ChronoUnit.MONTHS, "MMM yyyy"),
            new Step(1, ChronoUnit.YEARS, "yyyy"),
            new Step(5, ChronoUnit.YEARS, "yyyy"),
            new Step(10, ChronoUnit.YEARS, "yyyy"));

    private TimeTicks() {}

    /** At most {@code most} ticks, by the finest step that has no more. */
    static List<Tick> between(double from, double to, int most) {
        for (Step step : STEPS) {
            double seconds = step.amount() * (double) step.unit().getDuration().toSeconds();
            if ((to - from) / seconds <= most) {
                return ticks(from, to, step);
            }
        }
        return List.of();
    }

    private static List<Tick> ticks(double from, double to, Step step) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern(step.pattern(), Locale.ENGLISH);
        List<Tick> ticks = new ArrayList<>();
        LocalDateTime time = start(LocalDateTime.ofInstant(Instant.ofEpochSecond((long) from), ZoneOffset.UTC), step);
        for (; time.toEpochSecond(ZoneOffset.UTC) <= to; time = time.plus(step.amount(), step.unit())) {
            if (time.toEpochSecond(ZoneOffset.UTC) >= from) {
                ticks.add(new Tick(time.toEpochSecond(ZoneOffset.UTC), format.format(time)));
            }
        }
        return ticks;
    }

    /** The last round time that is not after a time. */
    private static LocalDateTime start(LocalDateTime time, Step step) {
        LocalDateTime day = time.truncatedTo(ChronoUnit.DAYS);
        return switch (step.unit()) {
            case HOURS, DAYS -> day;
            case WEEKS -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTHS -> day.withDayOfMonth(1).withMonth(1);
            default -> day.withDayOfYear(1).withYear(day.getYear() - day.getYear() % step.amount());
        };
    }
}
