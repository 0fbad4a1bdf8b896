package dev.plumbline.analysis.report.comparison;

import dev.plumbline.analysis.report.missing.Absence;
import dev.plumbline.analysis.report.verdict.Footnotes;
import dev.plumbline.analysis.report.verdict.SeriesLabels;
import dev.plumbline.analysis.report.verdict.VerdictRow;
import dev.plumbline.analysis.stats.RatioMean;
import dev.plumbline.analysis.text.AlignedRows;
import dev.plumbline.analysis.text.Change;
import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.analysis.text.TableStyle;
import dev.plumbline.analysis.text.TextTone;
import dev.plumbline.analysis.verdict.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A comparison as aligned text: one sentence, then a table for each metric with its geometric mean, what only one side has,
 * and the notes.
 */
public final class ComparisonText {

    private static final String INDENT = "  ";

    /** How many names are listed of what only one side has. */
    private static final int MOST_NAMES = 20;

    /** From this many lines on, the beginning is out of sight at the end, and the sentence is repeated. */
    private static final int LONG = 40;

    private final ComparisonReport report;
    private final TableStyle style;
    private final Glyphs glyphs;
    private final ComparisonSentence sentence;
    private final SeriesLabels labels;
    private final Footnotes notes;
    private final boolean sameForks;
    private final List<String> lines = new ArrayList<>();

    private ComparisonText(ComparisonReport report, TableStyle style) {
        this.report = report;
        this.style = style;
        this.glyphs = style.glyphs();
        this.sentence = new ComparisonSentence(report);
        List<VerdictRow> rows = report.rows();
        this.labels = SeriesLabels.distinguishing(rows, glyphs);
        this.notes = new Footnotes(
                listed().stream().map(ComparedSeries::row).toList(),
                glyphs,
                report.terms().harness());
        Set<Integer> forks = new HashSet<>();
        rows.forEach(row -> forks.addAll(List.of(
                row.verdict().baseline().forks(), row.verdict().candidate().forks())));
        this.sameForks = forks.size() <= 1;
    }

    /** The text, each line ended by a line feed. */
    public static String render(ComparisonReport report, TableStyle style) {
        ComparisonText text = new ComparisonText(report, style);
        text.write();
        return String.join("\n", text.lines) + "\n";
    }

    private void write() {
        paragraph(sentence.tone(), "", sentence.text(glyphs));
        sides();
        paragraph(
                TextTone.CAUTION, "", glyphs.safe(glyphs.spelled(report.terms().assumedNoise())));
        report.warnings()
                .forEach(warning -> paragraph(TextTone.CAUTION, "warning: ", glyphs.safe(glyphs.spelled(warning))));
        tables();
        absent("Missing in ", each -> each instanceof Absence.Missing);
        absent("Failed in ", each -> each instanceof Absence.Failed);
        absent("Without a number in ", each -> !each.whole());
        only(report.onlyInBase(), report.base());
        only(report.onlyInHead(), report.head());
        notes();
        if (lines.size() > LONG) {
            lines.add("");
            paragraph(sentence.tone(), "", sentence.text(glyphs));
        }
    }

    private void sides() {
        String separator = " " + glyphs.dot() + " ";
        String base = glyphs.safe(report.base().label());
        String head = glyphs.safe(report.head().label());
        StringBuilder common = new StringBuilder();
        if (sameForks && !report.nothingCompared()) {
            int forks = report.rows().get(0).verdict().candidate().forks();
            common.append(separator)
                    .append(forks)
                    .append(" ")
                    .append(report.terms().harness().forks(forks))
                    .append(" a side");
        }
        if (!labels.commonParameters().isEmpty()) {
            common.append(separator).append("everywhere ").append(labels.commonParameters());
        }
        String line = base + " " + glyphs.arrow() + " " + head + common;
        if (Printable.width(line) <= style.width()) {
            lines.add(style.paint().apply(TextTone.MUTED, line));
        } else {
            lines.add(style.paint().apply(TextTone.MUTED, "base: " + base));
            lines.add(style.paint().apply(TextTone.MUTED, "head: " + head));
            paragraph(TextTone.MUTED, "", common.toString().replaceFirst(Pattern.quote(separator), ""));
        }
    }

    private void tables() {
        List<ComparedSeries> listed = listed();
        ComparisonCells wide = new ComparisonCells(
                listed, !sameForks, anyRemedy(listed), glyphs, report.terms().harness());
        ComparisonCells narrow = new ComparisonCells(
                listed, !sameForks, false, glyphs, report.terms().harness());
        AlignedRows oneLine = layout(wide, false);
        boolean fits = oneLine.oneLine();
        AlignedRows aligned = fits ? oneLine : layout(narrow, true);
        ComparisonCells cells = fits ? wide : narrow;
        for (MetricComparison table : report.tables()) {
            lines.add("");
            String title = glyphs.safe(table.title());
            lines.addAll(
                    listed(table).isEmpty()
                            ? List.of(style.paint().apply(TextTone.STRONG, title))
                            : aligned.headings(title));
            entries(table, cells, !fits).forEach(entry -> lines.addAll(aligned.lines(entry)));
            hidden(table);
        }
    }

    private AlignedRows layout(ComparisonCells cells, boolean withRemedy) {
        List<AlignedRows.Entry> entries = new ArrayList<>();
        report.tables().forEach(table -> entries.addAll(entries(table, cells, withRemedy)));
        return new AlignedRows(cells.columns(), entries, style.width(), style.paint());
    }

    private List<AlignedRows.Entry> entries(MetricComparison table, ComparisonCells cells, boolean withRemedy) {
        List<AlignedRows.Entry> entries = new ArrayList<>();
        for (ComparedSeries series : listed(table)) {
            VerdictRow row = series.row();
            String remedy = withRemedy
                    ? ComparisonCells.remedy(series, glyphs, report.terms().harness())
                    : "";
            entries.add(new AlignedRows.Entry(
                    glyphs.mark(row.outcome()),
                    TextTone.of(row.outcome()),
                    labels.benchmark(row),
                    cells.of(series),
                    row.outcome().label() + remedy + notes.marks(row)));
        }
        table.geometricMean(report.terms().confidence()).ifPresent(mean -> entries.add(geometricMean(mean, cells)));
        return entries;
    }

    private AlignedRows.Entry geometricMean(RatioMean mean, ComparisonCells cells) {
        return new AlignedRows.Entry(
                "",
                TextTone.PLAIN,
                "geometric mean of " + mean.size(),
                cells.summary(Change.percent(mean.ratio(), glyphs), Change.interval(mean.low(), mean.high(), glyphs)),
                "");
    }

    private List<ComparedSeries> listed() {
        return report.tables().stream().flatMap(table -> listed(table).stream()).toList();
    }

    private List<ComparedSeries> listed(MetricComparison table) {
        return table.series().stream()
                .filter(series -> style.all() || isChange(series.row().outcome()))
                .toList();
    }

    private void hidden(MetricComparison table) {
        List<ComparedSeries> hidden = new ArrayList<>(table.series());
        hidden.removeAll(listed(table));
        if (!hidden.isEmpty()) {
            long inconclusive = hidden.stream()
                    .filter(series -> series.row().outcome() == Outcome.INCONCLUSIVE)
                    .count();
            long unchanged = hidden.size() - inconclusive;
            String what = unchanged == 0
                    ? inconclusive + " inconclusive"
                    : unchanged + " unchanged" + (inconclusive == 0 ? "" : " and " + inconclusive + " inconclusive");
            lines.add(style.paint().apply(TextTone.MUTED, INDENT + "not listed: " + what));
        }
    }

    private void absent(String title, Predicate<Absence> which) {
        list(
                title + glyphs.safe(report.head().name()),
                report.missing().absences().stream()
                        .filter(which)
                        .map(Absence::label)
                        .toList());
    }

    private void only(List<String> names, ComparisonReport.Side side) {
        list("Only in " + glyphs.safe(side.name()), names);
    }

    private void list(String title, List<String> names) {
        if (names.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(style.paint().apply(TextTone.STRONG, title + " (" + names.size() + ")"));
        names.stream().limit(MOST_NAMES).forEach(name -> lines.add(INDENT + glyphs.safe(name)));
        if (names.size() > MOST_NAMES) {
            int others = names.size() - MOST_NAMES;
            lines.add(style.paint().apply(TextTone.MUTED, INDENT + "and " + others + " more, all of them with --json"));
        }
    }

    private void notes() {
        if (report.nothingCompared()) {
            return;
        }
        lines.add("");
        int number = 0;
        for (String note : notes.numbered()) {
            number++;
            paragraph(TextTone.MUTED, glyphs.footnote(number) + " ", glyphs.safe(note));
        }
        notes.general().forEach(note -> paragraph(TextTone.MUTED, "", glyphs.safe(note)));
        paragraph(TextTone.MUTED, "", new ComparisonLegend(report, listed(), glyphs).text());
    }

    private void paragraph(TextTone tone, String start, String text) {
        if (text.isEmpty()) {
            return;
        }
        String indent = start;
        for (String line : Printable.wrapped(text, style.width() - Printable.width(start))) {
            lines.add(style.paint().apply(tone, indent + line));
            indent = " ".repeat(Printable.width(start));
        }
    }

    private static boolean anyRemedy(List<ComparedSeries> listed) {
        return listed.stream()
                .anyMatch(series -> series.row().outcome() == Outcome.INCONCLUSIVE
                        && Double.isFinite(series.row().verdict().evidence().smallestDetectableChange()));
    }

    private static boolean isChange(Outcome outcome) {
        return switch (outcome) {
            case REGRESSED, IMPROVED, CHANGED -> true;
            case INCONCLUSIVE, UNCHANGED -> false;
        };
    }
}
