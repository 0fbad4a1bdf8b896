package dev.plumbline.analysis.judge;

import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.verdict.Outcome;

/** From an effect to a verdict: significance and relevance together make a finding, and equivalence makes "unchanged". */
public record Decision(boolean significant, double relevant, Outcome outcome) {

    /**
     * The decision.
     *
     * @param settings the thresholds
     * @param direction of the metric
     * @param difference the effect in logarithms
     * @param half half the width of its interval
     * @param adjustedPValue its p-value, adjusted for all comparisons of the run
     */
    public static Decision of(
            JudgeSettings settings, Direction direction, double difference, double half, double adjustedPValue) {
        double relevant = Math.log1p(settings.minimumEffectTime());
        boolean significant = adjustedPValue <= settings.falseDiscoveryRate();
        Outcome outcome;
        if (significant && Math.abs(difference) >= relevant) {
            outcome = moved(direction, difference > 0);
        } else if (Math.abs(difference) + half <= relevant) {
            outcome = Outcome.UNCHANGED;
        } else {
            outcome = Outcome.INCONCLUSIVE;
        }
        return new Decision(significant, relevant, outcome);
    }

    /** What a finding is called. */
    static Outcome moved(Direction direction, boolean up) {
        return switch (direction) {
            case LOWER_IS_BETTER -> up ? Outcome.REGRESSED : Outcome.IMPROVED;
            case HIGHER_IS_BETTER -> up ? Outcome.IMPROVED : Outcome.REGRESSED;
            case NOT_KNOWN -> Outcome.CHANGED;
        };
    }
}
