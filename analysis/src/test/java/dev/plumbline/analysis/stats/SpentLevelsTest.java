package dev.plumbline.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.hipparchus.special.Erf;
import org.junit.jupiter.api.Test;

class SpentLevelsTest {

    private static final SpentLevels STANDARD = new SpentLevels(3 / 20.0, 0.2, 0.3, 0.4, 0.55, 0.75, 1);

    /** The boundaries of Lan and DeMets's α₂* for five equally spaced looks at 5 %, as published for their program. */
    @Test
    void fiveEqualLooksHaveThePublishedBoundaries() {
        double[] published = {2.4380, 2.4268, 2.4101, 2.3966, 2.3859};
        SpentLevels levels = new SpentLevels(0.2, 0.4, 0.6, 0.8, 1);

        for (int look = 0; look < published.length; look++) {
            double boundary = Math.sqrt(2) * Erf.erfcInv(levels.at(look, 0.05));
            assertThat(boundary).as("look " + look).isCloseTo(published[look], within(2e-4));
        }
    }

    /** SciPy, the same recursion with 2,001 places: log(1 + (e − 1) / 2) of 1 % at half of the data. */
    @Test
    void theFirstLookSpendsItsShareAndTheLastTheRest() {
        SpentLevels levels = new SpentLevels(0.5, 1);

        assertThat(levels.at(0, 0.01)).isCloseTo(0.01 * Math.log1p((Math.E - 1) / 2), within(1e-9));
        assertThat(levels.at(0, 0.01)).isCloseTo(0.00620115, within(1e-7));
        assertThat(levels.at(1, 0.01)).isCloseTo(0.00493464, within(1e-7));
    }

    @Test
    void oneLookAtAllTheDataIsAnOrdinaryTest() {
        SpentLevels once = new SpentLevels(1);

        for (double p : new double[] {1e-12, 1e-4, 0.024, 0.3, 0.95, 1}) {
            assertThat(once.at(0, p)).isCloseTo(p, within(1e-7 * p));
            assertThat(once.sequential(0, p)).isCloseTo(p, within(1e-7 * p));
        }
    }

    @Test
    void aSequentialPValueIsTheLevelAtWhichItWouldJustBeAFinding() {
        Random random = new Random(20260501);
        for (int trial = 0; trial < 200; trial++) {
            int look = random.nextInt(STANDARD.looks());
            double level = Math.pow(10, -8 * random.nextDouble()) / 2;
            assertThat(STANDARD.sequential(look, STANDARD.at(look, level))).isCloseTo(level, within(1e-7 * level));
            assertThat(STANDARD.at(look, level)).isLessThan(level);
            assertThat(STANDARD.at(look, 1.1 * level)).isGreaterThan(STANDARD.at(look, level));
        }
        assertThat(STANDARD.sequential(0, Double.NaN)).isNaN();
    }

    /** 100,000 Brownian motions: the binomial's standard error at 5 % is 0.07 points, four of them are allowed. */
    @Test
    void aBrownianMotionCrossesTheBoundariesAsOftenAsTheLevelSays() {
        double[] fractions = {3 / 20.0, 0.2, 0.3, 0.4, 0.55, 0.75, 1};
        Random random = new Random(20260502);
        int crossed = 0;
        for (int trial = 0; trial < 100_000; trial++) {
            double smallest = 1;
            double motion = 0;
            double before = 0;
            for (int look = 0; look < fractions.length; look++) {
                motion += Math.sqrt(fractions[look] - before) * random.nextGaussian();
                before = fractions[look];
                double p = Erf.erfc(Math.abs(motion) / Math.sqrt(2 * before));
                smallest = Math.min(smallest, STANDARD.sequential(look, p));
            }
            crossed += smallest <= 0.05 ? 1 : 0;
        }

        assertThat(crossed / 100_000.0).isCloseTo(0.05, within(0.0028));
    }

    @Test
    void looksThatDoNotRiseAreRefused() {
        assertThatThrownBy(() -> new SpentLevels(0.5, 0.5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SpentLevels(0.5, 1.1)).hasMessageContaining("do not rise");
        assertThatThrownBy(() -> new SpentLevels(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
