package dev.plumbline.analysis.report.comparison;

import dev.plumbline.analysis.report.missing.Absence;
import dev.plumbline.analysis.report.verdict.Footnotes;
import dev.plumbline.analysis.report.verdict.SeriesLabels;
import dev.plumbline.analysis.report.verdict.VerdictRow;
import dev.plumbline.analysis.text.Change;
import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.text.Markdown;
import dev.plumbline.analysis.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A comparison as GitHub-flavoured Markdown: for a comment on a pull request or a job's summary. Unchanged series are folded.
 */
public final class ComparisonMarkdown {

    private static final Glyphs GLYPHS = Glyphs.UNICODE;
    private static final int MOST_NAMES = 20;

    private final ComparisonReport report;
    private final SeriesLabels labels;
    private final Footnotes notes;
    private final StringBuilder text = new StringBuilder();

    private ComparisonMarkdown(ComparisonReport report) {
        this.report = report;
        this.labels = SeriesLabels.distinguishing(report.rows(), GLYPHS);
        this.notes = new Footnotes(report.rows(), GLYPHS, report.terms().harness());
    }

    /** The text, each line ended by a line feed. */
    public static String render(ComparisonReport report) {
        ComparisonMarkdown markdown = new ComparisonMarkdown(report);
        markdown.write();
        return markdown.text.toString();
    }

    private void write() {
        paragraph("**" + new ComparisonSentence(report).text(GLYPHS) + "**");
        paragraph(side(report.base()) + " → " + side(report.head()) + common());
        if (!report.terms().assumedNoise().isEmpty()) {
            paragraph(Markdown.escaped(report.terms().assumedNoise()));
        }
        report.warnings().forEach(warning -> paragraph("⚠ " + Markdown.escaped(warning)));
        report.tables().forEach(this::table);
        absent("Missing in ", each -> each instanceof Absence.Missing);
        absent("Failed in ", each -> each instanceof Absence.Failed);
        absent("Without a number in ", each -> !each.whole());
        only(report.onlyInBase(), report.base());
        only(report.onlyInHead(), report.head());
        if (!report.nothingCompared()) {
            notes();
        }
    }

    private static String side(ComparisonReport.Side side) {
        return Markdown.code(side.name()) + (side.runs() == 1 ? "" : " (" + side.runs() + " runs)");
    }

    private String common() {
        String common = labels.commonParameters();
        return common.isEmpty() ? "" : ", everywhere " + Markdown.code(common);
    }

    private void table(MetricComparison table) {
        paragraph("### " + Markdown.escaped(table.title()));
        List<ComparedSeries> unchanged = table.series().stream()
                .filter(series -> series.row().outcome() == Outcome.UNCHANGED)
                .toList();
        List<ComparedSeries> others = new ArrayList<>(table.series());
        others.removeAll(unchanged);
        if (!others.isEmpty()) {
            rows(others);
        }
        if (!unchanged.isEmpty()) {
            line("<details><summary>" + unchanged.size() + " unchanged</summary>");
            line("");
            rows(unchanged);
            paragraph("</details>");
        }
        table.geometricMean(report.terms().confidence())
                .ifPresent(mean -> paragraph("Geometric mean of " + mean.size() + ": **"
                        + Change.percent(mean.ratio(), GLYPHS) + "** ("
                        + Change.interval(mean.low(), mean.high(), GLYPHS) + ")"));
    }

    private void rows(List<ComparedSeries> series) {
        line("| | benchmark | base | head | change | interval | p | "
                + report.terms().harness().forks(2) + " | verdict |");
        line("|---|---|---:|---:|---:|---:|---:|---:|---|");
        ComparisonCells cells = new ComparisonCells(
                List.of(), true, false, GLYPHS, report.terms().harness());
        for (ComparedSeries each : series) {
            VerdictRow row = each.row();
            List<String> numbers = new ArrayList<>();
            cells.of(each).forEach(cell -> numbers.add(cell.equals("~") ? cell : Markdown.escaped(cell.strip())));
            line("| " + GLYPHS.mark(row.outcome()) + " | " + Markdown.code(labels.benchmark(row)) + " | "
                    + String.join(" | ", numbers) + " | " + row.outcome().label()
                    + ComparisonCells.remedy(each, GLYPHS, report.terms().harness()) + notes.marks(row) + " |");
        }
        line("");
    }

    private void absent(String title, Predicate<Absence> which) {
        list(
                title + Markdown.code(report.head().name()),
                report.missing().absences().stream()
                        .filter(which)
                        .map(Absence::label)
                        .toList());
    }

    private void only(List<String> names, ComparisonReport.Side side) {
        list("Only in " + Markdown.code(side.name()), names);
    }

    private void list(String title, List<String> names) {
        if (names.isEmpty()) {
            return;
        }
        paragraph(title + " (" + names.size() + "):");
        names.stream().limit(MOST_NAMES).forEach(name -> line("- " + Markdown.code(name)));
        if (names.size() > MOST_NAMES) {
            line("- and " + (names.size() - MOST_NAMES) + " more");
        }
        line("");
    }

    private void notes() {
        List<ComparedSeries> series = report.tables().stream()
                .flatMap(table -> table.series().stream())
                .toList();
        List<String> parts = new ArrayList<>();
        for (int number = 1; number <= notes.numbered().size(); number++) {
            parts.add(GLYPHS.footnote(number) + " " + notes.numbered().get(number - 1));
        }
        parts.addAll(notes.general());
        parts.add(new ComparisonLegend(report, series, GLYPHS).text());
        paragraph("<sub>" + String.join("<br>", parts) + "</sub>");
    }

    private void paragraph(String content) {
        line(content);
        line("");
    }

    private void line(String content) {
        text.append(content).append('\n');
    }
}
