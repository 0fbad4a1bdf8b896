package dev.plumbline.server.site.part;

import dev.plumbline.analysis.format.threshold.ThresholdJson;
import dev.plumbline.analysis.model.Unit;
import dev.plumbline.analysis.text.Quantities;
import dev.plumbline.analysis.text.RuleWords;
import dev.plumbline.analysis.threshold.DefaultTest;
import dev.plumbline.analysis.threshold.ThresholdRule;
import dev.plumbline.analysis.verdict.Reason;
import dev.plumbline.server.http.Links;
import dev.plumbline.server.report.RunDetails;
import dev.plumbline.server.site.frame.CommitView;
import dev.plumbline.server.site.frame.Figures;
import dev.plumbline.server.site.frame.Tone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A verdict as the page of a run shows it.
 *
 * @param tone the outcome's tone
 * @param outcome the outcome
 * @param title the series' name
 * @param url the series' page
 * @param baseline the baseline's value, a dash without one
 * @param candidate the run's value
 * @param change the change, empty where it is not known
 * @param words what it means, empty unless regressed or improved
 * @param interval its interval, empty where it is not known
 * @param bar the interval as it is drawn, empty where it is not known
 * @param pValue of the comparison
 * @param adjustedPValue adjusted for the number of comparisons
 * @param forks forks of the run and of the baseline
 * @param baselineText what the baseline is made of, empty without one
 * @param remarks why the verdict is what it is, in sentences
 */
public record VerdictRow(
        Tone tone,
        String outcome,
        SeriesTitle title,
        String url,
        String baseline,
        String candidate,
        String change,
        String words,
        String interval,
        Optional<Forest.Bar> bar,
        String pValue,
        String adjustedPValue,
        String forks,
        String baselineText,
        List<String> remarks) {

    public VerdictRow {
        remarks = List.copyOf(remarks);
    }

    public static VerdictRow of(RunDetails.Verdict verdict, Links links, String branch, Forest forest) {
        String unit = verdict.series().unit();
        Quantities values = Quantities.of(unit, verdict.baseline(), verdict.candidate());
        Tone tone = Tone.ofOutcome(verdict.outcome());
        boolean drawn = isDrawn(verdict);
        return new VerdictRow(
                tone,
                verdict.outcome(),
                SeriesTitle.of(verdict.series()),
                links.series(verdict.series().seriesId(), branch),
                values.format(verdict.baseline()),
                values.format(verdict.candidate()),
                Figures.change(verdict),
                tone == Tone.WORSE || tone == Tone.BETTER ? Unit.of(unit).word(tone == Tone.WORSE) : "",
                interval(verdict),
                drawn
                        ? Optional.of(forest.bar(verdict.ratioLow(), verdict.ratio(), verdict.ratioHigh()))
                        : Optional.empty(),
                Figures.pValue(verdict.pValue()),
                Figures.pValue(verdict.adjustedPValue()),
                verdict.baselineForks() == 0
                        ? String.valueOf(verdict.candidateForks())
                        : verdict.candidateForks() + " / " + verdict.baselineForks(),
                baselineText(verdict),
                remarks(verdict));
    }

    /** Whether there is a positive ratio with an interval to draw. */
    public static boolean isDrawn(RunDetails.Verdict verdict) {
        return verdict.ratio() > 0 && verdict.ratioLow() >= 0 && verdict.ratioHigh() > 0;
    }

    private static String baselineText(RunDetails.Verdict verdict) {
        if (verdict.baselineRuns() == 0) {
            return "no baseline";
        }
        String first = CommitView.abbreviated(verdict.baselineFirstSha());
        String last = CommitView.abbreviated(verdict.baselineLastSha());
        String runs = Figures.count(verdict.baselineRuns(), "run");
        if (first.isEmpty() || last.isEmpty()) {
            return runs;
        }
        return runs + (first.equals(last) ? " of " + first : ", " + first + " to " + last);
    }

    private static List<String> remarks(RunDetails.Verdict verdict) {
        List<String> remarks = new ArrayList<>();
        remarks.addAll(ruleRemarks(verdict));
        verdict.reasons().stream()
                .filter(code -> !code.equals(Reason.PROJECT_RULE.code()))
                .map(VerdictRow::sentence)
                .forEach(remarks::add);
        if (verdict.outcome().equals("inconclusive")) {
            String settled = verdict.forksNeeded() > 0
                    ? Figures.count(verdict.forksNeeded(), "fork") + " would settle it. "
                    : "";
            String detectable = Double.isFinite(verdict.smallestDetectableChange())
                    ? "With " + Figures.count(verdict.candidateForks(), "fork") + " the smallest detectable change is "
                            + Figures.magnitude(verdict.smallestDetectableChange()) + "."
                    : "";
            remarks.add((settled + detectable).strip());
        }
        remarks.removeIf(String::isEmpty);
        return remarks;
    }

    private static Optional<ThresholdRule> rule(RunDetails.Verdict verdict) {
        return Optional.of(verdict.rule()).filter(text -> !text.isEmpty()).map(ThresholdJson::readRule);
    }

    /** The interval, with its confidence where a rule sets one. */
    private static String interval(RunDetails.Verdict verdict) {
        String interval = Figures.interval(verdict.ratioLow(), verdict.ratioHigh());
        return rule(verdict)
                .filter(rule -> !interval.isEmpty()
                        && rule.threshold() instanceof DefaultTest test
                        && !Double.isNaN(test.confidence()))
                .map(rule -> interval + " (at " + RuleWords.confidence((DefaultTest) rule.threshold()) + ")")
                .orElse(interval);
    }

    /** The project's rule, and the limits that it drew. */
    private static List<String> ruleRemarks(RunDetails.Verdict verdict) {
        Optional<ThresholdRule> applied = rule(verdict);
        if (applied.isEmpty()) {
            return List.of();
        }
        String unit = verdict.series().unit();
        List<String> limits = new ArrayList<>();
        if (!Double.isNaN(verdict.lowerLimit())) {
            limits.add("below " + Figures.value(verdict.lowerLimit(), unit));
        }
        if (!Double.isNaN(verdict.upperLimit())) {
            limits.add("above " + Figures.value(verdict.upperLimit(), unit));
        }
        String rule = "Rule " + RuleWords.of(applied.get()) + ".";
        return limits.isEmpty()
                ? List.of(rule)
                : List.of(rule, "Its limits are crossed " + String.join(" and ", limits) + ".");
    }

    private static String sentence(String code) {
        return Arrays.stream(Reason.values())
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .map(Reason::sentence)
                .orElse(code);
    }
}
