package dev.plumbline.analysis.report;

import dev.plumbline.analysis.detect.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * The verdicts of a run as aligned text: what regressed, what improved, what cannot be told and what stayed, then one
 * sentence and the link. Each series takes one line where all of them fit, else its name stands above its numbers, so
 * that no name is ever cut.
 */
public final class VerdictTable {

    private static final String INDENT = "  ";
    private static final String GAP = "  ";

    private final RunVerdicts run;
    private final TableStyle style;
    private final Glyphs glyphs;
    private final SeriesLabels labels;
    private final int[] widths;
    private final int nameWidth;
    private final boolean oneLine;
    private final List<String> lines = new ArrayList<>();

    private VerdictTable(RunVerdicts run, TableStyle style) {
        this.run = run;
        this.style = style;
        this.glyphs = style.glyphs();
        this.labels = new SeriesLabels(run.rows(), glyphs);
        List<VerdictRow> listed =
                run.rows().stream().filter(row -> isListed(row.outcome())).toList();
        this.widths = widths(listed);
        this.nameWidth = listed.stream()
                .mapToInt(row -> Printable.width(labels.label(row)))
                .max()
                .orElse(0);
        int numbers = 0;
        for (int width : widths) {
            numbers += GAP.length() + width;
        }
        this.oneLine = INDENT.length() + 2 + nameWidth + numbers <= style.width();
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
            lines.add(style.paint().apply(Tone.MUTED, baseline));
        }
        if (run.rows().stream().anyMatch(row -> isListed(row.outcome()))) {
            lines.add("");
            lines.add(headings());
        }
        group(Outcome.REGRESSED, "Regressed", Tone.WORSE, glyphs.worse());
        group(Outcome.IMPROVED, "Improved", Tone.BETTER, glyphs.better());
        group(Outcome.INCONCLUSIVE, "Inconclusive", Tone.CAUTION, "?");
        group(Outcome.UNCHANGED, "Unchanged", Tone.MUTED, "~");
        VerdictSummary summary = new VerdictSummary(run, glyphs);
        lines.add("");
        Printable.wrapped(summary.sentence(), style.width())
                .forEach(line -> lines.add(style.paint().apply(summary.tone(), line)));
        summary.geometricMean().ifPresent(text -> lines.add(style.paint().apply(Tone.MUTED, text)));
        lines.add(glyphs.arrow() + " " + Printable.line(run.link()));
    }

    private String title() {
        String separator = " " + glyphs.dot() + " ";
        String commit = run.commit().substring(0, Math.min(10, run.commit().length()));
        String where = String.join(separator, run.branch(), commit, run.environment(), "run " + run.run());
        return style.paint().apply(Tone.STRONG, Printable.line(run.project()))
                + style.paint().apply(Tone.MUTED, Printable.line(separator + where));
    }

    private String headings() {
        StringBuilder line = new StringBuilder(" ".repeat(numbersIndent()));
        for (int column = 0; column < widths.length; column++) {
            line.append(GAP).append(right(VerdictCells.HEADINGS.get(column), widths[column]));
        }
        return style.paint().apply(Tone.MUTED, line.toString());
    }

    private boolean isListed(Outcome outcome) {
        return switch (outcome) {
            case REGRESSED, IMPROVED -> true;
            case INCONCLUSIVE, UNCHANGED -> style.all();
        };
    }

    private void group(Outcome outcome, String name, Tone tone, String mark) {
        List<VerdictRow> rows = run.with(outcome);
        if (rows.isEmpty()) {
            return;
        }
        if (!lines.get(lines.size() - 1).equals(headings())) {
            lines.add("");
        }
        String heading = name + " (" + rows.size() + ")";
        if (!isListed(outcome) && outcome == Outcome.UNCHANGED) {
            lines.add(style.paint().apply(tone, heading + ", listed with --all"));
            return;
        }
        lines.add(style.paint().apply(tone, heading));
        if (isListed(outcome)) {
            rows.forEach(row -> row(row, tone, mark));
        }
        if (outcome == Outcome.INCONCLUSIVE) {
            new Inconclusive(rows, glyphs).sentences().forEach(this::remark);
        }
    }

    private void remark(String sentence) {
        String indent = INDENT;
        for (String part : Printable.wrapped(sentence, style.width() - 2 * INDENT.length())) {
            lines.add(indent + part);
            indent = INDENT + INDENT;
        }
    }

    private void row(VerdictRow row, Tone tone, String mark) {
        String label = labels.label(row);
        String start = INDENT + style.paint().apply(tone, mark) + " " + label;
        StringBuilder numbers = new StringBuilder();
        List<String> cells = VerdictCells.of(row, glyphs);
        for (int column = 0; column < widths.length; column++) {
            String cell = right(cells.get(column), widths[column]);
            numbers.append(GAP);
            if (column == VerdictCells.CHANGE) {
                numbers.append(style.paint().apply(tone, cell));
            } else {
                numbers.append(column >= VerdictCells.EVIDENCE ? style.paint().apply(Tone.MUTED, cell) : cell);
            }
        }
        if (oneLine) {
            lines.add(start + " ".repeat(nameWidth - Printable.width(label)) + numbers);
        } else {
            lines.add(start);
            lines.add(" ".repeat(numbersIndent()) + numbers);
        }
    }

    private int numbersIndent() {
        return oneLine ? INDENT.length() + 2 + nameWidth : INDENT.length();
    }

    private int[] widths(List<VerdictRow> listed) {
        int[] result = VerdictCells.HEADINGS.stream().mapToInt(Printable::width).toArray();
        for (VerdictRow row : listed) {
            List<String> cells = VerdictCells.of(row, glyphs);
            for (int column = 0; column < result.length; column++) {
                result[column] = Math.max(result[column], Printable.width(cells.get(column)));
            }
        }
        return result;
    }

    private static String right(String text, int width) {
        return " ".repeat(width - Printable.width(text)) + text;
    }
}
