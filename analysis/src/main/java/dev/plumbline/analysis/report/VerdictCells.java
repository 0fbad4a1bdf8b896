package dev.plumbline.analysis.report;

import dev.plumbline.analysis.detect.Outcome;
import dev.plumbline.analysis.detect.Reason;
import java.util.List;
import java.util.Locale;

/** The numbers of one row as aligned text is made of them, one text for each of {@link #HEADINGS}. */
final class VerdictCells {

    static final List<String> HEADINGS = List.of("baseline", "this run", "change", "interval", "p", "forks");

    /** The column that carries the verdict, and with it the colour. */
    static final int CHANGE = 2;

    /** The first of the columns that are evidence and stay in the background. */
    static final int EVIDENCE = 3;

    private VerdictCells() {}

    /** The row's cells. A change that is no change is a tilde, as readers of benchstat know it. */
    static List<String> of(VerdictRow row, Glyphs glyphs) {
        return List.of(
                Printable.line(Quantity.format(row.baseline(), row.unit(), glyphs)),
                Printable.line(Quantity.format(row.candidate(), row.unit(), glyphs)),
                row.outcome() == Outcome.UNCHANGED ? "~" : Change.percent(row.ratio(), glyphs),
                Change.interval(row.ratioLow(), row.ratioHigh(), glyphs),
                pValue(row, glyphs),
                row.hasBaseline() ? row.candidateForks() + " / " + row.baselineForks() : "" + row.candidateForks());
    }

    private static String pValue(VerdictRow row, Glyphs glyphs) {
        if (Double.isNaN(row.pValue())) {
            boolean byRule = row.reasons().contains(Reason.PROJECT_RULE.sentence());
            return row.nearExact() ? "exact" : byRule ? "rule" : glyphs.unknown();
        }
        return row.pValue() < 0.001 ? "<0.001" : String.format(Locale.ROOT, "%.3f", row.pValue());
    }
}
