package dev.plumbline.analysis.audit;

import java.util.Locale;

/** Relative numbers, as sentences write them. */
final class Percent {

    private static final double FACTOR_FROM = 10;

    private Percent() {}

    /** A size: {@code 4.1 %}, {@code 37 %}. */
    static String of(double relative) {
        double percent = 100 * Math.abs(relative);
        return String.format(Locale.ROOT, percent < 9.95 ? "%.1f %%" : "%,.0f %%", percent);
    }

    /** How a value compares with another, by their ratio: {@code 31 % above}, {@code 4.1 % below}, {@code 12 times}. */
    static String beside(double ratio) {
        if (ratio >= FACTOR_FROM) {
            return String.format(Locale.ROOT, "%,.0f times", ratio);
        }
        return of(ratio - 1) + (ratio < 1 ? " below" : " above");
    }
}
