package dev.plumbline.analysis.text;

import dev.plumbline.analysis.threshold.ClassicModel;
import dev.plumbline.analysis.threshold.DefaultTest;
import dev.plumbline.analysis.threshold.ThresholdRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A threshold rule in words. */
public final class RuleWords {

    private static final String ANY = "*";
    private static final long SECONDS_A_DAY = 86_400;

    private RuleWords() {}

    /** Which series it is for and what it says: {@code com.acme.*, score: percentage, upper boundary 0.1}. */
    public static String of(ThresholdRule rule) {
        List<String> series = new ArrayList<>();
        series.add(rule.benchmark());
        if (!rule.metric().equals(ANY)) {
            series.add(rule.metric());
        }
        if (!rule.environment().equals(ANY)) {
            series.add("in " + rule.environment());
        }
        List<String> words = new ArrayList<>();
        if (rule.direction().known()) {
            words.add(rule.direction().words());
        }
        if (rule.threshold() instanceof DefaultTest test) {
            if (!Double.isNaN(test.minimumEffect())) {
                words.add("minimum effect " + percent(test.minimumEffect()));
            }
            if (!Double.isNaN(test.confidence())) {
                words.add("confidence " + confidence(test));
            }
            if (words.isEmpty()) {
                words.add("the default test");
            }
        }
        if (rule.threshold() instanceof ClassicModel model) {
            words.add(model.label());
            if (!Double.isNaN(model.lowerBoundary())) {
                words.add("lower boundary " + plain(model.lowerBoundary()));
            }
            if (!Double.isNaN(model.upperBoundary())) {
                words.add("upper boundary " + plain(model.upperBoundary()));
            }
            sample(model, words);
        }
        return Printable.line(String.join(", ", series) + ": " + String.join(", ", words));
    }

    /** The confidence that a rule sets, in percent: {@code 99 %}. */
    public static String confidence(DefaultTest test) {
        return percent(test.confidence());
    }

    private static void sample(ClassicModel model, List<String> words) {
        if (model.minSampleSize() > 1) {
            words.add("at least " + model.minSampleSize() + " runs");
        }
        if (model.maxSampleSize() < Integer.MAX_VALUE) {
            words.add("at most " + model.maxSampleSize() + " runs");
        }
        long seconds = model.windowSeconds();
        if (seconds < Long.MAX_VALUE) {
            words.add("runs of the last "
                    + (seconds % SECONDS_A_DAY == 0 ? seconds / SECONDS_A_DAY + " days" : seconds + " seconds"));
        }
    }

    private static String percent(double share) {
        return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toString();
    }
}
