package dev.plumbline.analysis.audit;

import dev.plumbline.analysis.model.BenchmarkResult;
import java.util.List;

/**
 * The reasons to distrust a run: hand it the results of a document one after the other, then ask. It keeps the worst few
 * benchmarks of each reason, so its memory does not grow with the document. Not thread-safe.
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

    /** Looks at a result. */
    public void add(BenchmarkResult result) {
        observations.begin(result.benchmark());
        for (Check check : checks) {
            check.examine(result, observations);
        }
    }

    /** What was found so far, worst first. */
    public List<Finding> findings() {
        return observations.findings();
    }
}
