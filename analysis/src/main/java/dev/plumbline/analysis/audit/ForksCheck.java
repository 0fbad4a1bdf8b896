package dev.plumbline.analysis.audit;

import dev.plumbline.analysis.model.BenchmarkResult;
import java.util.Map;

/** How many JVMs measured the benchmark. */
final class ForksCheck implements Check {

    @Override
    public void examine(BenchmarkResult result, Observations observations) {
        int asked = result.setup().forks();
        int measured = result.primary().forks().size();
        if (asked == 0) {
            observations.add(AuditCode.IN_HARNESS_JVM, "-f 0");
            return;
        }
        if (measured == 0) {
            observations.add(AuditCode.FORKS_UNKNOWN, "");
        }
        if (measured == 1 || (measured == 0 && asked == 1)) {
            observations.add(AuditCode.ONE_FORK, "");
        }
        if (measured > 0 && measured < asked) {
            observations.add(
                    AuditCode.LOST_FORKS,
                    measured + " of " + asked + " forks",
                    asked - measured,
                    Map.of("forks", (double) measured, "asked", (double) asked));
        }
    }
}
