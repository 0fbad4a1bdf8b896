package dev.plumbline.analysis.judge;

import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.subject.Prepared;
import dev.plumbline.analysis.threshold.ClassicModel;
import dev.plumbline.analysis.threshold.Limits;
import dev.plumbline.analysis.verdict.Effect;
import dev.plumbline.analysis.verdict.Method;
import dev.plumbline.analysis.verdict.Outcome;
import dev.plumbline.analysis.verdict.Reason;
import dev.plumbline.analysis.verdict.StatedReason;
import dev.plumbline.analysis.verdict.Verdict;
import java.util.Arrays;
import java.util.List;

/**
 * The comparison that a project chose instead of the default test: the candidate's mean against the limits that a classic
 * model draws around the means of the baseline's runs. It has no error probability.
 */
final class BoundaryTest {

    private final ClassicModel model;

    BoundaryTest(ClassicModel model) {
        this.model = model;
    }

    Verdict judge(Prepared prepared) {
        double[] runs =
                prepared.baseline().stream().mapToDouble(BoundaryTest::mean).toArray();
        double candidate = prepared.candidate().stream()
                .mapToDouble(BoundaryTest::mean)
                .average()
                .orElseThrow();
        Limits limits = model.limits(runs);
        double level =
                Double.isNaN(limits.baseline()) ? Arrays.stream(runs).average().orElse(Double.NaN) : limits.baseline();
        double ratio = candidate * level > 0 ? candidate / level : Double.NaN;
        Outcome outcome = outcome(limits, candidate, prepared.metric().unit().direction());
        return prepared.verdict(
                        outcome,
                        limits.known() ? Method.of(model.test()) : Method.NONE,
                        candidate,
                        level,
                        Effect.of(ratio),
                        reasons(limits, runs.length))
                .within(limits);
    }

    private static Outcome outcome(Limits limits, double candidate, Direction direction) {
        if (!limits.known()) {
            return Outcome.INCONCLUSIVE;
        }
        int side = limits.side(candidate);
        return side == 0 ? Outcome.UNCHANGED : Decision.moved(direction, side > 0);
    }

    private List<StatedReason> reasons(Limits limits, int runs) {
        if (limits.known()) {
            return List.of(Reason.PROJECT_RULE);
        }
        if (runs == 0) {
            return List.of(Reason.NO_BASELINE, Reason.PROJECT_RULE);
        }
        return List.of(runs < model.minSampleSize() ? Reason.TOO_FEW_RUNS : Reason.NO_LIMITS, Reason.PROJECT_RULE);
    }

    private static double mean(double[] forks) {
        return Arrays.stream(forks).average().orElseThrow();
    }
}
