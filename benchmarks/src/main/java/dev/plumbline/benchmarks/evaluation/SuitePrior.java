package dev.plumbline.benchmarks.evaluation;

import dev.plumbline.analysis.stats.Scatter;
import dev.plumbline.analysis.stats.SuiteNoise;
import dev.plumbline.benchmarks.evaluation.data.ForkData;
import dev.plumbline.benchmarks.evaluation.data.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** What the benchmarks of a folder teach as a suite: where the built-in prior comes from. */
final class SuitePrior {

    private SuitePrior() {}

    static Table table(List<ForkData> benchmarks, long seed) {
        Table table = new Table(
                "The prior of %d benchmarks as one suite (seed %d)".formatted(benchmarks.size(), seed),
                "forks",
                "degrees of freedom",
                "standard deviation",
                "runs over forks");
        for (int forks : new int[] {2, 3, 5}) {
            SplittableRandom random = new SplittableRandom(seed);
            SuiteNoise suite = SuiteNoise.fit(benchmarks.stream()
                    .map(data -> {
                        int[] drawn = data.draw(2 * forks, random);
                        double[] values =
                                Arrays.stream(data.means(drawn)).map(Math::log).toArray();
                        return Scatter.of(
                                List.of(Arrays.copyOf(values, forks)),
                                List.of(Arrays.copyOfRange(values, forks, 2 * forks)),
                                data.iterationScatter(drawn));
                    })
                    .toList());
            table.row(
                    String.valueOf(forks),
                    String.format(Locale.ROOT, "%.2f", suite.prior().degreesOfFreedom()),
                    String.format(
                            Locale.ROOT,
                            "%.2f %%",
                            100 * Math.sqrt(suite.prior().variance())),
                    String.format(Locale.ROOT, "%.2f", suite.runToRun().factor()));
        }
        return table;
    }
}
