package dev.plumbline.analysis.audit;

import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Mode;
import dev.plumbline.analysis.model.Setup;
import java.util.Map;

/** How long a fork ran before it was measured. In single-shot mode a cold start may be intended. */
final class WarmupCheck implements Check {

    /** Seconds: of 297 benchmarks of real projects, half are more than 5 % off their steady level after this time. */
    static final double SHORT = 5;

    @Override
    public void examine(BenchmarkResult result, Observations observations) {
        Setup setup = result.setup();
        if (result.benchmark().mode() == Mode.SINGLE_SHOT_TIME) {
            if (setup.warmupIterations() == 0 && setup.measurementIterations() > 1) {
                observations.add(
                        AuditCode.MIXED_STARTS, "", setup.measurementIterations(), Map.of("iterations", (double)
                                setup.measurementIterations()));
            }
            return;
        }
        if (setup.warmupIterations() == 0) {
            observations.add(AuditCode.NO_WARM_UP, "-wi 0");
            return;
        }
        double seconds = setup.warmupIterations() * HarnessTime.seconds(setup.warmupTime());
        if (setup.warmupIterations() > 0 && seconds < SHORT) {
            observations.add(
                    AuditCode.SHORT_WARM_UP,
                    setup.warmupIterations() + " × " + setup.warmupTime(),
                    1 / seconds,
                    Map.of("seconds", seconds));
        }
    }
}
