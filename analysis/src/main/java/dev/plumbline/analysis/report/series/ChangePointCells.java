package dev.plumbline.analysis.report.series;

import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.analysis.text.AlignedRows;
import dev.plumbline.analysis.text.Change;
import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.text.Quantities;
import java.util.List;
import java.util.Locale;

/** The numbers of a change point, as cells of aligned text. */
final class ChangePointCells {

    static final List<AlignedRows.Column> COLUMNS = List.of(
            new AlignedRows.Column("before", AlignedRows.Role.VALUE),
            new AlignedRows.Column("after", AlignedRows.Role.VALUE),
            new AlignedRows.Column("change", AlignedRows.Role.VERDICT),
            new AlignedRows.Column("interval", AlignedRows.Role.EVIDENCE),
            new AlignedRows.Column("p", AlignedRows.Role.EVIDENCE));

    private ChangePointCells() {}

    /** The cells of one change point. */
    static List<String> of(ChangePoint change, String unit, Glyphs glyphs) {
        Quantities scale = Quantities.of(unit, change.levelBefore(), change.levelAfter());
        return List.of(
                scale.format(change.levelBefore(), glyphs),
                scale.format(change.levelAfter(), glyphs),
                Change.percent(change.ratio(), glyphs),
                Change.interval(change.ratioLow(), change.ratioHigh(), glyphs),
                pValue(change.pValue(), glyphs));
    }

    /** Worse, better or only changed, and whether later runs confirm it. */
    static String state(SeriesReport series, ChangePoint change) {
        String state = switch (change.state()) {
            case SUSPECTED -> "suspected";
            case CONFIRMED -> "confirmed";
        };
        return switch (series.outcome(change)) {
            case REGRESSED -> "worse, " + state;
            case IMPROVED -> "better, " + state;
            case CHANGED, UNCHANGED, INCONCLUSIVE -> "changed, " + state;
        };
    }

    /** Where it is: {@code run 41, after 0a1b2c3 up to 9f8e7d6}; runs are counted from 1. */
    static String place(SeriesReport series, ChangePoint change) {
        int first = change.earliest() + 1;
        int last = change.latest() + 1;
        int best = change.index() + 1;
        String run = first == last ? "run " + best : "run " + best + " (" + first + " to " + last + ")";
        String after = series.after(change);
        String upTo = series.upTo(change);
        return after.isEmpty() || upTo.isEmpty() ? run : run + ", after " + after + " up to " + upTo;
    }

    private static String pValue(double pValue, Glyphs glyphs) {
        if (Double.isNaN(pValue)) {
            return glyphs.unknown();
        }
        return pValue < 0.001 ? "<0.001" : String.format(Locale.ROOT, "%.3f", pValue);
    }
}
