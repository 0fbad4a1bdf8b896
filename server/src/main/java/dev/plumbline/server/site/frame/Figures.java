package dev.plumbline.server.site.frame;

import dev.plumbline.analysis.text.Change;
import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.text.Quantities;
import dev.plumbline.analysis.text.Quantity;
import dev.plumbline.analysis.verdict.Verdict;
import dev.plumbline.server.report.StoredVerdict;
import java.util.Locale;

/** Numbers as pages show them. */
public final class Figures {

    private static final double SMALLEST_SHOWN_P = 0.001;

    private Figures() {}

    /** A value with its unit. */
    public static String value(double value, String unit) {
        return Quantity.format(value, unit);
    }

    /** Several values; the unit is given once if they share it: {@code 31.9, 32.4, 31.7 µs/op}. */
    public static String values(double[] values, String unit) {
        return Quantities.of(unit, values).list(values);
    }

    /** A ratio as a change: {@code +34.0 %}. */
    public static String change(double ratio) {
        return Change.percent(ratio, Glyphs.UNICODE);
    }

    /** What changed by how much: a ratio as a change or, if there is no ratio because the baseline is next to nothing, the difference. */
    public static String change(StoredVerdict stored) {
        Verdict verdict = stored.verdict();
        if (verdict.effect().known()) {
            return change(verdict.effect().ratio());
        }
        double difference = verdict.candidate().value() - verdict.baseline().value();
        return stored.changed() && !Double.isNaN(difference)
                ? (difference > 0 ? "+" : "")
                        + value(difference, stored.series().unit())
                : "";
    }

    /** An interval of ratios as changes: {@code +31.2 … +37.9 %}, empty if it is not known. */
    public static String interval(double low, double high) {
        return Double.isFinite(low) && Double.isFinite(high) ? Change.interval(low, high, Glyphs.UNICODE) : "";
    }

    /** A size without a sign: {@code 4.1 %}. */
    public static String magnitude(double relative) {
        return Change.magnitude(relative, Glyphs.UNICODE);
    }

    /** A probability to three decimals, {@code <0.001} below, a dash if it is not known. */
    public static String pValue(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return value < SMALLEST_SHOWN_P ? "<0.001" : String.format(Locale.ROOT, "%.3f", value);
    }

    /** A count: {@code 1,376}. */
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    /** A count with its noun: {@code 1 run}, {@code 12 runs}. */
    public static String count(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? noun : noun + "s");
    }
}
