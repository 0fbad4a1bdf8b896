package dev.plumbline.analysis.report.verdict;

import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.text.AlignedRows;
import dev.plumbline.analysis.text.Change;
import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.analysis.text.Quantities;
import dev.plumbline.analysis.text.Quantity;
import dev.plumbline.analysis.verdict.Effect;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.analysis.verdict.Reason;
import dev.plumbline.analysis.verdict.Verdict;
import java.util.List;
import java.util.Locale;

/** The numbers of one row, as cells of aligned text, one for each column. */
public final class VerdictCells {

    private VerdictCells() {}

    /** The columns of rows that this harness measured. */
    static List<AlignedRows.Column> columns(Harness harness) {
        return List.of(
                new AlignedRows.Column("baseline", AlignedRows.Role.VALUE),
                new AlignedRows.Column("this run", AlignedRows.Role.VALUE),
                new AlignedRows.Column("change", AlignedRows.Role.VERDICT),
                new AlignedRows.Column("interval", AlignedRows.Role.EVIDENCE),
                new AlignedRows.Column("p", AlignedRows.Role.EVIDENCE),
                new AlignedRows.Column(harness.forks(2), AlignedRows.Role.EVIDENCE));
    }

    /** The row's cells. */
    static List<String> of(VerdictRow row, Glyphs glyphs) {
        Verdict verdict = row.verdict();
        Effect effect = verdict.effect();
        int forks = verdict.candidate().forks();
        double baseline = verdict.baseline().value();
        double candidate = verdict.candidate().value();
        Quantities values = Quantities.of(row.unit(), baseline, candidate);
        return List.of(
                Printable.line(values.format(baseline, glyphs)),
                Printable.line(values.format(candidate, glyphs)),
                change(row, glyphs),
                Change.interval(effect.low(), effect.high(), glyphs),
                pValue(row, glyphs),
                row.hasBaseline() ? forks + " / " + verdict.baseline().forks() : "" + forks);
    }

    /** No change is a tilde, as readers of benchstat know it; a change from next to nothing has no ratio and is written as a difference. */
    public static String change(VerdictRow row, Glyphs glyphs) {
        if (row.outcome() == Outcome.UNCHANGED) {
            return "~";
        }
        double difference =
                row.verdict().candidate().value() - row.verdict().baseline().value();
        if (!Double.isNaN(row.verdict().effect().ratio()) || Double.isNaN(difference)) {
            return Change.percent(row.verdict().effect().ratio(), glyphs);
        }
        return (difference > 0 ? "+" : "") + Printable.line(Quantity.format(difference, row.unit(), glyphs));
    }

    /** The p-value, or that there is none. */
    public static String pValue(VerdictRow row, Glyphs glyphs) {
        double adjusted = row.verdict().evidence().adjusted();
        if (Double.isNaN(adjusted)) {
            boolean byRule = row.verdict().reasons().contains(Reason.PROJECT_RULE);
            return row.nearExact() ? "exact" : byRule ? "rule" : glyphs.unknown();
        }
        return adjusted < 0.001 ? "<0.001" : String.format(Locale.ROOT, "%.3f", adjusted);
    }
}
