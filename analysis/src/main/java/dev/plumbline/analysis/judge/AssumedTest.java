package dev.plumbline.analysis.judge;

import dev.plumbline.analysis.stats.Power;
import dev.plumbline.analysis.stats.Scatter;
import dev.plumbline.analysis.stats.StudentT;
import dev.plumbline.analysis.subject.AssumedNoise;
import dev.plumbline.analysis.subject.Prepared;
import dev.plumbline.analysis.subject.Resolution;
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
 * The comparison of series whose noise isn't measured but known from elsewhere: the difference of the sides' mean logarithms
 * against the standard error that such noise gives them. With s the deviation of a run, that is s √(1/m + 1/n) for m and n
 * runs, however many forks they have.
 */
final class AssumedTest {

    private final JudgeSettings settings;
    private final StudentT studentT;
    private final Power power;

    AssumedTest(JudgeSettings settings, StudentT studentT) {
        this.settings = settings;
        this.studentT = studentT;
        this.power = new Power(studentT, 1 - settings.confidence(), settings.power());
    }

    /**
     * Whether the values of two sides are the same within the resolution of a counted metric, or a side is zero within it, so
     * that a share of the value says nothing.
     */
    static boolean isBelowResolution(Prepared prepared) {
        if (!Resolution.possible(prepared.metric())) {
            return false;
        }
        Scale scale = Scale.of(prepared.baseline(), prepared.candidate());
        Scatter scatter = Scatter.of(scale.apply(prepared.baseline()), scale.apply(prepared.candidate()));
        double baseline = scale.value(scatter.baseline().mean());
        double candidate = scale.value(scatter.candidate().mean());
        Resolution resolution = Resolution.of(prepared.metric());
        return Math.min(Math.abs(baseline), Math.abs(candidate)) <= resolution.absolute()
                || Math.abs(candidate - baseline) <= resolution.at(baseline);
    }

    static double pValue(Comparison comparison, AssumedNoise noise) {
        return StudentT.twoSided(
                comparison.scatter().difference() / standardError(comparison, noise), noise.degreesOfFreedom());
    }

    /** Half the width of the difference's interval. */
    double half(Comparison comparison, AssumedNoise noise) {
        return standardError(comparison, noise)
                * studentT.quantile((1 + settings.confidence()) / 2, noise.degreesOfFreedom());
    }

    private static double standardError(Comparison comparison, AssumedNoise noise) {
        return noise.standardError(
                comparison.scatter().baseline().runs(),
                comparison.scatter().candidate().runs());
    }

    /** The verdict, given the p-value of this comparison and the adjusted one. */
    Verdict judge(Comparison comparison, AssumedNoise noise, double pValue, double adjustedPValue) {
        Scatter scatter = comparison.scatter();
        Prepared prepared = comparison.prepared();
        double difference = scatter.difference();
        double half = half(comparison, noise);
        Decision decision =
                Decision.of(settings, prepared.metric().unit().direction(), difference, half, adjustedPValue);
        Scale scale = comparison.scale();
        double place = scatter.baseline().mean();
        double detectable = power.smallestDetectable(standardError(comparison, noise), noise.degreesOfFreedom());
        return new Verdict(
                decision.outcome(),
                Method.ASSUMED_NOISE,
                new Level(
                        scale.value(scatter.candidate().mean()),
                        scatter.candidate().runs(),
                        prepared.candidateForks().length),
                new Level(scale.value(place), scatter.baseline().runs(), prepared.baselineForks().length),
                new Effect(
                        scale.ratio(place, difference),
                        scale.ratio(place, difference - half),
                        scale.ratio(place, difference + half)),
                new Evidence(pValue, adjustedPValue, Math.expm1(detectable)),
                Remedy.NONE,
                reasons(decision, pValue),
                Limits.NONE);
    }

    private List<StatedReason> reasons(Decision decision, double pValue) {
        List<StatedReason> reasons = new ArrayList<>(List.of(Reason.ASSUMED_NOISE));
        if (decision.outcome() == Outcome.INCONCLUSIVE) {
            if (decision.significant()) {
                reasons.add(Reason.BELOW_RELEVANCE);
            } else {
                reasons.add(
                        pValue <= settings.falseDiscoveryRate()
                                ? Reason.NOT_SIGNIFICANT_AMONG_ALL
                                : Reason.RUNS_DIFFER);
            }
        }
        return reasons;
    }
}
