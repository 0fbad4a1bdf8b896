package dev.plumbline.analysis.text;

import java.util.Locale;

/**
 * The words for a change of a counted metric.
 *
 * @param worse what one benchmark does that got worse, {@code allocates more}
 * @param worseOfMany what several do, {@code allocate more}
 * @param better what one does that got better
 * @param betterOfMany what several do
 * @param opposite the word for better when it follows the one for worse
 */
public record CountWords(String worse, String worseOfMany, String better, String betterOfMany, String opposite) {

    public static CountWords of(String metric) {
        return switch (metric.toLowerCase(Locale.ROOT)) {
            case "gc.alloc.rate.norm" ->
                new CountWords("allocates more", "allocate more", "allocates less", "allocate less", "less");
            case "instructions", "instructions:u" ->
                new CountWords(
                        "executes more instructions",
                        "execute more instructions",
                        "executes fewer instructions",
                        "execute fewer instructions",
                        "fewer");
            default -> {
                String name = Printable.line(metric);
                String worse = "got worse in " + name;
                String better = "got better in " + name;
                yield new CountWords(worse, worse, better, better, "better");
            }
        };
    }

    /** {@code 3 allocate more}. */
    public String worse(int count) {
        return Count.of(count) + " " + (count == 1 ? worse : worseOfMany);
    }

    /** {@code 1 allocates less}. */
    public String better(int count) {
        return Count.of(count) + " " + (count == 1 ? better : betterOfMany);
    }
}
