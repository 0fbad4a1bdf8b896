package dev.plumbline.analysis.report.comparison;

import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.report.verdict.VerdictCells;
import dev.plumbline.analysis.report.verdict.VerdictRow;
import dev.plumbline.analysis.text.AlignedRows;
import dev.plumbline.analysis.text.Change;
import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.analysis.text.Quantities;
import dev.plumbline.analysis.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;

/** The numbers of a compared series, as cells of aligned text. */
public final class ComparisonCells {

    /** A comparison that can't detect less than a tenfold change detects nothing; the digits would only take space. */
    private static final double LARGEST_TOLD = 9;

    /** A spread that would be written as 0.00 %. */
    private static final double SMALLEST_SPREAD = 5e-5;

    private final Glyphs glyphs;
    private final Harness harness;
    private final boolean withPValue;
    private final boolean withForks;
    private final boolean withRemedy;
    private final int valueWidth;
    private final int spreadWidth;

    /**
     * Cells for these series.
     *
     * @param all what is listed, so that values and their spreads are aligned; none if that does not matter
     * @param withForks whether there is a column for forks: none is needed if they are the same everywhere
     * @param withRemedy whether there are columns for what an inconclusive series would need
     * @param harness in whose words forks are spoken of
     */
    public ComparisonCells(
            List<ComparedSeries> all, boolean withForks, boolean withRemedy, Glyphs glyphs, Harness harness) {
        this.glyphs = glyphs;
        this.harness = harness;
        this.withPValue = all.isEmpty() || all.stream().anyMatch(series -> hasPValue(series.row()));
        this.withForks = withForks;
        this.withRemedy = withRemedy;
        int widestValue = 0;
        int widestSpread = 0;
        for (ComparedSeries series : all) {
            Quantities scale = scale(series.row());
            widestValue = Math.max(
                    widestValue, width(scale, series.row().verdict().baseline().value()));
            widestValue = Math.max(
                    widestValue, width(scale, series.row().verdict().candidate().value()));
            widestSpread = Math.max(widestSpread, Printable.width(spread(series.baseSpread())));
            widestSpread = Math.max(widestSpread, Printable.width(spread(series.headSpread())));
        }
        this.valueWidth = widestValue;
        this.spreadWidth = widestSpread;
    }

    /** The columns. */
    List<AlignedRows.Column> columns() {
        List<AlignedRows.Column> columns = new ArrayList<>(List.of(
                new AlignedRows.Column("base", AlignedRows.Role.VALUE),
                new AlignedRows.Column("head", AlignedRows.Role.VALUE),
                new AlignedRows.Column("change", AlignedRows.Role.VERDICT),
                new AlignedRows.Column("interval", AlignedRows.Role.EVIDENCE)));
        if (withPValue) {
            columns.add(new AlignedRows.Column("p", AlignedRows.Role.EVIDENCE));
        }
        if (withForks) {
            columns.add(new AlignedRows.Column(harness.forks(2), AlignedRows.Role.EVIDENCE));
        }
        if (withRemedy) {
            columns.add(new AlignedRows.Column("detects", AlignedRows.Role.EVIDENCE));
            columns.add(new AlignedRows.Column("needs", AlignedRows.Role.EVIDENCE));
        }
        return columns;
    }

    /** The cells of one series. */
    public List<String> of(ComparedSeries series) {
        VerdictRow row = series.row();
        Quantities scale = scale(row);
        List<String> cells = new ArrayList<>(List.of(
                value(scale.format(row.verdict().baseline().value(), glyphs), spread(series.baseSpread())),
                value(scale.format(row.verdict().candidate().value(), glyphs), spread(series.headSpread())),
                VerdictCells.change(row, glyphs),
                Change.interval(
                        row.verdict().effect().low(), row.verdict().effect().high(), glyphs)));
        if (withPValue) {
            cells.add(VerdictCells.pValue(row, glyphs));
        }
        if (withForks) {
            cells.add(row.verdict().baseline().forks() + " / "
                    + row.verdict().candidate().forks());
        }
        if (withRemedy) {
            boolean open = row.outcome() == Outcome.INCONCLUSIVE;
            cells.add(open ? detects(row, glyphs) : "");
            cells.add(open ? needs(series, harness) : "");
        }
        return cells;
    }

    /** The cells of a row about the whole table. */
    List<String> summary(String change, String interval) {
        List<String> cells = new ArrayList<>(List.of("", "", change, interval));
        while (cells.size() < columns().size()) {
            cells.add("");
        }
        return cells;
    }

    /** What an inconclusive series would need, in words; empty if that is not known. */
    static String remedy(ComparedSeries series, Glyphs glyphs, Harness harness) {
        String detects = detects(series.row(), glyphs);
        if (series.row().outcome() != Outcome.INCONCLUSIVE || detects.isEmpty()) {
            return "";
        }
        String needs = needs(series, harness);
        return ", detects " + detects + (needs.isEmpty() ? "" : ", needs " + needs);
    }

    /** By itself it may have enough forks and yet be inconclusive among many comparisons; then more forks aren't a remedy. */
    private static String needs(ComparedSeries series, Harness harness) {
        VerdictRow row = series.row();
        if (series.iterationsNeeded() > 0) {
            return series.iterationsNeeded() + " iterations";
        }
        return row.verdict().remedy().forks()
                        > Math.min(
                                row.verdict().candidate().forks(),
                                row.verdict().baseline().forks())
                ? row.verdict().remedy().forks() + " " + harness.forks(2)
                : "";
    }

    private static String detects(VerdictRow row, Glyphs glyphs) {
        double change = row.verdict().evidence().smallestDetectableChange();
        if (!Double.isFinite(change)) {
            return "";
        }
        return change > LARGEST_TOLD ? ">" + Change.magnitude(LARGEST_TOLD, glyphs) : Change.magnitude(change, glyphs);
    }

    private static boolean hasPValue(VerdictRow row) {
        return row.nearExact() || Double.isFinite(row.verdict().evidence().adjusted());
    }

    private String value(String text, String spread) {
        String aligned = padded(text, valueWidth);
        return spreadWidth == 0 && spread.isEmpty() ? aligned : aligned + " " + padded(spread, spreadWidth);
    }

    private static String padded(String text, int width) {
        return " ".repeat(Math.max(0, width - Printable.width(text))) + text;
    }

    private String spread(double spread) {
        if (!Double.isFinite(spread)) {
            return "";
        }
        return glyphs.plusMinus() + " " + (spread < SMALLEST_SPREAD ? "0 %" : Change.magnitude(spread, glyphs));
    }

    private int width(Quantities scale, double value) {
        return Printable.width(scale.format(value, glyphs));
    }

    private static Quantities scale(VerdictRow row) {
        return Quantities.of(
                row.unit(),
                row.verdict().baseline().value(),
                row.verdict().candidate().value());
    }
}
