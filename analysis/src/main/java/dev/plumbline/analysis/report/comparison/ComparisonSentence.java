package dev.plumbline.analysis.report.comparison;

import dev.plumbline.analysis.model.Unit;
import dev.plumbline.analysis.report.verdict.VerdictRow;
import dev.plumbline.analysis.text.Count;
import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.text.TextTone;
import dev.plumbline.analysis.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;

/** One sentence about a comparison. It never reads as a pass if nothing can be told. */
final class ComparisonSentence {

    private final ComparisonReport report;
    private final int regressed;
    private final int improved;
    private final int changed;
    private final int unchanged;
    private final int inconclusive;

    ComparisonSentence(ComparisonReport report) {
        this.report = report;
        this.regressed = report.count(Outcome.REGRESSED);
        this.improved = report.count(Outcome.IMPROVED);
        this.changed = report.count(Outcome.CHANGED);
        this.unchanged = report.count(Outcome.UNCHANGED);
        this.inconclusive = report.count(Outcome.INCONCLUSIVE);
    }

    /** The tone of the sentence. */
    TextTone tone() {
        if (regressed > 0 || report.suite().outcome() == Outcome.REGRESSED) {
            return TextTone.WORSE;
        }
        if (report.nothingCompared() || !report.missing().absences().isEmpty() || inconclusive > 0 || changed > 0) {
            return TextTone.CAUTION;
        }
        return improved > 0 ? TextTone.BETTER : TextTone.STRONG;
    }

    /**
     * For example {@code 2 of 312 got slower, 1 faster, 287 unchanged, 22 can't be told.} What has no number comes first, then
     * what the whole suite did.
     */
    String text(Glyphs glyphs) {
        String suite = report.suite().sentence(glyphs);
        String missing = report.missing().sentence();
        String metrics = report.missing().ofMetrics();
        return (missing.isEmpty() ? "" : missing + " ")
                + (suite.isEmpty() ? "" : suite + " ")
                + compared()
                + (metrics.isEmpty() ? "" : " " + metrics);
    }

    private String compared() {
        if (report.nothingCompared()) {
            return "Nothing was compared: the two sides have no benchmark in common. This isn't a pass.";
        }
        int all = regressed + improved + changed + unchanged + inconclusive;
        if (inconclusive == all && OneFork.explains(report.rows())) {
            return OneFork.sentence("None of " + among(all), report.terms());
        }
        if (inconclusive == all && report.suite().finding()) {
            return "None of " + among(all) + " is shown to differ from the others. This isn't a pass.";
        }
        if (inconclusive == all) {
            return all == 1
                    ? "The one comparison can't be told from noise. This isn't a pass."
                    : "None of " + among(all) + " can be told from noise. This isn't a pass.";
        }
        if (all == 1 && report.missing().any()) {
            return "The one compared series " + alone() + ".";
        }
        List<String> others = new ArrayList<>();
        add(others, improved, better());
        add(others, changed, "changed");
        add(others, unchanged, "unchanged");
        add(others, inconclusive, "can't be told");
        String start = start(all);
        return others.isEmpty() ? start + "." : start + (regressed > 0 ? ", " : ": ") + String.join(", ", others) + ".";
    }

    private String alone() {
        if (unchanged == 1) {
            return "is unchanged";
        }
        return changed == 1 ? "changed" : "got " + (regressed == 1 ? worse() : better());
    }

    private String start(int all) {
        if (regressed > 0) {
            return Count.of(regressed) + " of " + among(all) + " got " + worse();
        }
        return inconclusive > 0
                ? "None of " + among(all) + " is shown to be " + worse()
                : "None of " + among(all) + " got " + worse();
    }

    /** What the counts are out of: never benchmarks that have no number. */
    private String among(int all) {
        return report.missing().any() ? "the " + Count.of(all) + " compared series" : Count.of(all);
    }

    private String worse() {
        return timed() ? "slower" : "worse";
    }

    private String better() {
        return timed() ? "faster" : "better";
    }

    /** Whether everything that changed is time or, if nothing did, everything that was compared. */
    private boolean timed() {
        List<VerdictRow> changed = report.rows().stream()
                .filter(row -> row.outcome() == Outcome.REGRESSED || row.outcome() == Outcome.IMPROVED)
                .toList();
        return (changed.isEmpty() ? report.rows() : changed)
                .stream().allMatch(row -> Unit.of(row.unit()).isTimed());
    }

    private static void add(List<String> parts, int count, String text) {
        if (count > 0) {
            parts.add(Count.of(count) + " " + text);
        }
    }
}
