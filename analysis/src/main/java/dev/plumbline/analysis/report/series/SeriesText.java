package dev.plumbline.analysis.report.series;

import dev.plumbline.analysis.segment.ChangePoint;
import dev.plumbline.analysis.text.AlignedRows;
import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.analysis.text.TableStyle;
import dev.plumbline.analysis.text.TextSparkline;
import dev.plumbline.analysis.text.TextTone;
import java.util.ArrayList;
import java.util.List;

/**
 * Change points as text: one sentence, then each series with a drawing of its history and a line for each change point. Of
 * many series, those without a change point are only counted, unless all are requested.
 */
public final class SeriesText {

    /** Up to this many series are drawn in full; of more, each has its history on one line. */
    private static final int MOST_PLOTS = 3;

    private static final int WIDEST_SPARKLINE = 60;

    private final String source;
    private final List<SeriesReport> series;
    private final List<String> warnings;
    private final TableStyle style;
    private final Glyphs glyphs;
    private final List<String> lines = new ArrayList<>();

    private SeriesText(String source, List<SeriesReport> series, List<String> warnings, TableStyle style) {
        this.source = source;
        this.series = series;
        this.warnings = warnings;
        this.style = style;
        this.glyphs = style.glyphs();
    }

    /**
     * The text, each line ended by a line feed.
     *
     * @param source where the series are from
     * @param series the series
     * @param warnings what else to know
     */
    public static String render(String source, List<SeriesReport> series, List<String> warnings, TableStyle style) {
        SeriesText text = new SeriesText(source, List.copyOf(series), List.copyOf(warnings), style);
        text.write();
        return String.join("\n", text.lines) + "\n";
    }

    private void write() {
        SeriesSentence sentence = new SeriesSentence(series);
        paragraph(sentence.tone(), "", sentence.text());
        paragraph(TextTone.MUTED, "", glyphs.safe(source) + (series.size() == 1 ? facts(series.get(0)) : ""));
        warnings.forEach(warning -> paragraph(TextTone.CAUTION, "warning: ", glyphs.safe(glyphs.spelled(warning))));
        List<SeriesReport> shown = series.size() == 1 || style.all()
                ? series
                : series.stream().filter(each -> !each.changePoints().isEmpty()).toList();
        AlignedRows aligned = layout(shown);
        for (SeriesReport each : shown) {
            lines.add("");
            if (series.size() > 1) {
                title(each, shown.size() <= MOST_PLOTS);
            }
            if (shown.size() <= MOST_PLOTS) {
                lines.addAll(new SeriesPlot(each, style).lines());
            }
            changes(each, aligned, shown.size() <= MOST_PLOTS);
        }
        if (shown.size() < series.size() && !shown.isEmpty()) {
            int others = series.size() - shown.size();
            lines.add("");
            lines.add(style.paint().apply(TextTone.MUTED, others + " more without a change point, listed with --all"));
        }
        if (shown.stream().anyMatch(each -> !each.changePoints().isEmpty())) {
            lines.add("");
            paragraph(
                    TextTone.MUTED,
                    "",
                    "A shift lies after the first run named and no later than the second, with 95 % confidence;"
                            + " intervals are at 95 %, too.");
        }
    }

    private String facts(SeriesReport only) {
        String separator = " " + glyphs.dot() + " ";
        return (only.name().isEmpty() ? "" : separator + glyphs.safe(only.name())) + separator + only.directionText();
    }

    private void title(SeriesReport each, boolean drawn) {
        paragraph(TextTone.STRONG, "", glyphs.safe(each.name()));
        String line = drawn ? "" : "  " + TextSparkline.of(each.means(), WIDEST_SPARKLINE, glyphs);
        String facts = "  " + each.runs().size() + " runs, " + each.directionText();
        lines.add(line + style.paint().apply(TextTone.MUTED, facts));
    }

    private AlignedRows layout(List<SeriesReport> shown) {
        List<AlignedRows.Entry> entries = new ArrayList<>();
        shown.forEach(each -> entries.addAll(entries(each)));
        return new AlignedRows(ChangePointCells.COLUMNS, entries, style.width(), style.paint());
    }

    private void changes(SeriesReport each, AlignedRows aligned, boolean headings) {
        if (each.changePoints().isEmpty()) {
            return;
        }
        if (headings) {
            lines.add("");
            lines.add(aligned.headings());
        }
        entries(each).forEach(entry -> lines.addAll(aligned.lines(entry)));
    }

    private List<AlignedRows.Entry> entries(SeriesReport each) {
        List<AlignedRows.Entry> entries = new ArrayList<>();
        List<ChangePoint> changes = each.changePoints();
        for (int i = 0; i < changes.size(); i++) {
            ChangePoint change = changes.get(i);
            String number = changes.size() > 1 ? (i + 1) + "  " : "";
            entries.add(new AlignedRows.Entry(
                    glyphs.mark(each.outcome(change)),
                    TextTone.of(each.outcome(change)),
                    number + glyphs.safe(ChangePointCells.place(each, change)),
                    ChangePointCells.of(change, each.unit(), glyphs),
                    ChangePointCells.state(each, change)));
        }
        return entries;
    }

    private void paragraph(TextTone tone, String start, String text) {
        String indent = start;
        for (String line : Printable.wrapped(text, style.width() - Printable.width(start))) {
            lines.add(style.paint().apply(tone, indent + line));
            indent = " ".repeat(Printable.width(start));
        }
    }
}
