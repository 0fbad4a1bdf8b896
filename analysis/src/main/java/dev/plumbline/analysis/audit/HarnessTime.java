package dev.plumbline.analysis.audit;

import java.util.Map;

/** A duration as the harness prints it: {@code 10 s}, {@code 50 ms}, {@code single-shot}. */
final class HarnessTime {

    private static final Map<String, Double> SECONDS =
            Map.of("ns", 1e-9, "us", 1e-6, "ms", 1e-3, "s", 1.0, "min", 60.0, "hr", 3_600.0, "day", 86_400.0);

    private HarnessTime() {}

    /** The seconds, NaN where the text is no duration. */
    static double seconds(String text) {
        int blank = text.indexOf(' ');
        if (blank < 1 || blank > 18 || !text.substring(0, blank).chars().allMatch(Character::isDigit)) {
            return Double.NaN;
        }
        return Double.parseDouble(text.substring(0, blank))
                * SECONDS.getOrDefault(text.substring(blank + 1), Double.NaN);
    }
}
