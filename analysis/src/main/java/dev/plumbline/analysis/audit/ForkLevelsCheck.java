package dev.plumbline.analysis.audit;

import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Harness;
import dev.plumbline.analysis.stats.TwoLevels;
import java.util.Arrays;
import java.util.Map;

/** Whether the forks of a benchmark have two levels, as when the compiler inlines a method in one JVM and not in the next. */
final class ForkLevelsCheck implements Check {

    /** How far apart the levels have to be, relative. */
    private static final double LEAST_DISTANCE = 0.02;

    @Override
    public void examine(BenchmarkResult result, Observations observations) {
        if (result.primary().forks().size() < TwoLevels.FEWEST) {
            return;
        }
        double[] forks =
                Arrays.stream(result.primary().forkValues()).map(Math::log).toArray();
        if (!Arrays.stream(forks).allMatch(Double::isFinite)) {
            return;
        }
        TwoLevels levels = TwoLevels.find(forks);
        double distance = levels.high() - levels.low();
        if (levels.found() && distance >= Math.log1p(LEAST_DISTANCE)) {
            int upper = forks.length - levels.lower();
            Harness harness = result.setup().harness();
            observations.add(
                    harness == Harness.JMH ? AuditCode.BIMODAL_FORKS : AuditCode.TWO_LEVELS,
                    upper + " of " + forks.length + " " + harness.forks(2) + " lie "
                            + Percent.beside(Math.exp(distance)) + " the others",
                    distance,
                    Map.of(
                            "forks", (double) forks.length,
                            "upper", (double) upper,
                            "ratio", Math.exp(distance)));
        }
    }
}
