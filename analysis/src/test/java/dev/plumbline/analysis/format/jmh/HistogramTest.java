package dev.plumbline.analysis.format.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.analysis.model.SamplePercentile;
import java.util.Arrays;
import java.util.Random;
import org.hipparchus.stat.descriptive.rank.Percentile;
import org.hipparchus.stat.descriptive.rank.Percentile.EstimationType;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class HistogramTest {

    @RepeatedTest(40)
    void percentilesAreThoseOfTheExpandedMultiset(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Histogram histogram = new Histogram();
        double[] expanded = new double[0];
        int entries = 1 + random.nextInt(60);
        for (int i = 0; i < entries; i++) {
            double value = random.nextInt(25) / 8.0;
            int count = random.nextInt(6);
            histogram.add(value, count);
            int before = expanded.length;
            expanded = Arrays.copyOf(expanded, before + count);
            Arrays.fill(expanded, before, expanded.length, value);
        }
        if (expanded.length == 0) {
            assertThat(histogram.mean()).isNaN();
            assertThat(histogram.percentile(50)).isNaN();
            return;
        }
        assertThat(histogram.samples()).isEqualTo(expanded.length);
        assertThat(histogram.mean()).isEqualTo(Arrays.stream(expanded).average().orElseThrow(), within(1e-12));
        Percentile reference = new Percentile().withEstimationType(EstimationType.LEGACY);
        for (SamplePercentile percentile : SamplePercentile.ALL) {
            double expected = percentile.rank() == 0
                    ? Arrays.stream(expanded).min().orElseThrow()
                    : reference.evaluate(expanded, percentile.rank());
            assertThat(histogram.percentile(percentile.rank()))
                    .as(percentile.name())
                    .isEqualTo(expected, within(1e-12));
        }
    }

    @Test
    void keepsEachValueOnceHoweverOftenItComes() {
        Histogram histogram = new Histogram();
        for (int iteration = 0; iteration < 10_000; iteration++) {
            for (int value = 0; value < 50; value++) {
                histogram.add(value, 1);
            }
        }
        assertThat(histogram.held()).isLessThanOrEqualTo(1024);
        histogram.merge();
        assertThat(histogram.held()).isEqualTo(50);
        assertThat(histogram.mean()).isEqualTo(24.5);
    }

    @Test
    void takesValuesInAnyOrder() {
        Histogram histogram = new Histogram();
        for (int value = 5_000; value > 0; value--) {
            histogram.add(value, 1);
        }
        assertThat(histogram.percentile(0)).isEqualTo(1);
        assertThat(histogram.percentile(100)).isEqualTo(5_000);
        assertThat(histogram.percentile(50)).isEqualTo(2_500.5);
    }

    @Test
    void isEmptyAgainAfterClearing() {
        Histogram histogram = new Histogram();
        histogram.add(7, 3);
        histogram.clear();
        histogram.add(1, 1);

        assertThat(histogram.samples()).isEqualTo(1);
        assertThat(histogram.percentile(99)).isEqualTo(1);
    }
}
