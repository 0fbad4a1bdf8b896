package dev.plumbline.server.site.part;

import dev.plumbline.analysis.stats.Proportion;
import dev.plumbline.server.regression.PrecisionCounts;
import dev.plumbline.server.site.frame.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How often a project's announcements were right, in sentences.
 *
 * @param sentence the share with its interval, or that nothing has been decided so far
 * @param rest what it leaves out; empty if there is nothing
 */
public record PrecisionView(String sentence, String rest) {

    private static final double CONFIDENCE = 0.95;

    public static PrecisionView of(PrecisionCounts counts) {
        Proportion real = new Proportion(counts.real(), counts.real() + counts.falseAlarms());
        String sentence = real.trials() == 0
                ? "No announced regression has been decided on or fixed yet, so it isn't known how often they are real."
                : String.format(
                        Locale.ROOT,
                        "Of %s %d %s real: %.0f %%, with 95 %% confidence %.0f to %.0f %%.",
                        Figures.count(real.trials(), "announced and decided regression"),
                        real.successes(),
                        real.successes() == 1 ? "was" : "were",
                        100 * real.share(),
                        100 * real.low(CONFIDENCE),
                        100 * real.high(CONFIDENCE));
        return new PrecisionView(sentence, rest(counts));
    }

    private static String rest(PrecisionCounts counts) {
        List<String> parts = new ArrayList<>();
        if (counts.undecided() > 0) {
            parts.add(counts.undecided() + " announced but undecided");
        }
        if (counts.retracted() > 0) {
            parts.add(counts.retracted() + " announced and then retracted by later runs");
        }
        if (counts.suspicions() > 0) {
            parts.add(Figures.count(counts.suspicions(), "suspicion") + " never announced ("
                    + counts.suspicionsRetracted() + " retracted by later runs, "
                    + Figures.count(counts.suspicionsFalse(), "false alarm") + ")");
        }
        return parts.isEmpty() ? "" : "Not counted: " + String.join("; ", parts) + ".";
    }
}
