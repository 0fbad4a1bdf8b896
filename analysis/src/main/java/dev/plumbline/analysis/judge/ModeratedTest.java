package dev.plumbline.analysis.judge;

import dev.plumbline.analysis.stats.Noise;
import dev.plumbline.analysis.stats.Power;
import dev.plumbline.analysis.stats.Scatter;
import dev.plumbline.analysis.stats.StudentT;
import dev.plumbline.analysis.stats.SuiteNoise;
import dev.plumbline.analysis.subject.Prepared;
import dev.plumbline.analysis.subject.Scale;
import dev.plumbline.analysis.threshold.Limits;
import dev.plumbline.analysis.verdict.Effect;
import dev.plumbline.analysis.verdict.Evidence;
import dev.plumbline.analysis.verdict.Level;
import dev.plumbline.analysis.verdict.Method;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.analysis.verdict.Reason;
import dev.plumbline.analysis.verdict.Remedy;
import dev.plumbline.analysis.verdict.StatedReason;
import dev.plumbline.analysis.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * The comparison of series that scatter: the candidate's mean against the prediction of the baseline, with a variance
 * that was shrunk over the suite.
 */
final class ModeratedTest {

    private final JudgeSettings settings;
    private final StudentT studentT;
    private final Power power;

    ModeratedTest(JudgeSettings settings, StudentT studentT) {
        this.settings = settings;
        this.studentT = studentT;
        this.power = new Power(studentT, 1 - settings.confidence(), settings.power());
    }

    /** The two-sided p-value of a comparison in its suite. */
    static double pValue(Comparison comparison, SuiteNoise suite) {
        Scatter scatter = comparison.scatter();
        Noise noise = suite.of(scatter);
        int baseline = scatter.baseline().forks();
        int candidate = scatter.candidate().forks();
        return FewForks.pValue(
                StudentT.twoSided(scatter.difference() / standardError(scatter, noise), noise.degreesOfFreedom()),
                Math.min(baseline, candidate),
                baseline + candidate);
    }

    /** Half the width of the difference's interval. */
    double half(Comparison comparison, SuiteNoise suite) {
        Noise noise = suite.of(comparison.scatter());
        return standardError(comparison.scatter(), noise)
                * studentT.quantile((1 + settings.confidence()) / 2, noise.degreesOfFreedom());
    }

    /** The verdict, given the p-value of this comparison and the adjusted one. */
    Verdict judge(Comparison comparison, SuiteNoise suite, double pValue, double adjustedPValue) {
        Scatter scatter = comparison.scatter();
        Noise noise = suite.of(scatter);
        double standardError = standardError(scatter, noise);
        double difference = scatter.difference();
        double half = half(comparison, suite);
        Decision decision = Decision.of(
                settings, comparison.prepared().metric().unit().direction(), difference, half, adjustedPValue);
        boolean contradicted = decision.outcome() != Outcome.UNCHANGED
                && new RunAgreement(settings.falseDiscoveryRate()).isBroken(comparison, noise);
        Outcome outcome = contradicted ? Outcome.INCONCLUSIVE : decision.outcome();
        Remedy remedy = outcome == Outcome.INCONCLUSIVE && !contradicted
                ? Remedy.of(power, scatter, noise, Math.max(decision.relevant(), Math.abs(difference)))
                : Remedy.NONE;
        Scale scale = comparison.scale();
        double place = scatter.baseline().mean();
        Prepared prepared = comparison.prepared();
        return new Verdict(
                outcome,
                Method.MODERATED_T,
                new Level(
                        scale.value(scatter.candidate().mean()),
                        scatter.candidate().runs(),
                        prepared.candidateForks().length),
                new Level(scale.value(place), scatter.baseline().runs(), prepared.baselineForks().length),
                new Effect(
                        scale.ratio(place, difference),
                        scale.ratio(place, difference - half),
                        scale.ratio(place, difference + half)),
                new Evidence(
                        pValue,
                        adjustedPValue,
                        Math.expm1(power.smallestDetectable(standardError, noise.degreesOfFreedom()))),
                remedy,
                contradicted
                        ? List.of(Reason.RUNS_DIFFER)
                        : reasons(comparison, outcome, decision.significant(), pValue, remedy),
                Limits.NONE);
    }

    private static double standardError(Scatter scatter, Noise noise) {
        return noise.standardError(scatter.baseline(), scatter.candidate());
    }

    private List<StatedReason> reasons(
            Comparison comparison, Outcome outcome, boolean significant, double pValue, Remedy remedy) {
        List<StatedReason> reasons = new ArrayList<>();
        if (outcome == Outcome.INCONCLUSIVE) {
            if (significant) {
                reasons.add(Reason.BELOW_RELEVANCE);
            } else if (pValue <= settings.falseDiscoveryRate()) {
                reasons.add(Reason.NOT_SIGNIFICANT_AMONG_ALL);
            } else {
                reasons.add(remedy.reason());
            }
        }
        if (comparison.scatter().betweenDegreesOfFreedom() == 0) {
            reasons.add(Reason.ONE_BASELINE_RUN);
        }
        if (!comparison.scale().logarithmic()) {
            reasons.add(Reason.NOT_POSITIVE);
        }
        return reasons;
    }
}
