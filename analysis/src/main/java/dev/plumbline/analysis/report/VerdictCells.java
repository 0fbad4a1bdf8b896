package dev.plumbline.analysis.report;

import dev.plumbline.analysis.detect.Outcome;
import dev.plumbline.analysis.detect.Reason;
import java.util.List;
import java.util.Locale;

/** The numbers of one row as aligned text is made of them, one text for each of {@link #COLUMNS}. */
final class VerdictCells {

    static final List<AlignedSeries.Column> COLUMNS = List.of(
            new AlignedSeries.Column("baseline", AlignedSeries.Role.VALUE),
            new AlignedSeries.Column("this run", AlignedSeries.Role.VALUE),
            new AlignedSeries.Column("change", AlignedSeries.Role.VERDICT),
            new AlignedSeries.Column("interval", AlignedSeries.Role.EVIDENCE),
            new AlignedSeries.Column("p", AlignedSeries.Role.EVIDENCE),
            new AlignedSeries.Column("forks", AlignedSeries.Role.EVIDENCE));

    private VerdictCells() {}

    /** The row's cells. */
    static List<String> of(VerdictRow row, Glyphs glyphs) {
        return List.of(
                Printable.line(Quantity.format(row.baseline(), row.unit(), glyphs)),
                Printable.line(Quantity.format(row.candidate(), row.unit(), glyphs)),
                change(row, glyphs),
                Change.interval(row.ratioLow(), row.ratioHigh(), glyphs),
                pValue(row, glyphs),
                row.hasBaseline() ? row.candidateForks() + " / " + row.baselineForks() : "" + row.candidateForks());
    }

    /** A change that is no change is a tilde, as readers of benchstat know it; one from next to nothing has no ratio and is told as it is. */
    static String change(VerdictRow row, Glyphs glyphs) {
        if (row.outcome() == Outcome.UNCHANGED) {
            return "~";
        }
        double difference = row.candidate() - row.baseline();
        if (!Double.isNaN(row.ratio()) || Double.isNaN(difference)) {
            return Change.percent(row.ratio(), glyphs);
        }
        return (difference > 0 ? "+" : "") + Printable.line(Quantity.format(difference, row.unit(), glyphs));
    }

    /** The p-value, or that there is none. */
    static String pValue(VerdictRow row, Glyphs glyphs) {
        if (Double.isNaN(row.pValue())) {
            boolean byRule = row.reasons().contains(Reason.PROJECT_RULE.sentence());
            return row.nearExact() ? "exact" : byRule ? "rule" : glyphs.unknown();
        }
        return row.pValue() < 0.001 ? "<0.001" : String.format(Locale.ROOT, "%.3f", row.pValue());
    }
}
