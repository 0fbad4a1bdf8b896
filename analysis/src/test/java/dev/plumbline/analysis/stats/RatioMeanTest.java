package dev.plumbline.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RatioMeanTest {

    private static final double[] LOG_RATIOS =
            Arrays.stream(new double[] {1.02, 0.97, 1.10, 1.05}).map(Math::log).toArray();

    @Test
    void isTheTIntervalOfTheMeanLogRatio() {
        // Python: m = mean(log r), h = scipy.stats.t.ppf(.975, 3) · std(log r, ddof=1)/√4: exp(m), exp(m - h), exp(m +
        // h).
        RatioMean mean = RatioMean.of(LOG_RATIOS, new double[4], 0.95, new StudentT());
        assertThat(mean.ratio()).isCloseTo(1.03392366, within(1e-8));
        assertThat(mean.low()).isCloseTo(0.95075371, within(1e-8));
        assertThat(mean.high()).isCloseTo(1.12436914, within(1e-8));
        assertThat(mean.size()).isEqualTo(4);
    }

    @Test
    void isNeverNarrowerThanTheErrorsOfMeasurement() {
        // Two ratios that agree by chance, each ± 0.3 and ± 0.4 in logarithms: √(0.09 + 0.16)/2 = 0.25.
        RatioMean mean = RatioMean.of(new double[] {0.01, 0.01}, new double[] {0.3, 0.4}, 0.95, new StudentT());
        assertThat(Math.log(mean.high())).isCloseTo(0.26, within(1e-12));
        assertThat(Math.log(mean.low())).isCloseTo(-0.24, within(1e-12));
    }

    @Test
    void errorsThatTheSpreadAlreadyHoldsWidenNothing() {
        double[] small = {0.01, 0.01, 0.01, 0.01};
        assertThat(RatioMean.of(LOG_RATIOS, small, 0.95, new StudentT()))
                .isEqualTo(RatioMean.of(LOG_RATIOS, new double[4], 0.95, new StudentT()));
    }

    @Test
    void oneRatioHasNoInterval() {
        assertThatThrownBy(() -> RatioMean.of(new double[] {0.1}, new double[1], 0.95, new StudentT()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 2 ratios, got 1");
    }
}
