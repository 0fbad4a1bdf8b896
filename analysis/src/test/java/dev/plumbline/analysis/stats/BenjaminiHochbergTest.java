package dev.plumbline.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BenjaminiHochbergTest {

    @Test
    void adjustsAsTheStepUpProcedureDoes() {
        // m = 5. By rank: 0.005·5/1 = 0.025, 0.009·5/2 = 0.0225, 0.05·5/3 = 0.0833, 0.1·5/4 = 0.125, 0.2·5/5 = 0.2;
        // then from the last to the first the running minimum, so the first becomes 0.0225.
        double[] adjusted = BenjaminiHochberg.adjust(new double[] {0.2, 0.009, 0.1, 0.005, 0.05});
        assertThat(adjusted).containsExactly(new double[] {0.2, 0.0225, 0.125, 0.0225, 0.25 / 3}, within(1e-12));
    }

    @Test
    void equallySpacedValuesAllBecomeTheLargest() {
        // 0.01·5/1 = 0.02·5/2 = … = 0.05.
        double[] adjusted = BenjaminiHochberg.adjust(new double[] {0.01, 0.02, 0.03, 0.04, 0.05});
        assertThat(adjusted).containsExactly(new double[] {0.05, 0.05, 0.05, 0.05, 0.05}, within(1e-12));
    }

    @Test
    void tiesShareTheValueOfTheirLastRank() {
        // R: p.adjust(c(.01, .02, .02, .04, .04, .5, .5, 1), "BH"), the same as SciPy's false_discovery_control. The
        // tie at 0.02 has
        // ranks 2 and 3: 0.02·8/3; that at 0.04 ranks 4 and 5: 0.04·8/5; that at 0.5 ranks 6 and 7: 0.5·8/7.
        double[] adjusted = BenjaminiHochberg.adjust(new double[] {0.5, 0.02, 0.04, 1, 0.01, 0.02, 0.5, 0.04});
        assertThat(adjusted)
                .containsExactly(
                        new double[] {4.0 / 7, 0.16 / 3, 0.064, 1, 0.16 / 3, 0.16 / 3, 4.0 / 7, 0.064}, within(1e-12));
    }

    @Test
    void aSeriesWithoutAPValueCountsAsNoComparison() {
        double[] adjusted = BenjaminiHochberg.adjust(new double[] {Double.NaN, 0.02, 0.04});
        assertThat(adjusted[0]).isNaN();
        assertThat(adjusted[1]).isCloseTo(0.04, within(1e-12));
        assertThat(adjusted[2]).isCloseTo(0.04, within(1e-12));
    }

    @Test
    void nothingComparedIsNothingAdjusted() {
        assertThat(BenjaminiHochberg.adjust(new double[0])).isEmpty();
    }

    @Test
    void aWeightMultipliesTheRateThatAComparisonIsHeldAgainst() {
        // p / w = 0.005, 0.04, 0.5; by rank of three 0.015, 0.06, 0.5; times w again 0.03, 0.03, 0.5. At a rate of 0.02
        // the first is
        // kept (0.03 ≤ 2 · 0.02) and the second is not (0.03 > 0.5 · 0.02).
        double[] adjusted = BenjaminiHochberg.adjust(new double[] {0.01, 0.02, 0.5}, new double[] {2, 0.5, 1});
        assertThat(adjusted).containsExactly(new double[] {0.03, 0.03, 0.5}, within(1e-12));
    }

    @Test
    void isNeverBelowThePValueNorAboveOne() {
        double[] adjusted = BenjaminiHochberg.adjust(new double[] {0.9, 0.8, Double.NaN}, new double[] {0.1, 5, 1});
        assertThat(adjusted[0]).isEqualTo(0.9);
        assertThat(adjusted[1]).isBetween(0.8, 1.0);
        assertThat(adjusted[2]).isNaN();
    }

    @Test
    void withWeightsOfOneItIsTheSame() {
        double[] pValues = {0.2, 0.009, 0.1, 0.005, 0.05, Double.NaN};
        assertThat(BenjaminiHochberg.adjust(pValues, new double[] {1, 1, 1, 1, 1, 1}))
                .isEqualTo(BenjaminiHochberg.adjust(pValues));
    }
}
