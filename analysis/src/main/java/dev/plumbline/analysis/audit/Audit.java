package dev.plumbline.analysis.audit;

import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Harness;
import java.util.List;

/**
 * The reasons to distrust a run: add the results of a document one after the other, then query it. It keeps the worst few
 * benchmarks of each reason, so its memory doesn't grow with the document. Not thread-safe.
 */
public final class Audit {

    private final List<Check> jmhChecks = List.of(
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
    /** kotlinx-benchmark warms up and iterates as JMH does, in one process. */
    private final List<Check> kotlinxChecks = List.of(
            new SamplesCheck(),
            new SettingsCheck(),
            new WarmupCheck(),
            new DurationsCheck(),
            new ScoreCheck(),
            new SteadinessCheck(),
            new ForkLevelsCheck());

    private final List<Check> otherChecks =
            List.of(new SamplesCheck(), new SettingsCheck(), new ScoreCheck(), new ForkLevelsCheck(), new TasksCheck());
    private final Observations observations = new Observations();

    /** Examines a result. */
    public void add(BenchmarkResult result) {
        observations.begin(result.benchmark());
        for (Check check : checks(result.setup().harness())) {
            check.examine(result, observations);
        }
    }

    private List<Check> checks(Harness harness) {
        if (harness == Harness.JMH) {
            return jmhChecks;
        }
        return harness == Harness.KOTLINX ? kotlinxChecks : otherChecks;
    }

    /** The findings so far, worst first. */
    public List<Finding> findings() {
        return observations.findings();
    }
}
