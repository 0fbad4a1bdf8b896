package dev.plumbline.analysis.report.change;

import dev.plumbline.analysis.model.Rung;
import dev.plumbline.analysis.report.comparison.ComparedSeries;
import dev.plumbline.analysis.report.comparison.ComparisonCells;
import dev.plumbline.analysis.report.verdict.SeriesLabels;
import dev.plumbline.analysis.report.verdict.VerdictCells;
import dev.plumbline.analysis.report.verdict.VerdictRow;
import dev.plumbline.analysis.text.Change;
import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.text.Markdown;
import dev.plumbline.analysis.verdict.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Series of one environment as rows of a Markdown table, worst first. */
final class ChangeRows {

    private static final Glyphs GLYPHS = Glyphs.UNICODE;
    private static final int LONGEST_NAME = 300;
    private static final int SPARKLINE = 120;
    private static final char NO_BREAK = '\u00a0';

    private final SeriesLabels labels;
    private final boolean paired;

    /** Rows of this environment. */
    ChangeRows(EnvironmentReport environment) {
        this.labels = SeriesLabels.distinguishing(
                environment.series().stream().map(ReportedSeries::row).toList(), GLYPHS);
        this.paired = environment.baseline().rung() == Rung.PAIR;
    }

    /** What got worse, largest change first, then what got better, then what only changed. */
    static final Comparator<ReportedSeries> WORST_FIRST = Comparator.<ReportedSeries, Outcome>comparing(
                    ReportedSeries::outcome)
            .thenComparingDouble(series -> -size(series.row().verdict().effect().ratio()));

    private static double size(double ratio) {
        return ratio > 0 && Double.isFinite(ratio) ? Math.abs(Math.log(ratio)) : Double.POSITIVE_INFINITY;
    }

    /**
     * A table of what changed.
     *
     * @param pictures whether there is a column for sparklines
     */
    List<String> table(List<ReportedSeries> series, boolean pictures) {
        boolean withTrend =
                pictures && series.stream().anyMatch(each -> each.sparkline().isPresent());
        List<String> lines = new ArrayList<>();
        lines.add("| | benchmark | base | head | change | evidence |" + (withTrend ? " trend |" : ""));
        lines.add("|---|---|---:|---:|---:|---|" + (withTrend ? "---|" : ""));
        ComparisonCells cells = new ComparisonCells(List.of(), true, false, GLYPHS, VerdictRow.harness(rows(series)));
        for (ReportedSeries each : series) {
            VerdictRow row = each.row();
            List<String> numbers = cells.of(new ComparedSeries(row, Double.NaN, Double.NaN));
            lines.add("| " + mark(row.outcome()) + " | " + name(each) + " | "
                    + number(numbers.get(0)) + " | "
                    + number(numbers.get(1)) + " | " + change(row) + " | " + evidence(row) + " |"
                    + (withTrend ? " " + trend(each) + " |" : ""));
        }
        return lines;
    }

    private static List<VerdictRow> rows(List<ReportedSeries> series) {
        return series.stream().map(ReportedSeries::row).toList();
    }

    private static String mark(Outcome outcome) {
        return switch (outcome) {
            case REGRESSED -> "❌";
            case IMPROVED -> "✅";
            case CHANGED -> "❕";
            case UNCHANGED, INCONCLUSIVE -> "";
        };
    }

    /** The series' name as code, leading to its trend. */
    String name(ReportedSeries series) {
        String label = label(series);
        return series.url().isEmpty() ? Markdown.code(label) : Markdown.link(Markdown.code(label), series.url());
    }

    /** The change in words: {@code Tokenizer.split +29.2 % (+24.0 … +34.3 %)}. */
    String words(ReportedSeries series) {
        VerdictRow row = series.row();
        String interval = Change.interval(
                row.verdict().effect().low(), row.verdict().effect().high(), GLYPHS);
        return label(series) + " " + VerdictCells.change(row, GLYPHS)
                + (interval.equals(GLYPHS.unknown()) ? "" : " (" + interval + ")");
    }

    /** Parameters that are the same everywhere, as code, with words around; empty if there are none. */
    String common() {
        String common = labels.commonParameters();
        return common.isEmpty() ? "" : "Everywhere " + Markdown.code(clipped(common)) + ".";
    }

    private String label(ReportedSeries series) {
        return clipped(labels.label(series.row()));
    }

    private static String clipped(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_NAME
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_NAME)) + GLYPHS.to();
    }

    /** A number and its unit stay on one line. */
    private static String number(String cell) {
        return Markdown.escaped(cell.strip().replace(' ', NO_BREAK));
    }

    private static String change(VerdictRow row) {
        String percent = VerdictCells.change(row, GLYPHS);
        String interval = Change.interval(
                row.verdict().effect().low(), row.verdict().effect().high(), GLYPHS);
        boolean exact = interval.equals(percent) || interval.equals(GLYPHS.unknown());
        return "**" + number(percent) + "** " + row.word() + (exact ? "" : "<br><sub>" + number(interval) + "</sub>");
    }

    private String evidence(VerdictRow row) {
        String p = VerdictCells.pValue(row, GLYPHS);
        boolean number = !Double.isNaN(row.verdict().evidence().adjusted());
        String forks = paired
                        && row.verdict().baseline().forks()
                                == row.verdict().candidate().forks()
                ? row.verdict().candidate().forks() + " pairs"
                : row.verdict().baseline().forks() + " / "
                        + row.verdict().candidate().forks() + " "
                        + row.series().harness().forks(2);
        String exactly = p.startsWith("<") ? "p " + p.replace("<", "< ") : "p = " + p;
        return (number ? exactly : number(p)) + "<br><sub>" + forks + "</sub>";
    }

    private String trend(ReportedSeries series) {
        return series.sparkline()
                .map(picture -> PictureMarkup.of(picture, "trend of " + label(series), SPARKLINE))
                .orElse("");
    }
}
