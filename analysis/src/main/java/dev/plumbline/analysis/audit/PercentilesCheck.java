package dev.plumbline.analysis.audit;

import dev.plumbline.analysis.model.BenchmarkResult;
import dev.plumbline.analysis.model.Fork;
import dev.plumbline.analysis.model.SamplePercentile;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether sample mode took enough samples for its percentiles. */
final class PercentilesCheck implements Check {

    @Override
    public void examine(BenchmarkResult result, Observations observations) {
        long samples = fewestSamples(result);
        if (samples == 0) {
            return;
        }
        List<SamplePercentile> missing = SamplePercentile.ALL.stream()
                .filter(percentile -> percentile.leastSamples() > samples)
                .sorted((one, other) -> Long.compare(one.leastSamples(), other.leastSamples()))
                .toList();
        if (!missing.isEmpty()) {
            SamplePercentile first = missing.get(0);
            observations.add(
                    AuditCode.PERCENTILE_WITHOUT_SAMPLES,
                    String.format(
                            Locale.ROOT,
                            "%,d samples a fork; from %s on it takes %,d",
                            samples,
                            first.name(),
                            first.leastSamples()),
                    1.0 / samples,
                    Map.of("samples", (double) samples, "needed", (double) first.leastSamples()));
        }
    }

    /** The samples of the fork that took the fewest; 0 where nothing was sampled. */
    private static long fewestSamples(BenchmarkResult result) {
        long fewest = 0;
        for (Fork fork : result.primary().forks()) {
            if (fork.samples() > 0 && (fewest == 0 || fork.samples() < fewest)) {
                fewest = fork.samples();
            }
        }
        return fewest;
    }
}
