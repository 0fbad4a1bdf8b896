package dev.plumbline.analysis.format.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.descriptive.moment.Mean;
import org.hipparchus.stat.descriptive.moment.StandardDeviation;
import org.hipparchus.stat.descriptive.rank.Percentile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForkRecoveryTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void findsTheForksFromWhatJmhWritesOfThem(int forks) {
        Random random = new Random(forks);
        for (int round = 0; round < 200; round++) {
            double[] values = random.doubles(forks, 1000, 1010).sorted().toArray();

            double[] recovered = ForkRecovery.values(written(values), Aggregation.AVERAGE);

            assertThat(recovered).hasSize(forks);
            for (int i = 0; i < forks; i++) {
                assertThat(recovered[i]).isCloseTo(values[i], Offset.offset(1e-3));
            }
        }
    }

    @Test
    void doesNotTakeOneNumberOverAllForksForSeveral() {
        // A percentile that JMH derives from all forks: one value, which is every percentile of itself.
        for (int forks = 2; forks <= 6; forks++) {
            MetricDraft derived = written(new double[] {5});
            derived.forkCount = forks;

            assertThat(ForkRecovery.values(derived, Aggregation.AVERAGE)).isEmpty();
        }
    }

    @Test
    void findsTheTermsOfASum() {
        MetricDraft total = written(new double[] {1, 2, 4});
        total.score = 7;
        total.scoreError = Double.NaN;

        assertThat(ForkRecovery.values(total, Aggregation.SUM)).containsExactly(1, 2, 4);
    }

    @Test
    void givesUpFromSixForksOn() {
        assertThat(ForkRecovery.values(written(new double[] {1, 2, 3, 4, 5, 6}), Aggregation.AVERAGE))
                .isEmpty();
    }

    /** What JMH writes of one value a fork: mean, error and percentiles. */
    private static MetricDraft written(double[] values) {
        MetricDraft draft = new MetricDraft("instructions");
        int count = values.length;
        draft.forkCount = count;
        draft.score = new Mean().evaluate(values);
        if (count > 2) {
            double quantile = new TDistribution(count - 1).inverseCumulativeProbability(0.9995);
            draft.scoreError = quantile * new StandardDeviation().evaluate(values) / Math.sqrt(count);
        }
        draft.lowest = Arrays.stream(values).min().orElseThrow();
        draft.median = new Percentile().evaluate(values, 50);
        draft.highest = Arrays.stream(values).max().orElseThrow();
        return draft;
    }
}
