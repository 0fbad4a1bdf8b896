package dev.plumbline.analysis.judge;

import dev.plumbline.analysis.stats.Median;
import dev.plumbline.analysis.subject.Prepared;
import dev.plumbline.analysis.subject.Resolution;
import dev.plumbline.analysis.verdict.Effect;
import dev.plumbline.analysis.verdict.Method;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.analysis.verdict.Reason;
import dev.plumbline.analysis.verdict.StatedReason;
import dev.plumbline.analysis.verdict.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The comparison of a near-exact metric: a candidate whose forks all lie beyond the range that the baseline's forks
 * showed, widened by the resolution, has moved; there is no error probability. If only some forks are beyond, the
 * metric has more than one level (escape analysis that goes either way in each JVM), and one run does not decide.
 */
public final class RangeTest {

    /** With this many forks or more, the outermost one in twenty on either side isn't part of the range. */
    private static final int TRIMMED_FROM = 20;

    private final JudgeSettings settings;

    public RangeTest(JudgeSettings settings) {
        this.settings = settings;
    }

    public Verdict judge(Prepared prepared) {
        Resolution resolution = Resolution.of(prepared.metric());
        double[] forks = prepared.baselineForks();
        Arrays.sort(forks);
        double level = Median.ofSorted(forks, forks.length);
        int trimmed = forks.length < TRIMMED_FROM ? 0 : forks.length / TRIMMED_FROM;
        double low = forks[trimmed] - resolution.at(level);
        double high = forks[forks.length - 1 - trimmed] + resolution.at(level);

        double[] candidate = prepared.candidateForks();
        int above = 0;
        int below = 0;
        for (double fork : candidate) {
            above += fork > high ? 1 : 0;
            below += fork < low ? 1 : 0;
        }
        double mean = Arrays.stream(candidate).average().orElseThrow();
        boolean noRatio = Math.abs(level) <= resolution.absolute()
                || Math.abs(mean) <= resolution.absolute()
                || mean * level <= 0;
        boolean relevant = noRatio
                ? Math.abs(mean - level) > 2 * resolution.absolute()
                : Math.abs(Math.log(mean / level)) >= Math.log1p(settings.minimumEffectNearExact());

        List<StatedReason> reasons = new ArrayList<>();
        if (noRatio) {
            reasons.add(withoutRatio(resolution, level, mean));
        }
        boolean moved = above == candidate.length || below == candidate.length;
        Outcome outcome;
        if (moved && relevant) {
            outcome = Decision.moved(prepared.metric().unit().direction(), mean > level);
        } else if (above + below > 0 && relevant) {
            outcome = Outcome.INCONCLUSIVE;
            reasons.add(Reason.FORKS_DISAGREE);
        } else {
            outcome = Outcome.UNCHANGED;
            if (moved) {
                reasons.add(Reason.BELOW_RELEVANCE);
            }
        }
        double candidateLow = Arrays.stream(candidate).min().orElseThrow();
        double candidateHigh = Arrays.stream(candidate).max().orElseThrow();
        return prepared.verdict(
                outcome,
                Method.NEAR_EXACT,
                mean,
                level,
                noRatio
                        ? Effect.UNKNOWN
                        : new Effect(
                                mean / level,
                                Math.min(candidateLow / level, candidateHigh / level),
                                Math.max(candidateLow / level, candidateHigh / level)),
                reasons);
    }

    /** Which side is why there is no ratio; neither if the two have different signs. */
    private static Reason withoutRatio(Resolution resolution, double level, double mean) {
        if (Math.abs(level) <= resolution.absolute()) {
            return Reason.BASELINE_NEAR_ZERO;
        }
        return Math.abs(mean) <= resolution.absolute() ? Reason.CANDIDATE_NEAR_ZERO : Reason.NOT_POSITIVE;
    }
}
