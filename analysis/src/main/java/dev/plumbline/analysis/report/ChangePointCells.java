package dev.plumbline.analysis.report;

import dev.plumbline.analysis.detect.ChangePoint;
import java.util.List;
import java.util.Locale;

/** The numbers of a change point as aligned text is made of them. */
final class ChangePointCells {

    static final List<AlignedSeries.Column> COLUMNS = List.of(
            new AlignedSeries.Column("before", AlignedSeries.Role.VALUE),
            new AlignedSeries.Column("after", AlignedSeries.Role.VALUE),
            new AlignedSeries.Column("change", AlignedSeries.Role.VERDICT),
            new AlignedSeries.Column("interval", AlignedSeries.Role.EVIDENCE),
            new AlignedSeries.Column("p", AlignedSeries.Role.EVIDENCE));

    private ChangePointCells() {}

    /** The cells of one change point. */
    static List<String> of(ChangePoint change, String unit, Glyphs glyphs) {
        RowScale scale = RowScale.of(unit, change.levelBefore(), change.levelAfter());
        return List.of(
                scale.format(change.levelBefore(), glyphs),
                scale.format(change.levelAfter(), glyphs),
                Change.percent(change.ratio(), glyphs),
                Change.interval(change.ratioLow(), change.ratioHigh(), glyphs),
                pValue(change.pValue(), glyphs));
    }

    /** Worse or better, and whether later runs bear it out. */
    static String state(ChangePoint change) {
        String state = switch (change.state()) {
            case SUSPECTED -> "suspected";
            case CONFIRMED -> "confirmed";
        };
        return (change.worse() ? "worse, " : "better, ") + state;
    }

    /** Where it lies: {@code run 41, after 0a1b2c3 up to 9f8e7d6}; runs are counted from 1. */
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
