package dev.plumbline.analysis.report.verdict;

import dev.plumbline.analysis.report.missing.MissingBenchmarks;
import dev.plumbline.analysis.text.Change;
import dev.plumbline.analysis.text.Count;
import dev.plumbline.analysis.text.Glyphs;
import dev.plumbline.analysis.text.Printable;
import dev.plumbline.analysis.text.TextTone;
import dev.plumbline.analysis.verdict.Effect;
import dev.plumbline.analysis.verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One sentence about a run, for the terminal, the page and the API alike. It never reads as a pass if nothing was compared, or if
 * nothing can be told.
 */
public final class VerdictSummary {

    private final RunSummary run;
    private final MissingBenchmarks missing;
    private final String environment;
    private final Glyphs glyphs;

    /**
     * The summary of a run that was judged.
     *
     * @param missing what has no number
     * @param environment the environment's label
     */
    public VerdictSummary(RunSummary run, MissingBenchmarks missing, String environment, Glyphs glyphs) {
        this.run = run;
        this.missing = missing;
        this.environment = environment;
        this.glyphs = glyphs;
    }

    /** The summary of a run of which nothing is missing. */
    public VerdictSummary(RunSummary run, String environment, Glyphs glyphs) {
        this(run, MissingBenchmarks.NONE, environment, glyphs);
    }

    /** The tone of the sentence. */
    public TextTone tone() {
        boolean suite = run.suite().finding();
        if (run.count(Outcome.REGRESSED) > 0 || (suite && run.suite().outcome() == Outcome.REGRESSED)) {
            return TextTone.WORSE;
        }
        if (!missing.absences().isEmpty()
                || run.withBaseline() == 0
                || run.count(Outcome.INCONCLUSIVE) > 0
                || run.count(Outcome.CHANGED) > 0) {
            return TextTone.CAUTION;
        }
        return run.count(Outcome.IMPROVED) > 0 || suite ? TextTone.BETTER : TextTone.STRONG;
    }

    /** The sentence; what has no number comes first, then what the whole suite did. */
    public String sentence() {
        return Stream.of(missing.sentence(), run.suite().sentence(glyphs), ofSeries(), missing.ofMetrics())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String ofSeries() {
        if (run.withBaseline() == 0 && missing.any()) {
            return "Nothing was compared. This isn't a pass.";
        }
        if (run.series() == 0) {
            return "Nothing was compared: the run has no series that can be judged. This isn't a pass.";
        }
        if (run.withBaseline() == 0) {
            return "Nothing was compared: there is no baseline yet for " + Printable.line(environment)
                    + ". This isn't a pass.";
        }
        int regressed = run.count(Outcome.REGRESSED);
        String others = others();
        String ofAll = " of " + compared();
        if (regressed > 0) {
            return Count.of(regressed) + ofAll + " regressed" + others + withoutBaseline();
        }
        if (run.noisy() > 0) {
            return "No regression was found, but " + Count.of(run.noisy()) + ofAll + " can't be told from noise"
                    + others + withoutBaseline();
        }
        return "No regression in " + (missing.any() ? "the other " : "") + compared() + others + withoutBaseline();
    }

    /** The change over all scores, if there are enough of them. */
    public Optional<String> geometricMean() {
        Effect mean = run.geometricMean();
        return mean.known()
                ? Optional.of("Geometric mean of the scores: " + Change.percent(mean.ratio(), glyphs) + " ("
                        + Change.interval(mean.low(), mean.high(), glyphs) + "), + is worse")
                : Optional.empty();
    }

    private String compared() {
        return Count.of(run.withBaseline(), "series", "series");
    }

    /** The rest of the sentence about those that had a baseline. */
    private String others() {
        List<String> parts = new ArrayList<>();
        add(parts, run.count(Outcome.IMPROVED), " improved");
        add(parts, run.count(Outcome.CHANGED), " changed");
        add(parts, run.count(Outcome.UNCHANGED), " unchanged");
        if (run.count(Outcome.REGRESSED) > 0) {
            add(parts, run.noisy(), " inconclusive");
        }
        return parts.isEmpty() ? "." : "; " + String.join(", ", parts) + ".";
    }

    private String withoutBaseline() {
        int without = run.withoutBaseline();
        return without == 0 ? "" : " " + Count.of(without) + " more had no baseline: of these nothing is known.";
    }

    private static void add(List<String> parts, int count, String text) {
        if (count > 0) {
            parts.add(Count.of(count) + text);
        }
    }
}
