package dev.plumbline.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwoLevelsTest {

    private static final int DRAWS = 50_000;

    /** One in a thousand, with four standard errors: 4 · √(0.001 · 0.999 / 50,000) = 0.0006. */
    @ParameterizedTest
    @ValueSource(ints = {8, 9, 10, 11, 12, 13, 14, 15, 20, 50})
    void numbersAboutOneLevelHaveTwoOnceInAThousand(int count) {
        SplittableRandom random = new SplittableRandom(count);
        int found = 0;
        double[] values = new double[count];
        for (int draw = 0; draw < DRAWS; draw++) {
            Arrays.setAll(values, i -> random.nextGaussian());
            found += TwoLevels.find(values).found() ? 1 : 0;
        }
        assertThat((double) found / DRAWS).isLessThan(0.001 + 0.0006);
    }

    @Test
    void evenlySpreadNumbersAreNoTwoLevels() {
        SplittableRandom random = new SplittableRandom(4);
        int found = 0;
        double[] values = new double[50];
        for (int draw = 0; draw < 2_000; draw++) {
            Arrays.setAll(values, i -> random.nextDouble());
            found += TwoLevels.find(values).found() ? 1 : 0;
        }
        assertThat(found).isZero();
    }

    @Test
    void twoLevelsAreFoundWithHowManyLieAtEach() {
        double[] values = {5.01, 3.0, 3.01, 5.02, 2.99, 3.02, 4.99, 3.0, 2.98, 3.01};

        TwoLevels levels = TwoLevels.find(values);

        assertThat(levels.found()).isTrue();
        assertThat(levels.lower()).isEqualTo(7);
        assertThat(levels.low()).isBetween(2.99, 3.02);
        assertThat(levels.high()).isBetween(5.0, 5.02);
    }

    @Test
    void strayNumbersAreNoLevel() {
        double[] oneFarOut = {1, 1.01, 0.99, 1.02, 0.98, 1.01, 1, 0.99, 1, 50};
        assertThat(TwoLevels.find(oneFarOut).found()).isFalse();
    }

    @Test
    void ofFewerThanEightNothingIsSaid() {
        assertThat(TwoLevels.find(new double[] {1, 1, 1, 1, 9, 9, 9}).found()).isFalse();
        assertThat(TwoLevels.find(new double[] {1, 1, 1, 1, 9, 9, 9, 9}).found())
                .isTrue();
        assertThat(TwoLevels.find(new double[10]).found()).isFalse();
    }
}
