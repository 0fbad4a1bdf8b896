package dev.plumbline.analysis.text;

import java.util.Locale;

/** How many of something, as people read it everywhere: digits in groups of three, {@code 1,356}. */
public final class Count {

    private Count() {}

    /** The number. */
    public static String of(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** The number with a noun in singular or plural: {@code 1 comparison}, {@code 1,356 comparisons}. */
    public static String of(long count, String one, String several) {
        return of(count) + " " + (count == 1 ? one : several);
    }
}
