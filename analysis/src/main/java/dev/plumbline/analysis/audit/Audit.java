package dev.plumbline.analysis.audit;

import dev.plumbline.analysis.model.BenchmarkResult;
import java.util.List;

/**
 * The reasons to distrust a run: add the results of a document one after the other, then query it. It keeps the worst few
 * benchmarks of each reason, so its memory doesn't grow with the document. Not thread-safe.
 */
public final class Audit {

    private final List<Check> checks = List.of(
            new ForksCheck(),
            new VirtualMachineCheck(),
            new FlagsCheck(),
            new AgentsCheck(),
            new WarmupCheck(),
            new DurationsCheck(),
            new ScoreCheck(),
            new SteadinessCheck(),
            new ForkLevelsCheck(),
            new PercentilesCheck());
    private final Observations observations = new Observations();

    /** Examines a result. */
    public void add(BenchmarkResult result) {
        observations.begin(result.benchmark());
        for (Check check : checks) {
            check.examine(result, observations);
        }
    }

    /** The findings so far, worst first. */
    public List<Finding> findings() {
        return observations.findings();
    }
}
