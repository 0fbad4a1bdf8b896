package dev.plumbline.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoneShiftTest {

    private static final double SIGNIFICANCE = 0.001;

    @Test
    void isTheRankSumTestOfTheMostStrikingPlace() {
        // scipy.stats.ranksums(v[:6], v[6:]).statistic = -2.8823068, the largest of all places in size;
        // 2 * norm.sf(2.8823067684915684) * 11 = 0.0434253.
        double[] values = {3.1, 2.9, 3.0, 3.2, 3.05, 2.95, 5.1, 5.0, 4.9, 5.2, 5.05, 4.95};

        LoneShift shift = LoneShift.find(values);

        assertThat(shift.before()).isEqualTo(6);
        assertThat(shift.step()).isEqualTo(2, within(1e-12));
        assertThat(shift.pValue()).isEqualTo(0.0434253, within(1e-7));
    }

    /** At most one in a thousand; four standard errors are 4 · √(0.001 / 20,000) = 0.0009. Heavy tails change nothing. */
    @ParameterizedTest
    @ValueSource(ints = {5, 10, 20, 60})
    void steadyValuesShiftAtMostOnceInAThousand(int length) {
        SplittableRandom random = new SplittableRandom(length);
        int draws = 20_000;
        int normal = 0;
        int heavy = 0;
        for (int draw = 0; draw < draws; draw++) {
            double[] values = new double[length];
            Arrays.setAll(values, i -> random.nextGaussian());
            normal += LoneShift.find(values).pValue() < SIGNIFICANCE ? 1 : 0;
            Arrays.setAll(values, i -> 1 / (random.nextDouble() + 1e-9));
            heavy += LoneShift.find(values).pValue() < SIGNIFICANCE ? 1 : 0;
        }
        assertThat((double) normal / draws).isLessThan(SIGNIFICANCE + 0.0009);
        assertThat((double) heavy / draws).isLessThan(SIGNIFICANCE + 0.0009);
    }

    @Test
    void aStepOfAQuarterOfSixtyValuesIsFound() {
        SplittableRandom random = new SplittableRandom(2);
        double[] values = new double[60];
        Arrays.setAll(values, i -> random.nextGaussian() + (i < 15 ? 3 : 0));

        LoneShift shift = LoneShift.find(values);

        assertThat(shift.pValue()).isLessThan(1e-4);
        assertThat(shift.before()).isBetween(13, 17);
        assertThat(shift.step()).isEqualTo(-3, within(1.0));
    }

    @Test
    void equalValuesAndTooFewHaveNoShift() {
        assertThat(LoneShift.find(new double[] {}).pValue()).isEqualTo(1);
        assertThat(LoneShift.find(new double[] {1}).pValue()).isEqualTo(1);
        assertThat(LoneShift.find(new double[] {2, 2, 2, 2, 2, 2, 2, 2, 2, 2}).pValue())
                .isEqualTo(1);
    }
}
