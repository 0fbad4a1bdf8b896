package dev.plumbline.server.site.runs;

import dev.plumbline.server.site.frame.Figures;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How many runs there were on each of the last days, as bars.
 *
 * @param text what the bars show, in a sentence
 * @param bars one for each day, the oldest first
 */
public record RunDays(String text, List<Bar> bars) {

    /** How many days are shown. */
    static final int DAYS = 30;

    /** The size of the picture, in its own units. */
    public static final int WIDTH = DAYS * 12;

    public static final int HEIGHT = 40;

    private static final int STEP = WIDTH / DAYS;
    private static final int BAR = STEP - 2;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    public RunDays {
        bars = List.copyOf(bars);
    }

    /**
     * A day.
     *
     * @param x its left edge
     * @param y its upper edge
     * @param width in the picture's units
     * @param height in the picture's units, 0 without a run
     * @param label for example {@code 22 Nov: 3 runs}
     */
    public record Bar(int x, int y, int width, int height, String label) {}

    /** The days up to today. */
    static RunDays of(Map<LocalDate, Long> runs, LocalDate today) {
        long most = runs.values().stream().mapToLong(Long::longValue).max().orElse(0);
        long all = runs.values().stream().mapToLong(Long::longValue).sum();
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < DAYS; i++) {
            LocalDate day = today.minusDays(DAYS - 1L - i);
            long count = runs.getOrDefault(day, 0L);
            int height = count == 0 ? 0 : (int) Math.max(2, Math.round(HEIGHT * (double) count / most));
            bars.add(new Bar(
                    i * STEP, HEIGHT - height, BAR, height, DAY.format(day) + ": " + Figures.count(count, "run")));
        }
        return new RunDays(
                all == 0
                        ? "No run in the last " + DAYS + " days"
                        : Figures.count(all, "run") + " in the last " + DAYS + " days, at most " + most + " on a day",
                bars);
    }
}
