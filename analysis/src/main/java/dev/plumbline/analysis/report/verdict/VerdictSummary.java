package dev.plumbline.analysis.report.verdict;

import dev.plumbline.analysis.text.Change;
import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.analysis.text.Tone;
import dev.plumbline.analysis.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One sentence on a run. It never reads as a pass where nothing was compared. */
public final class VerdictSummary {

    private final RunVerdicts run;
    private final Glyphs glyphs;

    /** The summary of this run. */
    public VerdictSummary(RunVerdicts run, Glyphs glyphs) {
        this.run = run;
        this.glyphs = glyphs;
    }

    /** How the sentence is meant. */
    public Tone tone() {
        if (count(Outcome.REGRESSED) > 0
                || (run.suite().finding() && run.suite().outcome() == Outcome.REGRESSED)) {
            return Tone.WORSE;
        }
        if (run.nothingCompared() || count(Outcome.INCONCLUSIVE) > 0) {
            return Tone.CAUTION;
        }
        return count(Outcome.IMPROVED) > 0 ? Tone.BETTER : Tone.STRONG;
    }

    /** The sentence; what the whole suite did comes first. */
    public String sentence() {
        String suite = run.suite().sentence(glyphs);
        return suite.isEmpty() ? ofSeries() : suite + " " + ofSeries();
    }

    private String ofSeries() {
        if (run.rows().isEmpty()) {
            return "Nothing was compared: the run has no series that can be judged. This is no pass.";
        }
        if (run.nothingCompared()) {
            return "Nothing was compared: there is no baseline yet for " + Printable.line(run.environment())
                    + ". This is no pass.";
        }
        int regressed = count(Outcome.REGRESSED);
        String others = others();
        String ofAll = " of " + comparisons();
        if (regressed > 0) {
            return regressed + ofAll + " regressed" + (others.isEmpty() ? "." : "; " + others + ".") + missing();
        }
        int inconclusive = count(Outcome.INCONCLUSIVE) - run.withoutBaseline();
        if (inconclusive > 0) {
            return "No regression was found, but " + inconclusive + ofAll + " cannot be told from noise"
                    + (others.isEmpty() ? "." : "; " + others + ".") + missing();
        }
        return "No regression in " + comparisons() + (others.isEmpty() ? "." : "; " + others + ".") + missing();
    }

    /** The change over all scores, where the server gave one. */
    public Optional<String> geometricMean() {
        if (Double.isNaN(run.geometricMean())) {
            return Optional.empty();
        }
        return Optional.of("Geometric mean of the scores: " + Change.percent(run.geometricMean(), glyphs) + " ("
                + Change.interval(run.geometricMeanLow(), run.geometricMeanHigh(), glyphs) + "), + is worse");
    }

    private String comparisons() {
        return run.comparisons() == 1 ? "1 comparison" : run.comparisons() + " comparisons";
    }

    private String others() {
        List<String> parts = new ArrayList<>();
        add(parts, count(Outcome.IMPROVED), " improved");
        add(parts, count(Outcome.UNCHANGED), " unchanged");
        if (count(Outcome.REGRESSED) > 0) {
            add(parts, count(Outcome.INCONCLUSIVE) - run.withoutBaseline(), " inconclusive");
        }
        return String.join(", ", parts);
    }

    private String missing() {
        int missing = run.withoutBaseline();
        return missing == 0 ? "" : " " + missing + " more had no baseline: of these nothing is known.";
    }

    private static void add(List<String> parts, int count, String text) {
        if (count > 0) {
            parts.add(count + text);
        }
    }

    private int count(Outcome outcome) {
        return run.with(outcome).size();
    }
}
