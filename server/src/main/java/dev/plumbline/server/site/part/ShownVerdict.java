package dev.plumbline.server.site.part;

import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.text.Quantities;
import dev.plumbline.analysis.text.RuleWords;
import dev.plumbline.analysis.threshold.DefaultTest;
import dev.plumbline.analysis.threshold.Limits;
import dev.plumbline.analysis.verdict.Effect;
import dev.plumbline.analysis.verdict.Evidence;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.analysis.verdict.Reason;
import dev.plumbline.analysis.verdict.StatedReason;
import dev.plumbline.analysis.verdict.Verdict;
import dev.plumbline.server.report.StoredVerdict;
import dev.plumbline.server.site.frame.Figures;
import dev.plumbline.server.site.frame.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A verdict as pages show it.
 *
 * @param stored what it shows
 * @param url the series' page
 * @param bar the interval as it is drawn, empty if it is not known
 */
public record ShownVerdict(StoredVerdict stored, String url, Optional<Forest.Bar> bar) {

    /** The row of a verdict, whose interval is drawn on a scale. */
    static ShownVerdict of(StoredVerdict stored, String url, Forest forest) {
        Effect effect = stored.verdict().effect();
        return new ShownVerdict(
                stored,
                url,
                isDrawn(stored)
                        ? Optional.of(forest.bar(effect.low(), effect.ratio(), effect.high()))
                        : Optional.empty());
    }

    /** The scale on which the intervals of these verdicts are drawn. */
    public static Forest forest(List<StoredVerdict> verdicts) {
        return Forest.of(verdicts.stream()
                .filter(ShownVerdict::isDrawn)
                .map(stored -> new double[] {
                    stored.verdict().effect().low(), stored.verdict().effect().high()
                })
                .toList());
    }

    /** Whether there is a positive ratio with an interval to draw. */
    private static boolean isDrawn(StoredVerdict stored) {
        Effect effect = stored.verdict().effect();
        return effect.ratio() > 0 && effect.low() >= 0 && effect.high() > 0;
    }

    /** What was found, in a word. */
    public String outcome() {
        return verdict().outcome().label();
    }

    public Tone tone() {
        return Tone.of(verdict().outcome());
    }

    public SeriesTitle title() {
        return SeriesTitle.of(stored.series());
    }

    /** The baseline's value, a dash without one. */
    public String baseline() {
        return values().format(verdict().baseline().value());
    }

    /** The run's value. */
    public String candidate() {
        return values().format(verdict().candidate().value());
    }

    /** The two values with one prefix, as they are compared. */
    private Quantities values() {
        return Quantities.of(
                unit(), verdict().baseline().value(), verdict().candidate().value());
    }

    /** The change, empty if it is not known. */
    public String change() {
        return Figures.change(stored);
    }

    /** What the change means, empty unless something changed. */
    public String words() {
        return stored.changed() ? stored.row().word() : "";
    }

    /** The change's interval, with its confidence where a rule sets one; empty if it is not known. */
    public String interval() {
        Effect effect = verdict().effect();
        String interval = Figures.interval(effect.low(), effect.high());
        return stored.rule()
                .filter(rule -> !interval.isEmpty()
                        && rule.threshold() instanceof DefaultTest test
                        && !Double.isNaN(test.confidence()))
                .map(rule -> interval + " (at " + RuleWords.confidence((DefaultTest) rule.threshold()) + ")")
                .orElse(interval);
    }

    public String pValue() {
        return Figures.pValue(verdict().evidence().pValue());
    }

    public String adjustedPValue() {
        return Figures.pValue(verdict().evidence().adjusted());
    }

    /** Forks of the run and of the baseline. */
    public String forks() {
        int forks = verdict().candidate().forks();
        int ofBaseline = verdict().baseline().forks();
        return ofBaseline == 0 ? String.valueOf(forks) : forks + " / " + ofBaseline;
    }

    /** Why the verdict is what it is, on one line; empty if its numbers say so by themselves. */
    public String reason() {
        return String.join(" ", remarks());
    }

    /** Why the verdict is what it is, in sentences. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>(ruleRemarks());
        verdict().reasons().stream()
                .filter(reason -> reason != Reason.PROJECT_RULE)
                .map(StatedReason::sentence)
                .map(harness()::spoken)
                .forEach(remarks::add);
        if (verdict().outcome() == Outcome.INCONCLUSIVE) {
            remarks.add(remedy());
        }
        remarks.removeIf(String::isEmpty);
        return remarks;
    }

    private String remedy() {
        Evidence evidence = verdict().evidence();
        int forks = verdict().remedy().forks();
        String settled = forks > 0 ? counted(forks) + " would settle it. " : "";
        String detectable = Double.isFinite(evidence.smallestDetectableChange())
                ? "With " + counted(verdict().candidate().forks())
                        + " the smallest detectable change is "
                        + Figures.magnitude(evidence.smallestDetectableChange()) + "."
                : "";
        return (settled + detectable).strip();
    }

    private Harness harness() {
        return stored.series().harness();
    }

    private String counted(int forks) {
        return Figures.count(forks) + " " + harness().forks(forks);
    }

    /** The project's rule, and the limits that it sets. */
    private List<String> ruleRemarks() {
        if (stored.rule().isEmpty()) {
            return List.of();
        }
        Limits drawn = verdict().limits();
        List<String> limits = new ArrayList<>();
        if (!Double.isNaN(drawn.lower())) {
            limits.add("below " + Figures.value(drawn.lower(), unit()));
        }
        if (!Double.isNaN(drawn.upper())) {
            limits.add("above " + Figures.value(drawn.upper(), unit()));
        }
        String rule = "Rule " + RuleWords.of(stored.rule().get()) + ".";
        return limits.isEmpty()
                ? List.of(rule)
                : List.of(rule, "Its limits are crossed " + String.join(" and ", limits) + ".");
    }

    private Verdict verdict() {
        return stored.verdict();
    }

    private String unit() {
        return stored.series().unit();
    }
}
