package dev.plumbline.analysis.audit;

import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Fork;
import dev.plumbline.analysis.model.Harness;
import java.util.List;
import java.util.Map;

/** How many processes took how many samples of a time, for harnesses other than JMH. Counted events need one execution. */
final class SamplesCheck implements Check {

    /** For the advice of the checks that it shares with JMH. */
    static final String KOTLINX =
            "in the configuration of kotlinx-benchmark, warmups is -wi, iterations is -i and iterationTime is -w and -r";

    private static final int FEW = 10;

    @Override
    public void examine(BenchmarkResult result, Observations observations) {
        List<Fork> processes = result.primary().forks();
        if (!result.primary().metric().unit().isTimed()
                || !Double.isFinite(result.primary().score())) {
            return;
        }
        if (processes.size() <= 1) {
            observations.add(AuditCode.ONE_PROCESS, result.setup().harness() == Harness.KOTLINX ? KOTLINX : "");
        }
        int fewest = processes.stream()
                .mapToInt(process -> process.iterations().length)
                .min()
                .orElse(0);
        if (fewest > 0 && fewest < FEW && processes.size() < FEW) {
            observations.add(
                    AuditCode.FEW_SAMPLES,
                    fewest + (fewest == 1 ? " sample" : " samples"),
                    1.0 / fewest,
                    Map.of("samples", (double) fewest));
        }
    }
}
