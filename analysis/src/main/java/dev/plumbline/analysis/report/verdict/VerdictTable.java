package dev.plumbline.analysis.report.verdict;

import dev.plumbline.analysis.report.missing.Absence;
import dev.plumbline.analysis.text.AlignedRows;
import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.analysis.text.TableStyle;
import dev.plumbline.analysis.text.TextTone;
import dev.plumbline.analysis.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The verdicts of a run as aligned text: what regressed, what improved, what can't be told and what stayed, then one
 * sentence and the link. Each series takes one line if all of them fit, otherwise its name is above its numbers, so
 * that no name is ever cut.
 */
public final class VerdictTable {

    private static final String INDENT = "  ";

    /** How many names are listed of what has no number. */
    private static final int MOST_ABSENT = 20;

    private final RunVerdicts run;
    private final TableStyle style;
    private final Glyphs glyphs;
    private final SeriesLabels labels;
    private final AlignedRows aligned;
    private final List<String> lines = new ArrayList<>();

    private VerdictTable(RunVerdicts run, TableStyle style) {
        this.run = run;
        this.style = style;
        this.glyphs = style.glyphs();
        this.labels = new SeriesLabels(run.rows(), glyphs);
        List<AlignedRows.Entry> listed = new ArrayList<>();
        for (VerdictRow row : run.rows()) {
            if (isListed(row.outcome())) {
                listed.add(entry(row));
            }
        }
        this.aligned = new AlignedRows(VerdictCells.COLUMNS, listed, style.width(), style.paint());
    }

    /** The table, each line ended by a line feed. */
    public static String render(RunVerdicts run, TableStyle style) {
        VerdictTable table = new VerdictTable(run, style);
        table.write();
        return String.join("\n", table.lines) + "\n";
    }

    private void write() {
        lines.add(title());
        String baseline = BaselineRange.describe(run.baselines(), glyphs);
        if (!baseline.isEmpty()) {
            lines.add(style.paint().apply(TextTone.MUTED, baseline));
        }
        if (run.rows().stream().anyMatch(row -> isListed(row.outcome()))) {
            lines.add("");
            lines.add(aligned.headings());
        }
        group(Outcome.REGRESSED, "Regressed");
        group(Outcome.IMPROVED, "Improved");
        group(Outcome.CHANGED, "Changed");
        group(Outcome.INCONCLUSIVE, "Inconclusive");
        group(Outcome.UNCHANGED, "Unchanged");
        absent("Missing", each -> each instanceof Absence.Missing);
        absent("Failed", each -> each instanceof Absence.Failed);
        absent("Without a number", each -> !each.whole());
        VerdictSummary summary = new VerdictSummary(run.summary(), run.missing(), run.environment(), glyphs);
        lines.add("");
        Printable.wrapped(summary.sentence(), style.width())
                .forEach(line -> lines.add(style.paint().apply(summary.tone(), line)));
        summary.geometricMean().ifPresent(text -> lines.add(style.paint().apply(TextTone.MUTED, text)));
        lines.add(glyphs.arrow() + " " + Printable.line(run.link()));
    }

    private String title() {
        String separator = " " + glyphs.dot() + " ";
        String commit = run.commit().substring(0, Math.min(10, run.commit().length()));
        String where = String.join(separator, run.branch(), commit, run.environment(), "run " + run.run());
        return style.paint().apply(TextTone.STRONG, Printable.line(run.project()))
                + style.paint().apply(TextTone.MUTED, Printable.line(separator + where));
    }

    private boolean isListed(Outcome outcome) {
        return switch (outcome) {
            case REGRESSED, IMPROVED, CHANGED -> true;
            case INCONCLUSIVE, UNCHANGED -> style.all();
        };
    }

    private void group(Outcome outcome, String name) {
        TextTone tone = TextTone.of(outcome);
        List<VerdictRow> rows = run.with(outcome);
        if (rows.isEmpty()) {
            return;
        }
        if (!lines.get(lines.size() - 1).equals(aligned.headings())) {
            lines.add("");
        }
        String heading = name + " (" + rows.size() + ")";
        if (!isListed(outcome) && outcome == Outcome.UNCHANGED) {
            lines.add(style.paint().apply(tone, heading + ", listed with --all"));
            return;
        }
        lines.add(style.paint().apply(tone, heading));
        if (isListed(outcome)) {
            rows.forEach(row -> lines.addAll(aligned.lines(entry(row))));
        }
        if (outcome == Outcome.INCONCLUSIVE) {
            new Inconclusive(rows, glyphs).sentences().forEach(this::remark);
        }
    }

    private void absent(String name, Predicate<Absence> which) {
        List<String> labels = run.missing().absences().stream()
                .filter(which)
                .map(Absence::label)
                .toList();
        if (!labels.isEmpty()) {
            lines.add("");
            lines.add(style.paint().apply(TextTone.CAUTION, name + " (" + labels.size() + ")"));
            labels.stream().limit(MOST_ABSENT).forEach(label -> lines.add(INDENT + glyphs.safe(label)));
            if (labels.size() > MOST_ABSENT) {
                lines.add(INDENT + "and " + (labels.size() - MOST_ABSENT) + " more, all of them with --json");
            }
        }
    }

    private void remark(String sentence) {
        String indent = INDENT;
        for (String part : Printable.wrapped(sentence, style.width() - 2 * INDENT.length())) {
            lines.add(indent + part);
            indent = INDENT + INDENT;
        }
    }

    private AlignedRows.Entry entry(VerdictRow row) {
        return new AlignedRows.Entry(
                glyphs.mark(row.outcome()),
                TextTone.of(row.outcome()),
                labels.label(row),
                VerdictCells.of(row, glyphs),
                "");
    }
}
