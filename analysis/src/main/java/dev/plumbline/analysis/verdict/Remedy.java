package dev.plumbline.analysis.verdict;

import dev.plumbline.analysis.stats.Noise;
import dev.plumbline.analysis.stats.Power;
import dev.plumbline.analysis.stats.Scatter;
import dev.plumbline.analysis.stats.VarianceComponents;

/**
 * What would settle an inconclusive verdict: an effect as large as the one seen, or the smallest relevant one, would then be
 * found with the settings' power. If the baseline is one run, it has to be measured again in the same way.
 *
 * @param forks how many forks per run, with as many iterations as now; 0 when that doesn't apply or doesn't help
 * @param iterations how many iterations per fork, with as many forks as now; 0 likewise, and if iterations are not known
 * @param longerForks whether the iterations take less time than the forks
 */
public record Remedy(int forks, int iterations, boolean longerForks) {

    /** Nothing to settle, or no way to. */
    public static final Remedy NONE = new Remedy(0, 0, false);

    /** More forks, if nothing is known about iterations; 0 if they don't help. */
    public static Remedy forks(int forks) {
        return new Remedy(forks, 0, false);
    }

    /** A fork's warm-up takes about as long as its measurement, as by JMH's defaults. */
    private static final int FORK_COST = 2;

    public static Remedy of(Power power, Scatter scatter, Noise noise, double effect) {
        int forks = power.fewest(effect, count -> standardErrorWith(count, scatter, noise), noise.degreesOfFreedom());
        if (!scatter.iterations().known()) {
            return forks(forks);
        }
        VarianceComponents components = VarianceComponents.of(scatter.iterations(), noise.ofFork());
        int iterations = power.fewest(
                effect,
                count -> noise.withForkVariance(components.ofForkMean(count))
                        .standardError(scatter.baseline(), scatter.candidate()),
                noise.degreesOfFreedom());
        return new Remedy(forks, iterations, cheaper(forks, iterations, scatter));
    }

    /** With other fork counts in the candidate's runs, and also in the baseline if that is one run that can be measured again. */
    private static double standardErrorWith(int forks, Scatter scatter, Noise noise) {
        Scatter.Side baseline = scatter.baseline();
        return noise.standardError(
                baseline.runs() == 1 ? baseline.withForksPerRun(forks) : baseline,
                scatter.candidate().withForksPerRun(forks));
    }

    /** Whether the further iterations in the forks as they are take less time than further forks of the same length. */
    private static boolean cheaper(int forks, int iterations, Scatter scatter) {
        double now = scatter.iterations().iterations();
        double perRun = scatter.candidate().forksPerRun();
        return iterations > 0 && (forks == 0 || perRun * (iterations - now) < (forks - perRun) * FORK_COST * now);
    }

    /** What an inconclusive verdict lacks. */
    public Reason reason() {
        if (longerForks) {
            return Reason.TOO_FEW_ITERATIONS;
        }
        return forks == 0 ? Reason.RUNS_DIFFER : Reason.TOO_FEW_FORKS;
    }
}
