package dev.plumbline.analysis.report.profile;

import dev.plumbline.analysis.profile.ProfiledEvent.Sampling;
import dev.plumbline.analysis.profile.difference.CostChange;
import dev.plumbline.analysis.profile.difference.ProfileDifference.Measure;
import dev.plumbline.analysis.text.Count;
import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.text.Quantity;
import java.util.Locale;

/** Costs as people read them. */
final class CostWords {

    private static final double PERCENT = 100;

    private final Glyphs glyphs;

    CostWords(Glyphs glyphs) {
        this.glyphs = glyphs;
    }

    /** A share: {@code 12.3 %}. */
    String share(double share) {
        return String.format(Locale.ROOT, "%.1f %%", PERCENT * share);
    }

    /** A weight with its unit. */
    String weight(long weight, String unit, Sampling sampling) {
        if (sampling == Sampling.EXACT) {
            return Count.of(weight) + (unit.isEmpty() ? "" : " " + glyphs.safe(unit));
        }
        return unit.equals("ns") || unit.equals("B")
                ? Quantity.format((double) weight, unit, glyphs)
                : Count.of(weight) + (unit.isEmpty() || unit.equals("samples") ? "" : " " + glyphs.safe(unit));
    }

    /** A cost by itself. */
    String cost(double cost, Measure measure, String unit) {
        return switch (measure) {
            case SHARE -> share(cost);
            case PER_OPERATION -> Quantity.format(cost, unit.isEmpty() ? "samples/op" : unit + "/op", glyphs);
            case COUNT -> Count.of(Math.round(cost));
        };
    }

    /** A difference with its sign: percentage points for shares. */
    String difference(double difference, Measure measure, String unit) {
        String sign = difference > 0 ? "+" : difference < 0 ? glyphs.minus() : "";
        double size = Math.abs(difference);
        return sign + (measure == Measure.SHARE ? points(size) : cost(size, measure, unit));
    }

    /** The interval of a difference; a dash where there is none. */
    String interval(CostChange change, Measure measure, String unit) {
        if (measure == Measure.COUNT) {
            return "exact";
        }
        if (Double.isNaN(change.low())) {
            return glyphs.unknown();
        }
        return difference(change.low(), measure, unit) + " " + glyphs.to() + " "
                + difference(change.high(), measure, unit);
    }

    private static String points(double share) {
        return String.format(Locale.ROOT, "%.1f pp", PERCENT * share);
    }
}
