package dev.plumbline.analysis.audit;

import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Direction;
import dev.plumbline.analysis.model.Fork;
import dev.plumbline.analysis.model.Mode;
import dev.plumbline.analysis.stats.CommonShift;
import dev.plumbline.analysis.stats.LoneShift;
import dev.plumbline.analysis.stats.SerialDependence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whether the logarithms of a fork's measured iterations stay around one level. These questions are asked in this order, and the first one
 * that applies is reported: do most forks shift at the same place; does a fork shift on its own; do neighbours resemble each other.
 */
final class SteadinessCheck implements Check {

    /** Each question wrongly applies to about one in a thousand steady benchmarks. */
    private static final double SIGNIFICANCE = 0.001;

    /** By how much a common shift has to move the score, relative. */
    private static final double LEAST_BIAS = 0.01;

    /** The share of the forks that must have a common shift. */
    private static final double LEAST_SHARE = 2 / 3.0;

    /** By how much a lone fork has to shift, relative. */
    private static final double LEAST_SHIFT = 0.02;

    /** The share of effectively independent iterations below which they are too much alike. */
    private static final double LEAST_EFFECTIVE = 0.5;

    @Override
    public void examine(BenchmarkResult result, Observations observations) {
        boolean coldStart = result.benchmark().mode() == Mode.SINGLE_SHOT_TIME
                && result.setup().warmupIterations() == 0;
        List<double[]> forks = logarithms(result.primary().forks());
        if (coldStart || forks.isEmpty()) {
            return;
        }
        boolean told = common(forks, result.primary().metric().unit().direction(), observations)
                || (forks.get(0).length >= LoneShift.FEWEST && lone(forks, observations));
        if (!told) {
            dependence(forks, observations);
        }
    }

    /** The iterations of the forks that have as many as the longest; none if one is not positive. */
    private static List<double[]> logarithms(List<Fork> forks) {
        int longest = 0;
        for (Fork fork : forks) {
            longest = Math.max(longest, fork.iterations().length);
        }
        List<double[]> logarithms = new ArrayList<>();
        for (Fork fork : forks) {
            if (fork.iterations().length == longest && longest > 1) {
                double[] values = new double[longest];
                for (int i = 0; i < longest; i++) {
                    values[i] = Math.log(fork.iterations()[i]);
                    if (!Double.isFinite(values[i])) {
                        return List.of();
                    }
                }
                logarithms.add(values);
            }
        }
        return logarithms;
    }

    private static boolean common(List<double[]> forks, Direction direction, Observations observations) {
        CommonShift shift = CommonShift.find(forks);
        int length = forks.get(0).length;
        double before = Math.exp(-shift.step());
        double score = Math.exp(-shift.step() * shift.before() / length);
        boolean shared = shift.sharing() >= LEAST_SHARE * forks.size();
        if (shift.pValue() >= SIGNIFICANCE || !shared || Math.abs(score - 1) < LEAST_BIAS) {
            return false;
        }
        String first = shift.before() == 1 ? "the first" : "the first " + shift.before();
        observations.add(
                code(shift.step() > 0, direction),
                first + " of " + length + " iterations " + (shift.before() == 1 ? "lies " : "lie ")
                        + Percent.beside(before) + " the rest, the score " + Percent.beside(score),
                Math.abs(Math.log(score)),
                Map.of(
                        "before",
                        (double) shift.before(),
                        "iterations",
                        (double) length,
                        "ratio",
                        before,
                        "scoreRatio",
                        score,
                        "pValue",
                        shift.pValue()));
        return true;
    }

    /** What a step of most forks to larger or smaller values is; where more may be better or worse, just a change. */
    private static AuditCode code(boolean up, Direction direction) {
        return switch (direction) {
            case LOWER_IS_BETTER -> up ? AuditCode.GETTING_WORSE : AuditCode.STILL_WARMING_UP;
            case HIGHER_IS_BETTER -> up ? AuditCode.STILL_WARMING_UP : AuditCode.GETTING_WORSE;
            case NOT_KNOWN -> AuditCode.CHANGING_LEVEL;
        };
    }

    private static boolean lone(List<double[]> forks, Observations observations) {
        int shifted = 0;
        int worst = 0;
        LoneShift largest = new LoneShift(0, 0, 1);
        for (int fork = 0; fork < forks.size(); fork++) {
            LoneShift shift = LoneShift.find(forks.get(fork));
            if (shift.pValue() < SIGNIFICANCE / forks.size() && Math.abs(shift.step()) >= Math.log1p(LEAST_SHIFT)) {
                shifted++;
                if (Math.abs(shift.step()) > Math.abs(largest.step())) {
                    largest = shift;
                    worst = fork + 1;
                }
            }
        }
        if (shifted == 0) {
            return false;
        }
        observations.add(
                AuditCode.SHIFTING_FORKS,
                shifted + " of " + forks.size() + (forks.size() == 1 ? " fork" : " forks") + "; fork " + worst
                        + " goes to " + Percent.beside(Math.exp(largest.step())) + " its first " + largest.before()
                        + " iterations",
                Math.abs(largest.step()),
                Map.of(
                        "shifting", (double) shifted,
                        "forks", (double) forks.size(),
                        "ratio", Math.exp(largest.step()),
                        "before", (double) largest.before(),
                        "pValue", largest.pValue()));
        return true;
    }

    private static void dependence(List<double[]> forks, Observations observations) {
        SerialDependence dependence = SerialDependence.of(forks);
        double iterations = (double) forks.size() * forks.get(0).length;
        // Forks are independent of each other, however much their iterations resemble each other.
        double effective = Math.max(forks.size(), dependence.effective(iterations));
        if (dependence.pValue() < SIGNIFICANCE && effective < LEAST_EFFECTIVE * iterations) {
            observations.add(
                    AuditCode.DEPENDENT_ITERATIONS,
                    Math.round(iterations) + " iterations are worth " + Math.round(effective),
                    iterations / effective,
                    Map.of(
                            "iterations",
                            iterations,
                            "effective",
                            effective,
                            "correlation",
                            dependence.correlation(),
                            "pValue",
                            dependence.pValue()));
        }
    }
}
